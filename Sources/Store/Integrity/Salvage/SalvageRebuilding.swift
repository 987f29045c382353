import Core
import SQLite

/// Recreates exercises and kinds of measurement that entries refer to and that could not be read.
struct SalvageRebuilding {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func exercises(_ salvaged: inout Salvaged) throws {
    let missing = try names(
      "SELECT DISTINCT exercise FROM exercise_set WHERE exercise NOT IN (SELECT slug FROM exercise)"
    )
    let catalogue = Catalogue()
    for slug in missing {
      if let exercise = catalogue.exercises.first(where: { $0.slug.text == slug }) {
        try log.insert(exercise)
        salvaged.rebuilt.append("the exercise '\(slug)' is the program's own again")
      } else if try make({
        let bare = Slug(stored: slug)
        try log.insert(Exercise(slug: bare, name: slug, oneSided: false, dose: .none, own: true))
      }) {
        salvaged.rebuilt.append("of the exercise '\(slug)' only the name was left")
      } else {
        try drop(from: "exercise_set", where: "exercise", is: slug, &salvaged)
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
      } else if try make({
        let bare = MeasurementKind(
          slug: Slug(stored: slug), title: slug, unit: .count, better: .higher, sided: false,
          range: MeasurementKindColumn.values)
        try log.insert(bare, own: true)
      }) {
        salvaged.rebuilt.append(
          "of the kind of measurement '\(slug)' only the name was left; its unit and direction are not "
            + "known")
      } else {
        try drop(from: "measurement", where: "kind", is: slug, &salvaged)
      }
    }
  }

  private func names(_ sql: String) throws -> [String] {
    try log.database.rows(sql) { $0.text(0) }
  }

  private func make(_ insert: () throws -> Void) throws -> Bool {
    do {
      try insert()
      return true
    } catch let error as StoreError where error.kind == .refused {
      return false
    }
  }

  private func drop(
    from table: String, where column: String, is slug: String, _ salvaged: inout Salvaged
  ) throws {
    try log.database.run("DELETE FROM \(table) WHERE \(column) = ?", values: [.text(slug)])
    salvaged.lost.append(
      Salvaged.Loss(
        table, rows: log.database.changes,
        reason: "what it names, \(slug.quoted), cannot be a name"))
  }
}
