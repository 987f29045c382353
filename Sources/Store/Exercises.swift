import Core
import SQLite

extension LogStore {
  /// Adds an exercise. One that is there already stays as it is.
  ///
  /// - Returns: whether it was added.
  /// - Throws: ``StoreError``.
  @discardableResult
  package func insert(_ exercise: Exercise) throws -> Bool {
    try database.run(
      """
      INSERT INTO exercise (slug, name, one_sided, dose, aim, cue, own, variant_of, easier, harder)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """,
      [
        .text(exercise.slug.text), .text(exercise.name), Value(exercise.oneSided),
        .text(exercise.dose.rawValue), Value(exercise.aim), Value(exercise.cue),
        Value(exercise.own), Value(exercise.variantOf?.text), LogStore.list(exercise.easier),
        LogStore.list(exercise.harder),
      ])
    let added = database.changes > 0
    // The program's own aliases come with the program; only the user's need a place.
    if added, exercise.own {
      for alias in exercise.aliases {
        try database.run(
          "INSERT INTO exercise_alias (alias, exercise) VALUES (?, ?)",
          [.text(alias), .text(exercise.slug.text)])
      }
    }
    return added
  }

  /// The exercises that the user added, by name.
  ///
  /// - Throws: ``StoreError``.
  package func ownExercises() throws -> [Exercise] {
    let aliases = try database.prepare(
      "SELECT alias FROM exercise_alias WHERE exercise = ? ORDER BY alias")
    return try database.rows(
      """
      SELECT slug, name, one_sided, dose, aim, cue, variant_of, easier, harder
      FROM exercise WHERE own = 1 ORDER BY slug
      """
    ) { row in
      var names: [String] = []
      try aliases.bind([.text(row.text(0))])
      while try aliases.step() { names.append(aliases.text(0)) }
      return Exercise(
        slug: Slug(stored: row.text(0)), name: row.text(1), aliases: names,
        oneSided: row.integer(2) != 0, dose: DoseKind(rawValue: row.text(3)) ?? .none,
        aim: row.optionalText(4), cue: row.optionalText(5), easier: row.slugs(7),
        harder: row.slugs(8), variantOf: row.optionalText(6).map { Slug(stored: $0) }, own: true)
    }
  }

  private static func list(_ slugs: [Slug]) -> Value {
    slugs.isEmpty ? .null : .text(slugs.map(\.text).joined(separator: ","))
  }
}
