import Analytics
import Core

extension Criterion {
  /// The statement and its source.
  var sourcedStatement: String { "\(statement) (\(Citation.text(source)))" }
}

extension CriterionResult.State {
  var label: String {
    switch self {
    case .met: "met"
    case .notMet: "not met"
    case .unknown: "unknown"
    }
  }
}

extension StageReport {
  var place: String {
    "\(rehabProtocol.slug), stage \(number) of \(rehabProtocol.stages.count): \(stage.slug), "
      + stage.title
  }

  var duration: String { "since \(since.weekdayName) \(since), \(Phrase.count(days, noun: "day"))" }

  /// The state of the gate as a whole.
  var conclusion: String {
    guard let next else { return "This is the last stage of the protocol." }
    if isOpen {
      return "Nothing of the gate is missing. 'psoas stage advance' goes on to '\(next.slug)' when "
        + "you want to; this is not a judgement of your back."
    }
    return "\(metCount) of \(gate.count) met. What is unknown does not count as met."
  }

  /// Each routine of the stage with its doses.
  var plan: [(String, String)] {
    stage.plans.map { plan in
      (
        plan.routine.slug.text,
        "\(plan.frequency) (\(Citation.text(plan.source))): "
          + plan.routine.steps.map(\.text).joined(separator: ", ")
          + " (\(Citation.text(plan.routine.doseSource)))"
      )
    }
  }

  static let withheld =
    "What the stage asks for is not shown until this is dealt with: psoas check --resolved NOTE"
}
