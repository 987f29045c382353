import Core
import SQLite

/// Whether every row names only rows that are there.
struct ReferenceCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func findings() throws -> [Diagnostic] {
    var counts: [[String]: Int] = [:]
    _ = try log.database.rows("PRAGMA foreign_key_check") {
      counts[[$0.text(0), $0.text(2)], default: 0] += 1
    }
    return try counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { names, count in
      let (child, parent) = (names[0], names[1])
      let part = LogTable(rawValue: child).flatMap { table in
        table.isPart(ofTable: parent) ? table : nil
      }
      return Diagnostic(
        "references", .attention,
        "\(counted(count, "row")) of '\(child)' \(count == 1 ? "names" : "name") a row of '\(parent)' "
          + "that is not there",
        advice: part != nil
          ? "'psoas doctor --fix' removes what belongs to no entry, after a copy"
          : "'psoas doctor --salvage OUT' makes a log in which all fits together",
        entries: try part.map { try OrphanedParts(log).entries(of: $0) } ?? [])
    }
  }
}

/// Rows that belong to an entry that is gone.
struct OrphanedParts {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// The keys of the entries that are gone.
  func entries(of part: LogTable) throws -> [EntryID] {
    guard part.isOfEntry, let condition = part.schema.orphanCondition else { return [] }
    return try log.database.rows(
      "SELECT DISTINCT \(part.schema.columns[0].name) FROM \(part.rawValue) WHERE \(condition)"
    ) { EntryID(bytes: $0.blob(0)) }.compactMap(\.self)
  }

  /// How many there are.
  func count() throws -> Int {
    try conditions.reduce(0) { sum, rows in
      sum + (try log.database.first("SELECT count(*) FROM \(rows)") { $0.integer(0) } ?? 0)
    }
  }

  /// Removes them.
  func remove() throws {
    for rows in conditions { try log.database.run("DELETE FROM \(rows)") }
  }

  private var conditions: [String] {
    LogTable.allCases.compactMap { table in
      table.schema.orphanCondition.map { "\(table.rawValue) WHERE \($0)" }
    }
  }
}
