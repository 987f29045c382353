import Core
import SQLite

extension LogStore {
  /// Stores a change of protocol or stage.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ change: CourseChange) throws {
    let unmet = change.unmet.map(\.text).joined(separator: ",")
    try database.run(
      """
      INSERT INTO course_change (id, at, utc_offset, zone, day, kind, protocol, stage, unmet, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [change.id.value] + change.moment.values + [
        .text(change.kind.rawValue), .text(change.programme.text), Value(change.stage?.text),
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
  package func course() throws -> Course { Course(try courseChanges()) }

  /// The changes of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func courseChanges(_ window: EntryWindow = EntryWindow()) throws -> [CourseChange] {
    let answers = try answersStatement()
    return try database.rows(
      LogStore.courseColumns + window.clause("course_change"), window.values
    ) { try self.courseChange($0, answers) }
  }

  /// The change with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func courseChange(_ id: EntryID) throws -> CourseChange? {
    let answers = try answersStatement()
    return try database.first(LogStore.courseColumns + " WHERE id = ?", [id.value]) {
      try self.courseChange($0, answers)
    }
  }

  private static let courseColumns =
    "SELECT id, at, utc_offset, zone, day, kind, protocol, stage, unmet, note FROM course_change"

  private func answersStatement() throws -> Statement {
    try database.prepare("SELECT question, yes FROM course_answer WHERE course_id = ?")
  }

  private func courseChange(_ row: Statement, _ answers: Statement) throws -> CourseChange {
    let id = try row.id(0)
    return CourseChange(
      id: id, moment: try row.moment(1),
      kind: try readable(CourseChange.Kind(rawValue: row.text(5)), "change of stage"),
      programme: Slug(stored: row.text(6)), stage: row.optionalText(7).map { Slug(stored: $0) },
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
