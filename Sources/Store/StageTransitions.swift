import Core
import SQLite

extension LogStore {
  /// Stores a change of protocol or stage.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ change: StageTransition) throws {
    let unmet = change.unmet.map(\.text).joined(separator: ",")
    try database.run(
      """
      INSERT INTO course_change (id, at, utc_offset, zone, day, kind, protocol, stage, unmet, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [change.id.value] + change.moment.values + [
        .text(change.kind.rawValue), .text(change.rehabProtocol.text), Value(change.stage?.text),
        unmet.isEmpty ? .null : .text(unmet), Value(change.note),
      ])
    for (question, yes) in change.answers {
      try database.run(
        "INSERT INTO course_answer (course_id, question, yes) VALUES (?, ?, ?)",
        [change.id.value, .text(question.text), Value(yes)])
    }
  }

  /// All changes of protocol and stage.
  ///
  /// - Throws: ``StoreError``.
  package func protocolHistory() throws -> ProtocolHistory {
    ProtocolHistory(try stageTransitions())
  }

  /// The changes of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func stageTransitions(_ window: EntryWindow = EntryWindow()) throws -> [StageTransition] {
    let answers = try answersStatement()
    return try database.rows(
      LogStore.transitionColumns + window.clause("course_change"), window.values
    ) { try self.stageTransition($0, answers) }
  }

  /// The change with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func stageTransition(_ id: EntryID) throws -> StageTransition? {
    let answers = try answersStatement()
    return try database.first(LogStore.transitionColumns + " WHERE id = ?", [id.value]) {
      try self.stageTransition($0, answers)
    }
  }

  private static let transitionColumns =
    "SELECT id, at, utc_offset, zone, day, kind, protocol, stage, unmet, note FROM course_change"

  private func answersStatement() throws -> Statement {
    try database.prepare("SELECT question, yes FROM course_answer WHERE course_id = ?")
  }

  private func stageTransition(_ row: Statement, _ answers: Statement) throws -> StageTransition {
    let id = try row.id(0)
    return StageTransition(
      id: id, moment: try row.moment(1),
      kind: try readable(StageTransition.Kind(rawValue: row.text(5)), "change of stage"),
      rehabProtocol: Slug(stored: row.text(6)), stage: row.optionalText(7).map { Slug(stored: $0) },
      unmet: row.slugs(8), answers: try answers.answers(of: id), note: row.optionalText(9))
  }
}

extension Statement {
  /// The answers to questions, from rows of a question and yes or no.
  func answers(of id: EntryID) throws -> [Slug: Bool] {
    var answers: [Slug: Bool] = [:]
    try bind([id.value])
    while try step() { answers[Slug(stored: text(0))] = integer(1) != 0 }
    return answers
  }
}
