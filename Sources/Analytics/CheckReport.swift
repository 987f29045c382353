import Core

/// The questions, rules and findings of `psoas check`.
package struct CheckReport: Sendable {
  /// A red-flag question with its answer.
  package struct Asked: Sendable {
    /// The question.
    package let flag: RedFlag
    /// The answer; nil when it was not answered.
    package let answer: Bool?

    package init(flag: RedFlag, answer: Bool?) {
      self.flag = flag
      self.answer = answer
    }
  }

  /// The red-flag questions.
  package let asked: [Asked]
  /// The safety rules applied to the log; met means that the rule fires.
  package let escalation: [CriterionResult]
  /// The open warning signs.
  package let alerts: [SafetyAlert]
  /// The criteria of the present stage.
  package let criteria: [CriterionResult]

  package init(
    asked: [Asked], escalation: [CriterionResult], alerts: [SafetyAlert],
    criteria: [CriterionResult]
  ) {
    self.asked = asked
    self.escalation = escalation
    self.alerts = alerts
    self.criteria = criteria
  }
}
