import Core

/// An open warning sign: a red flag answered with "yes", or a safety rule that fires. It must be dealt with
/// before a protocol goes on.
package struct SafetyAlert: Sendable, Equatable {
  package enum Basis: Sendable, Equatable {
    /// Computed from the present log.
    case computed(Evidence)
    /// The sentence that a check stored.
    case recorded(String)
  }

  /// The flag or the rule.
  package let id: Slug
  /// The question of the flag, or the statement of the rule.
  package let statement: String
  package let basis: Basis
  /// The rule's own advice; nil where the urgency decides.
  package let ruleAdvice: String?
  /// The source of the rule; nil for a flag.
  package let source: String?
  package let urgency: RedFlag.Urgency

  /// Everything open, emergencies first: "yes" answers and findings of checks since the last resolution, and
  /// the rules that fire now.
  package static func open(
    checks: [SafetyCheck], safety: Safety, results: [CriterionResult]
  ) -> [SafetyAlert] {
    var open: [Slug: SafetyAlert] = [:]
    for finding in sinceResolution(checks).flatMap(\.findings) {
      let basis = Basis.recorded(finding.evidence)
      if let flag = safety.flags.first(where: { $0.id == finding.rule }) {
        open[flag.id] = SafetyAlert(flag, basis: basis)
      } else if let rule = safety.rules.first(where: { $0.id == finding.rule }) {
        open[rule.id] = SafetyAlert(rule, basis: basis)
      }
    }
    for result in results where result.state == .met {
      open[result.criterion.id] = SafetyAlert(result.criterion, basis: .computed(result.evidence))
    }
    let order = safety.flags.map(\.id) + safety.rules.map(\.id)
    return order.compactMap { open[$0] }
  }

  /// The checks made after the last resolution, oldest first. The order in which they were made decides, not
  /// the days they are about: no answer may be closed by a resolution that came before it.
  package static func sinceResolution(_ checks: [SafetyCheck]) -> [SafetyCheck] {
    let sorted = checks.sorted { $0.id < $1.id }
    guard let last = sorted.lastIndex(where: { $0.resolution != nil }) else { return sorted }
    return Array(sorted[(last + 1)...])
  }

  /// The last check that dealt with everything.
  package static func lastResolution(_ checks: [SafetyCheck]) -> SafetyCheck? {
    checks.filter { $0.resolution != nil }.max { $0.id < $1.id }
  }

  package init(_ flag: RedFlag, basis: Basis) {
    (id, statement, urgency) = (flag.id, flag.question, flag.urgency)
    (self.basis, ruleAdvice, source) = (basis, nil, nil)
  }

  init(_ rule: Criterion, basis: Basis) {
    (id, statement, urgency) = (rule.id, rule.statement, .prompt)
    (self.basis, ruleAdvice, source) = (basis, rule.advice, rule.source)
  }
}
