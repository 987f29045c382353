import Core

extension LogStore {
  /// Stores a session. Exercises that are not in the log yet are copied from `exercises`.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ session: Session, exercises: NameIndex<Exercise>) throws {
    try copyExercises(of: session, exercises)
    try insert(rows: session.rows)
  }

  /// Copies the exercises of a session that are not in the log yet.
  func copyExercises(of session: Session, _ exercises: NameIndex<Exercise>) throws {
    for name in Set(session.entries.map(\.exercise)).sorted() {
      if let exercise = exercises.exactly(name.text) { try insert(exercise) }
    }
  }

  /// The sessions of a window, newest first; all when the window is open.
  ///
  /// - Throws: ``StoreError``.
  package func sessions(_ window: EntryWindow = EntryWindow()) throws -> [Session] {
    try statements.entries(in: window)
  }

  /// - Throws: ``StoreError``.
  package func session(_ id: EntryID) throws -> Session? { try statements.entry(id) }
}
