/// One run of `psoas check`: the red-flag questions as they were answered and what was found, or the
/// user's word that what was found before has been seen to.
public struct SafetyCheck: Sendable, Equatable {
  /// Something that was found.
  public struct Finding: Sendable, Equatable {
    /// The red flag or the rule, by id.
    public let rule: Slug
    /// Its evidence, in words.
    public let evidence: String

    /// A finding.
    public init(rule: Slug, evidence: String) {
      self.rule = rule
      self.evidence = evidence
    }
  }

  /// Its key.
  public let id: EntryID
  /// When it was.
  public let moment: Moment
  /// The answers, by the question's id.
  public let answers: [Slug: Bool]
  /// What was found, sorted by rule.
  public let findings: [Finding]
  /// How what was found before was seen to; nil for a check that asks.
  public let resolution: String?

  /// A check with all its parts.
  public init(
    id: EntryID, moment: Moment, answers: [Slug: Bool] = [:], findings: [Finding] = [],
    resolution: String? = nil
  ) {
    self.id = id
    self.moment = moment
    self.answers = answers
    self.findings = findings.sorted { $0.rule < $1.rule }
    self.resolution = resolution
  }
}
