import Analytics
import Core

extension CheckReport {
  var conclusion: String {
    guard alerts.isEmpty else {
      return
        "Suggestions of programmes wait until this has been seen to: psoas check --resolved NOTE"
    }
    let open = asked.count { $0.answer == nil }
    let answers =
      open == 0
      ? "No question was answered with yes"
      : open == asked.count
        ? "The questions were not answered" : "\(open) questions were not answered"
    return "\(answers), and no rule on the log fires. A log cannot see everything: when you are "
      + "worried, ask a doctor or a physiotherapist."
  }
}

extension CheckReport.Asked {
  var label: String { answer.map { $0 ? "yes" : "no" } ?? "open" }
}

extension CriterionResult.State {
  /// The state of a rule of safety.
  var safetyLabel: String {
    switch self {
    case .met: "fires"
    case .notMet: "quiet"
    case .unknown: "unknown"
    }
  }
}
