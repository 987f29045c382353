import Core
import SQLite

/// Makes what entries name again, where it could not be read.
struct SalvageRebuilding {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func exercises(_ salvaged: inout Salvaged) throws {
    let missing = try names(
      "SELECT DISTINCT exercise FROM exercise_set WHERE exercise NOT IN (SELECT slug FROM exercise)"
    )
    let catalogue = try? Catalogue()
    for slug in missing {
      if let exercise = catalogue?.exercises.first(where: { $0.slug.text == slug }) {
        try log.insert(exercise)
        salvaged.rebuilt.append("the exercise '\(slug)' is the program's own again")
      } else if try make(
        "INSERT INTO exercise (slug, name, one_sided, dose, own) VALUES (?1, ?1, 0, 'none', 1)",
        slug)
      {
        salvaged.rebuilt.append("of the exercise '\(slug)' only the name was left")
      } else {
        try drop("exercise_set", "exercise", slug, &salvaged)
      }
    }
  }

  func kinds(_ salvaged: inout Salvaged) throws {
    let missing = try names(
      "SELECT DISTINCT kind FROM measurement WHERE kind NOT IN (SELECT slug FROM measurement_kind)")
    for slug in missing {
      if let kind = MeasurementKind.builtIn.first(where: { $0.slug.text == slug }) {
        try log.insert(kind, own: false)
        salvaged.rebuilt.append("the kind of measurement '\(slug)' is the program's own again")
      } else if try make(
        """
        INSERT INTO measurement_kind (slug, title, unit, better, sided, lowest, highest, own)
        VALUES (?1, ?1, 'count', 'higher', 0, -1000000, 1000000, 1)
        """, slug)
      {
        salvaged.rebuilt.append(
          "of the kind of measurement '\(slug)' only the name was left; its unit and direction are not "
            + "known")
      } else {
        try drop("measurement", "kind", slug, &salvaged)
      }
    }
  }

  private func names(_ sql: String) throws -> [String] {
    try log.database.rows(sql) { $0.text(0) }
  }

  private func make(_ sql: String, _ slug: String) throws -> Bool {
    do {
      try log.database.run(sql, [.text(slug)])
      return true
    } catch let error as StoreError where error.kind == .refused {
      return false
    }
  }

  private func drop(
    _ table: String, _ column: String, _ slug: String, _ salvaged: inout Salvaged
  ) throws {
    try log.database.run("DELETE FROM \(table) WHERE \(column) = ?", [.text(slug)])
    salvaged.lost.append(
      Salvaged.Loss(
        table, rows: log.database.changes,
        reason: "what it names, \(quoted(slug)), cannot be a name"))
  }
}
