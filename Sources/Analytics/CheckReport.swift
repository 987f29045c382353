import Core

/// What `psoas check` asked, computed and found.
package struct CheckReport: Sendable {
  /// A red-flag question with its answer.
  package struct Asked: Sendable {
    /// The question.
    package let flag: RedFlag
    /// Yes or no; nil when it was not answered.
    package let answer: Bool?

    /// A question with its answer.
    package init(flag: RedFlag, answer: Bool?) {
      self.flag = flag
      self.answer = answer
    }
  }

  /// The red-flag questions.
  package let asked: [Asked]
  /// The rules of safety on the log; met means that one fires.
  package let escalation: [CriterionResult]
  /// What is open now.
  package let alerts: [SafetyAlert]
  /// The criteria of the present stage.
  package let criteria: [CriterionResult]

  /// A report.
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
