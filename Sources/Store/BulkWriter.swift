import Core
import SQLite

/// Stores many entries with statements that are prepared once. An entry whose key is there already stays
/// as it is. For use within ``LogStore/write(_:_:)``.
package final class BulkWriter {
  private let log: LogStore
  private let sessionRow: Statement
  private let setRow: Statement
  private let countSets: Statement
  private let lastEntry: Statement
  private let moreSets: Statement
  private let noteOf: Statement
  private let newNote: Statement
  private var known: Set<String> = []
  private let exercises: NameIndex<Exercise>

  /// A writer; exercises that sessions name are copied from `exercises` on first use.
  ///
  /// - Throws: ``StoreError``.
  package init(_ log: LogStore, exercises: NameIndex<Exercise>) throws {
    self.log = log
    self.exercises = exercises
    sessionRow = try log.database.prepare(
      """
      INSERT INTO session (id, at, utc_offset, zone, day, routine, duration_seconds, effort_tenths,
        set_count, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """)
    setRow = try log.database.prepare(
      """
      INSERT INTO exercise_set (session_id, entry, number, exercise, reps, hold_seconds, side,
        load_hundredths, load_unit, pain_tenths)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
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
    try sessionRow.run(
      [session.id.value] + session.moment.values + [
        Value(session.routine?.text), Value(session.duration?.seconds),
        Value(session.effort?.tenths), .integer(session.setCount), Value(session.note),
      ])
    guard log.database.changes > 0 else { return false }
    try addSets(session, after: 0)
    try log.flush()
    return true
  }

  /// How many sets the log has of a session; nil without that session.
  ///
  /// - Throws: ``StoreError``.
  package func setCount(of id: EntryID) throws -> Int? {
    try countSets.bind([id.value])
    return try countSets.step() ? countSets.integer(0) : nil
  }

  /// Stores further sets of a session that the log has, and the lines of their note that it
  /// does not have yet, as far as a note may be long.
  ///
  /// - Throws: ``StoreError``.
  package func addMore(_ session: Session) throws {
    try lastEntry.bind([session.id.value])
    let last = try lastEntry.step() ? lastEntry.integer(0) : 0
    try addSets(session, after: last)
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

  private func addSets(_ session: Session, after last: Int) throws {
    for (position, entry) in session.entries.enumerated() {
      let name = entry.exercise.text
      if known.insert(name).inserted, let exercise = exercises.exactly(name) {
        try log.insert(exercise)
      }
      for (number, set) in entry.sets.enumerated() {
        try setRow.run([
          session.id.value, .integer(last + position + 1), .integer(number + 1), .text(name),
          Value(set.reps), Value(set.hold), Value(entry.side?.rawValue),
          Value(entry.load?.hundredths), Value(entry.load?.unit.rawValue),
          Value(entry.pain?.tenths),
        ])
      }
    }
  }

  /// Stores any other entry.
  ///
  /// - Returns: whether it was new.
  /// - Throws: `InputError` for a factor that other days count in another unit, ``StoreError``.
  package func add(_ entry: LogEntry) throws -> Bool {
    guard try !log.holds(entry.kind, entry.id) else { return false }
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

extension LogStore {
  /// Whether there is an entry with this key.
  ///
  /// - Throws: ``StoreError``.
  package func holds(_ kind: EntryKind, _ id: EntryID) throws -> Bool {
    try database.first("SELECT 1 FROM \(kind.table) WHERE id = ?", [id.value]) { _ in true } != nil
  }

  /// The mapping of names that was last used for a form of export.
  ///
  /// - Throws: ``StoreError``.
  package func importMapping(_ form: String) throws -> String? {
    try database.first("SELECT text FROM import_mapping WHERE form = ?", [.text(form)]) {
      $0.text(0)
    }
  }

  /// Remembers a mapping of names.
  ///
  /// - Throws: ``StoreError``.
  package func setImportMapping(_ form: String, _ text: String) throws {
    try database.run(
      """
      INSERT INTO import_mapping (form, text) VALUES (?, ?)
      ON CONFLICT DO UPDATE SET text = excluded.text
      """, [.text(form), .text(text)])
  }
}

extension EntryKind {
  /// The table of its entries.
  var table: String {
    switch self {
    case .session: "session"
    case .pain: "pain"
    case .measurement: "measurement"
    case .day: "day_record"
    case .flare: "flare"
    case .stage: "course_change"
    case .check: "safety_check"
    }
  }
}
