import Core
import SQLite

extension LogStore {
  /// Stores a session. Its exercises that the log has not seen yet are copied from `exercises`.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ session: Session, exercises: NameIndex<Exercise>) throws {
    try database.run(
      """
      INSERT INTO session (id, at, utc_offset, zone, day, routine, duration_seconds, effort_tenths,
        set_count, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [session.id.value] + session.moment.values + [
        Value(session.routine?.text), Value(session.duration?.seconds),
        Value(session.effort?.tenths), .integer(session.setCount), Value(session.note),
      ])
    try insertSets(of: session, exercises)
    for (position, text) in session.planned.enumerated() {
      try database.run(
        "INSERT INTO planned_exercise (session_id, position, entry) VALUES (?, ?, ?)",
        [session.id.value, .integer(position + 1), .text(text)])
    }
  }

  /// Stores the sets of a session.
  func insertSets(of session: Session, _ exercises: NameIndex<Exercise>) throws {
    let names = Set(session.entries.map(\.exercise))
    for name in names.sorted() {
      if let exercise = exercises.exactly(name.text) { try insert(exercise) }
    }
    let insertSet = try database.prepare(
      """
      INSERT INTO exercise_set (session_id, entry, number, exercise, reps, hold_seconds, side,
        load_hundredths, load_unit, pain_tenths)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for (position, entry) in session.entries.enumerated() {
      for (number, set) in entry.sets.enumerated() {
        try insertSet.run([
          session.id.value, .integer(position + 1), .integer(number + 1),
          .text(entry.exercise.text), Value(set.reps), Value(set.hold),
          Value(entry.side?.rawValue), Value(entry.load?.hundredths),
          Value(entry.load?.unit.rawValue), Value(entry.pain?.tenths),
        ])
      }
    }
  }

  /// The sessions of a window, newest first; all when the window is open.
  ///
  /// - Throws: ``StoreError``.
  package func sessions(_ window: EntryWindow = EntryWindow()) throws -> [Session] {
    let parts = try Parts(database)
    return try database.rows(
      LogStore.sessionColumns + window.clause("session"), window.values
    ) { row in try self.session(row, parts) }
  }

  /// The session with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func session(_ id: EntryID) throws -> Session? {
    let parts = try Parts(database)
    return try database.first(LogStore.sessionColumns + " WHERE id = ?", [id.value]) {
      try self.session($0, parts)
    }
  }

  private static let sessionColumns =
    "SELECT id, at, utc_offset, zone, day, routine, duration_seconds, effort_tenths, note FROM session"

  /// The statements for what belongs to a session.
  private struct Parts {
    let entries: Statement
    let planned: Statement

    init(_ database: Database) throws {
      entries = try database.prepare(
        """
        SELECT entry, exercise, reps, hold_seconds, side, load_hundredths, load_unit, pain_tenths
        FROM exercise_set WHERE session_id = ? ORDER BY entry, number
        """)
      planned = try database.prepare(
        "SELECT entry FROM planned_exercise WHERE session_id = ? ORDER BY position")
    }
  }

  private func session(_ row: Statement, _ parts: Parts) throws -> Session {
    let id = try row.id(0)
    var planned: [String] = []
    try parts.planned.bind([id.value])
    while try parts.planned.step() { planned.append(parts.planned.text(0)) }
    return Session(
      id: id, moment: try row.moment(1),
      routine: row.optionalText(5).map { Slug(stored: $0) },
      duration: row.optionalInteger(6).flatMap { Duration(seconds: $0) },
      effort: row.optionalInteger(7).flatMap { Effort(tenths: $0) },
      entries: try self.entries(of: id, parts.entries), planned: planned,
      note: row.optionalText(8))
  }

  /// Puts the rows of one session, one for each set, together again.
  private func entries(of id: EntryID, _ statement: Statement) throws -> [ExerciseEntry] {
    var entries: [ExerciseEntry] = []
    var current: (entry: Int, head: ExerciseEntry, sets: [SetDone])?
    func finish() {
      guard let done = current else { return }
      entries.append(
        ExerciseEntry(
          exercise: done.head.exercise, sets: done.sets, side: done.head.side,
          load: done.head.load, pain: done.head.pain))
    }
    try statement.bind([id.value])
    while try statement.step() {
      let entry = statement.integer(0)
      let set = SetDone(
        reps: statement.optionalInteger(2), hold: statement.optionalInteger(3))
      if current?.entry == entry {
        current?.sets.append(set)
      } else {
        finish()
        current = (entry, head(statement), [set])
      }
    }
    finish()
    return entries
  }

  private func head(_ row: Statement) -> ExerciseEntry {
    let unit = row.optionalText(6).flatMap { Load.Unit(rawValue: $0) }
    return ExerciseEntry(
      exercise: Slug(stored: row.text(1)), sets: [],
      side: row.optionalText(4).flatMap { Side(rawValue: $0) },
      load: unit.flatMap { Load(hundredths: row.integer(5), unit: $0) },
      pain: row.painScore(7))
  }
}
