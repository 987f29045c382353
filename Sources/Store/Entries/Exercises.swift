import Core
import SQLite

extension LogStore {
  /// Adds an exercise. An existing one stays unchanged.
  ///
  /// - Returns: whether it was added.
  /// - Throws: ``StoreError``.
  @discardableResult
  package func insert(_ exercise: Exercise) throws -> Bool {
    let added = try statements.insertNew(exercise.row)
    // The aliases of built-in exercises are built in too; only the user's are stored.
    if added, exercise.own { try insert(rows: exercise.aliasRows) }
    return added
  }

  /// The exercises that the user added, by name.
  ///
  /// - Throws: ``StoreError``.
  package func ownExercises() throws -> [Exercise] {
    let aliases = try database.prepare(
      "SELECT alias FROM exercise_alias WHERE exercise = ? ORDER BY alias")
    return try database.rows(ExerciseColumn.table.select + " WHERE own = 1 ORDER BY slug") {
      let row = StoredRow<ExerciseColumn>($0)
      var names: [String] = []
      try aliases.bind([.text(row.text(.slug))])
      while try aliases.step() { names.append(aliases.text(0)) }
      return Exercise(row, aliases: names)
    }
  }
}
