/// One run of `psoas check`: the red-flag questions as they were answered and what was found, or the
/// user's word that what was found before has been seen to.
package struct SafetyCheck: Sendable, Equatable {
  /// Something that was found.
  package struct Finding: Sendable, Equatable {
    /// The red flag or the rule, by id.
    package let rule: Slug
    /// Its evidence, in words.
    package let evidence: String

    package init(rule: Slug, evidence: String) {
      self.rule = rule
      self.evidence = evidence
    }
  }

  /// Its key.
  package let id: EntryID
  /// When it was.
  package let moment: Moment
  /// The answers, by the question's id.
  package let answers: [Slug: Bool]
  /// What was found, sorted by rule.
  package let findings: [Finding]
  /// How what was found before was seen to; nil for a check that asks.
  package let resolution: String?

  /// A check with all its parts.
  package init(
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

extension EntryField {
  package static let resolution = EntryField("resolution", isText: true)
}

extension SafetyCheck: EditableEntry {
  static let fields: [EntryField] = [.resolution]

  var lines: [(EntryField, [String?])] { [(.resolution, EntryText.lines(of: resolution))] }

  func read(_ edit: FieldReader, by reader: EntryReader) throws -> SafetyCheck {
    let resolution = try edit.text(.resolution, self.resolution) { try FreeText.note($0) }
    guard (resolution == nil) == (self.resolution == nil) else {
      throw edit.error(
        .resolution, "a check is kept as it was answered",
        "'psoas check --resolved NOTE' says how it was dealt with, 'psoas rm' removes it")
    }
    return SafetyCheck(
      id: id, moment: moment, answers: answers, findings: findings, resolution: resolution)
  }
}
