import Core
import SQLite

/// Stores many entries with statements that are prepared once. An existing entry with the same key stays
/// unchanged. For use within ``LogStore/write(_:_:)``.
package final class BulkWriter {
  private let log: LogStore
  private let exercises: NameIndex<Exercise>
  /// The exercises known to be in the log.
  private var known: Set<Slug> = []
  private let countSets: Statement
  private let lastEntry: Statement
  private let moreSets: Statement
  private let noteOf: Statement
  private let newNote: Statement

  /// - Parameter exercises: those named by sessions are copied into the log on first use.
  /// - Throws: ``StoreError``.
  package init(_ log: LogStore, exercises: NameIndex<Exercise>) throws {
    self.log = log
    self.exercises = exercises
    countSets = try log.database.prepare("SELECT set_count FROM session WHERE id = ?")
    lastEntry = try log.database.prepare(
      "SELECT coalesce(max(entry), 0) FROM exercise_set WHERE session_id = ?")
    moreSets = try log.database.prepare("UPDATE session SET set_count = set_count + ? WHERE id = ?")
    noteOf = try log.database.prepare("SELECT note FROM session WHERE id = ?")
    newNote = try log.database.prepare("UPDATE session SET note = ? WHERE id = ?")
  }

  /// Stores a session.
  ///
  /// - Returns: whether it was new.
  /// - Throws: ``StoreError``.
  package func add(_ session: Session) throws -> Bool {
    let rows = session.rows
    guard try log.statements.insertNew(rows[0]) else { return false }
    try copyExercises(of: session)
    try log.insert(rows: rows.dropFirst())
    try log.flush()
    return true
  }

  /// The number of a session's sets in the log; nil without that session.
  ///
  /// - Throws: ``StoreError``.
  package func setCount(of id: EntryID) throws -> Int? {
    try countSets.bind([id.value])
    return try countSets.step() ? countSets.integer(0) : nil
  }

  /// Adds more sets to a stored session, and the lines of their note that it lacks, up to the longest note.
  ///
  /// - Throws: ``StoreError``.
  package func addMore(_ session: Session) throws {
    try lastEntry.bind([session.id.value])
    let last = try lastEntry.step() ? lastEntry.integer(0) : 0
    try copyExercises(of: session)
    try log.insert(rows: session.setRows(after: last))
    try moreSets.run([.integer(session.setCount), session.id.value])
    if let note = session.note { try addLines(of: note, to: session.id) }
    try log.flush()
  }

  private func addLines(of note: String, to id: EntryID) throws {
    try noteOf.bind([id.value])
    let before = try noteOf.step() ? noteOf.optionalText(0) ?? "" : ""
    var lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    if before.isEmpty { lines = [] }
    var size = before.utf8.count
    for line in note.split(separator: "\n") where !lines.contains(line) {
      size += line.utf8.count + 1
      guard size <= FreeText.longestNote else { break }
      lines.append(line)
    }
    try newNote.run([.text(lines.joined(separator: "\n")), id.value])
  }

  private func copyExercises(of session: Session) throws {
    for entry in session.entries where known.insert(entry.exercise).inserted {
      if let exercise = exercises.exactly(entry.exercise.text) { try log.insert(exercise) }
    }
  }

  /// Stores any other entry.
  ///
  /// - Returns: whether it was new.
  /// - Throws: `InputError` for a factor with another unit on other days, ``StoreError``.
  package func add(_ entry: LogEntry) throws -> Bool {
    guard try !log.holds(entry.kind, id: entry.id) else { return false }
    switch entry {
    case .session(let session, _): return try add(session)
    case .pain(let rating, _): try log.insert(rating)
    case .measurement(let measurement): try log.insert(measurement)
    case .day(let record): _ = try log.insert(record)
    case .flare(let flare): try log.insert(flare)
    case .stage(let change): try log.insert(change)
    case .check(let check): try log.insert(check)
    }
    try log.flush()
    return true
  }
}
