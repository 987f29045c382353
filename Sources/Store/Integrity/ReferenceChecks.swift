import Core
import SQLite

/// Checks whether rows that refer to each other agree: references, numbers of sets, definitions.
struct ReferenceChecks {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// Checks that every row refers only to existing rows.
  func references() throws -> [Diagnostic] {
    var counts: [[String]: Int] = [:]
    _ = try log.database.rows("PRAGMA foreign_key_check") {
      counts[[$0.text(0), $0.text(2)], default: 0] += 1
    }
    return try counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { names, count in
      let (child, parent) = (names[0], names[1])
      let part = LogTable(rawValue: child).flatMap { $0.isPart(ofTable: parent) ? $0 : nil }
      return Diagnostic(
        "references", severity: .attention,
        statement:
          "\(count.counted("row")) of '\(child)' \(count == 1 ? "names" : "name") a row of "
          + "'\(parent)' that is not there",
        advice: part != nil
          ? "'psoas doctor --fix' removes what belongs to no entry, after a backup"
          : "'psoas doctor --salvage OUT' makes a log in which all fits together",
        entries: try part.map { try orphanedEntries(of: $0) } ?? [])
    }
  }

  /// The keys of missing entries that have rows in another table.
  private func orphanedEntries(of part: LogTable) throws -> [EntryID] {
    guard part.isOfEntry, let condition = part.schema.orphanCondition else { return [] }
    return try log.entries(
      "SELECT DISTINCT \(part.schema.columns[0].name) FROM \(part.rawValue) WHERE \(condition)")
  }

  /// How many rows belong to a missing entry.
  func orphanCount() throws -> Int {
    try ReferenceChecks.orphans.reduce(0) { sum, rows in
      sum + (try log.database.first("SELECT count(*) FROM \(rows)") { $0.integer(0) } ?? 0)
    }
  }

  func removeOrphans() throws {
    for rows in ReferenceChecks.orphans { try log.database.run("DELETE FROM \(rows)") }
  }

  private static var orphans: [String] {
    LogTable.allCases.compactMap { table in
      table.schema.orphanCondition.map { "\(table.rawValue) WHERE \($0)" }
    }
  }

  /// The sessions whose number of sets is wrong.
  func miscountedSessions() throws -> [EntryID] {
    try log.entries(
      """
      SELECT id FROM session
      WHERE set_count <> (SELECT count(*) FROM exercise_set WHERE session_id = session.id)
      """)
  }

  func setCounts() throws -> [Diagnostic] {
    let wrong = try miscountedSessions()
    guard !wrong.isEmpty else { return [] }
    return [
      Diagnostic(
        "set-count", severity: .attention,
        statement:
          "\(wrong.count.counted("session says", several: "sessions say")) another number of sets than "
          + "there are: " + EntryNames(log).list(wrong),
        advice: "'psoas doctor --fix' counts them, after a backup, unless sets were lost",
        entries: wrong)
    ]
  }

  /// Checks that the user's own routines and protocols can still be read.
  func definitions() throws -> [Diagnostic] {
    let catalogue = Catalogue(
      own: try log.ownExercises(), kinds: MeasurementKind.builtIn + (try log.ownKinds()),
      sources: try log.ownDefinitions()
    ).withProtocols()
    return catalogue.unreadable.map {
      Diagnostic(
        "definition", severity: .attention, statement: $0,
        advice:
          "add it again with 'psoas protocol add FILE', or remove it with 'psoas protocol remove'")
    }
  }
}

extension LogStore {
  /// The keys in the first column of a query.
  func entries(_ sql: String) throws -> [EntryID] {
    try database.rows(sql) { EntryID(bytes: $0.blob(0)) }.compactMap(\.self)
  }
}
