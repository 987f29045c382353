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
      let isPart = ReferenceCheck.parts.contains { $0.table == child && $0.parent == parent }
      let ids =
        isPart && LogTable(rawValue: child) != nil
        ? try OrphanedParts(log).entries(child, parent) : []
      return Diagnostic(
        "references", .attention,
        "\(counted(count, "row")) of '\(child)' \(count == 1 ? "names" : "name") a row of '\(parent)' "
          + "that is not there",
        advice: isPart
          ? "'psoas doctor --fix' removes what belongs to no entry, after a copy"
          : "'psoas doctor --salvage OUT' makes a log in which all fits together",
        entries: ids)
    }
  }

  /// The tables whose rows are parts of a row of another, by their first column.
  static let parts: [(table: String, column: String, parent: String, key: String)] = [
    ("exercise_set", "session_id", "session", "id"),
    ("planned_exercise", "session_id", "session", "id"),
    ("pain_site", "pain_id", "pain", "id"), ("pain_trigger", "pain_id", "pain", "id"),
    ("measurement_trial", "measurement_id", "measurement", "id"),
    ("day_factor", "day_id", "day_record", "id"),
    ("course_answer", "course_id", "course_change", "id"),
    ("check_answer", "check_id", "safety_check", "id"),
    ("check_finding", "check_id", "safety_check", "id"),
    ("operation_part", "operation", "operation", "number"),
  ]
}

/// Rows that belong to an entry that is gone.
struct OrphanedParts {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  private static func clause(_ part: (table: String, column: String, parent: String, key: String))
    -> String
  {
    "WHERE \(part.column) NOT IN (SELECT \(part.key) FROM \(part.parent))"
  }

  /// The keys of the entries that are gone.
  func entries(_ child: String, _ parent: String) throws -> [EntryID] {
    guard
      let part = ReferenceCheck.parts.first(where: { $0.table == child && $0.parent == parent })
    else { return [] }
    return try log.database.rows(
      "SELECT DISTINCT \(part.column) FROM \(part.table) \(OrphanedParts.clause(part))"
    ) { EntryID(bytes: $0.blob(0)) }.compactMap(\.self)
  }

  /// How many there are.
  func count() throws -> Int {
    try ReferenceCheck.parts.reduce(0) { sum, part in
      sum
        + (try log.database.first(
          "SELECT count(*) FROM \(part.table) \(OrphanedParts.clause(part))"
        ) { $0.integer(0) } ?? 0)
    }
  }

  /// Removes them.
  func remove() throws {
    for part in ReferenceCheck.parts {
      try log.database.run("DELETE FROM \(part.table) \(OrphanedParts.clause(part))")
    }
  }
}
