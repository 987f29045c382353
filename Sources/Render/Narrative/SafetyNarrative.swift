import Analytics
import Core

extension SafetyAlert {
  /// The evidence for the alert.
  package var evidence: String {
    switch basis {
    case .computed(let evidence): evidence.sentence
    case .recorded(let sentence): sentence
    }
  }

  /// What it is, and the evidence.
  var sentence: String {
    statement.hasSuffix("?") ? "\(statement) \(evidence)" : "\(statement): \(evidence)"
  }

  /// What to do first.
  package var advice: String { ruleAdvice ?? urgency.advice }
}

extension RedFlag.Urgency {
  package var advice: String {
    switch self {
    case .emergency:
      "Get emergency care now: call the emergency number or go to an emergency department. Do not wait."
    case .prompt:
      "See a doctor soon, before you go on with exercises, and tell them this answer."
    }
  }
}
