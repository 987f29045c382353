/// One run of `psoas check`: the answers to the red-flag questions and the findings, or the user's statement
/// that earlier findings have been dealt with.
package struct SafetyCheck: Sendable, Equatable {
  /// One finding.
  package struct Finding: Sendable, Equatable {
    /// The id of the red flag or rule.
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
  /// The answers, by id of the question.
  package let answers: [Slug: Bool]
  /// The findings, sorted by rule.
  package let findings: [Finding]
  /// How earlier findings were dealt with; nil for a check with questions.
  package let resolution: String?

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
    let resolution = try edit.text(.resolution, value: self.resolution) { try FreeText.note($0) }
    guard (resolution == nil) == (self.resolution == nil) else {
      throw edit.error(
        .resolution, message: "a check is kept as it was answered",
        hint: "'psoas check --resolved NOTE' says how it was dealt with, 'psoas rm' removes it")
    }
    return SafetyCheck(
      id: id, moment: moment, answers: answers, findings: findings, resolution: resolution)
  }
}
