import Core

/// Something that should be seen to before a programme goes on: a red flag that was answered with yes, or
/// a rule of safety that the log meets.
package struct SafetyAlert: Sendable, Equatable {
  /// The flag or the rule.
  package let id: Slug
  /// What it is.
  package let statement: String
  /// What it rests on.
  package let evidence: String
  /// What to do first.
  package let advice: String
  /// Who gives the rule, for people; nil for a flag.
  package let source: String?
  /// How soon it wants care.
  package let urgency: RedFlag.Urgency

  /// What it is and what it rests on, as one sentence.
  package var sentence: String {
    statement.hasSuffix("?") ? "\(statement) \(evidence)" : "\(statement): \(evidence)"
  }

  /// What to do about each urgency.
  package static func advice(_ urgency: RedFlag.Urgency) -> String {
    switch urgency {
    case .emergency:
      "Get emergency care now: call the emergency number or go to an emergency department. Do not wait."
    case .prompt:
      "See a doctor soon, before you go on with exercises, and tell them this answer."
    }
  }

  /// All concerns that are open, emergencies first: flags answered with yes and findings of checks since
  /// the last resolution, and the rules that the log meets now.
  package static func open(
    checks: [SafetyCheck], safety: Safety, results: [CriterionResult]
  ) -> [SafetyAlert] {
    var open: [Slug: SafetyAlert] = [:]
    for check in sinceResolution(checks) {
      for finding in check.findings {
        if let flag = safety.flags.first(where: { $0.id == finding.rule }) {
          open[flag.id] = SafetyAlert(flag, evidence: finding.evidence)
        } else if let rule = safety.rules.first(where: { $0.id == finding.rule }) {
          open[rule.id] = SafetyAlert(rule, evidence: finding.evidence)
        }
      }
    }
    for result in results where result.state == .met {
      open[result.criterion.id] = SafetyAlert(result.criterion, evidence: result.evidence)
    }
    let order = safety.flags.map(\.id) + safety.rules.map(\.id)
    return order.compactMap { open[$0] }
  }

  /// The checks made after the last one that says that all was seen to, oldest first. When they were made
  /// decides, not the day they speak of: no answer may fall behind a resolution that came before it.
  package static func sinceResolution(_ checks: [SafetyCheck]) -> [SafetyCheck] {
    let sorted = checks.sorted { $0.id < $1.id }
    guard let last = sorted.lastIndex(where: { $0.resolution != nil }) else { return sorted }
    return Array(sorted[(last + 1)...])
  }

  /// The check that was the last to say that all was seen to.
  package static func lastResolution(_ checks: [SafetyCheck]) -> SafetyCheck? {
    checks.filter { $0.resolution != nil }.max { $0.id < $1.id }
  }

  /// A red flag that was answered with yes.
  package init(_ flag: RedFlag, evidence: String) {
    id = flag.id
    statement = flag.question
    self.evidence = evidence
    advice = SafetyAlert.advice(flag.urgency)
    source = nil
    urgency = flag.urgency
  }

  init(_ rule: Criterion, evidence: String) {
    id = rule.id
    statement = rule.statement
    self.evidence = evidence
    advice = rule.advice ?? SafetyAlert.advice(.prompt)
    source = sourceText(rule.source)
    urgency = .prompt
  }
}
