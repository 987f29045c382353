import Analytics
import Core

extension CheckReport {
  var conclusion: String {
    guard alerts.isEmpty else {
      return
        "Protocols suggest nothing until this is dealt with: psoas check --resolved NOTE"
    }
    let open = asked.count { $0.answer == nil }
    let answers =
      open == 0
      ? "No question was answered with yes"
      : open == asked.count
        ? "The questions were not answered" : "\(open) questions were not answered"
    return
      "\(answers), and there is no warning sign in your log. A log cannot see everything: when you are "
      + "worried, ask a doctor or a physiotherapist."
  }
}

extension CheckReport.Asked {
  var label: String { answer.map { $0 ? "yes" : "no" } ?? "open" }
}

extension CriterionResult.State {
  /// The state of a safety rule.
  var safetyLabel: String {
    switch self {
    case .met: "warning"
    case .notMet: "clear"
    case .unknown: "unknown"
    }
  }
}
