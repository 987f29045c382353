import Core

/// What `psoas check` asked, computed and found.
public struct CheckReport: Sendable {
  /// A red-flag question with its answer.
  public struct Asked: Sendable {
    /// The question.
    public let flag: RedFlag
    /// Yes or no; nil when it was not answered.
    public let answer: Bool?

    /// A question with its answer.
    public init(flag: RedFlag, answer: Bool?) {
      self.flag = flag
      self.answer = answer
    }
  }

  /// The red-flag questions.
  public let asked: [Asked]
  /// The rules of safety on the log; met means that one fires.
  public let escalation: [CriterionResult]
  /// What is open now.
  public let concerns: [Concern]
  /// The criteria of the present stage.
  public let criteria: [CriterionResult]

  /// A report.
  public init(
    asked: [Asked], escalation: [CriterionResult], concerns: [Concern],
    criteria: [CriterionResult]
  ) {
    self.asked = asked
    self.escalation = escalation
    self.concerns = concerns
    self.criteria = criteria
  }
}
