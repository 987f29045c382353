import Core
import SQLite

/// Makes the saved rows consistent, and reports what it removed or recreated for that.
///
/// The order matters. Parts without their entry go first, since nothing should be recreated for them. Then
/// missing exercises and kinds are recreated; where that fails, the entries that refer to them go, and their
/// parts in a second pass. Entries that are then empty go next, and sets are counted last.
struct SalvageSettling {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// Why an entry is lost although its own row was read.
  static let emptied = "its values could not be read"

  func settle(_ salvaged: inout Salvaged) throws {
    try dropParts(&salvaged)
    try untieRatings(&salvaged)
    let rebuilding = SalvageRebuilding(log)
    try rebuilding.exercises(&salvaged)
    try rebuilding.kinds(&salvaged)
    try dropParts(&salvaged)
    try dropAliases(&salvaged)
    try dropEmpty(&salvaged)
    try countSets(&salvaged)
    try forgetHistory(&salvaged)
  }

  /// Removes the parts of entries that could not be read.
  private func dropParts(_ salvaged: inout Salvaged) throws {
    for part in LogTable.allCases where part.isOfEntry {
      guard case .part(let parent) = part.role, let gone = part.schema.orphanCondition else {
        continue
      }
      let name = part.rawValue
      salvaged.lost += try log.database.rows(
        "SELECT \(part.schema.columns[0].name), count(*) FROM \(name) WHERE \(gone) GROUP BY 1"
      ) {
        Salvaged.Loss(
          name, entry: EntryID(bytes: $0.blob(0)), rows: $0.integer(1),
          reason: "the \(parent.rawValue) that it belongs to could not be read")
      }
      try log.database.run("DELETE FROM \(name) WHERE \(gone)")
    }
  }

  /// Turns the rating of a missing session into a separate one.
  private func untieRatings(_ salvaged: inout Salvaged) throws {
    try log.database.run(
      """
      UPDATE pain SET session_id = NULL, tie = NULL
      WHERE session_id IS NOT NULL AND session_id NOT IN (SELECT id FROM session)
      """)
    if log.database.changes > 0 {
      salvaged.rebuilt.append(
        "\(log.database.changes.counted("pain rating")) of a session that was lost "
          + "\(log.database.changes == 1 ? "is" : "are") without a session now")
    }
  }

  private func dropAliases(_ salvaged: inout Salvaged) throws {
    let gone = "WHERE exercise NOT IN (SELECT slug FROM exercise)"
    let aliases = try log.database.rows("SELECT alias FROM exercise_alias \(gone)") { $0.text(0) }
    for alias in aliases {
      salvaged.lost.append(
        Salvaged.Loss(
          "exercise_alias", rows: 1,
          reason: "the exercise behind the alias \(alias.quoted) could not be read"))
    }
    try log.database.run("DELETE FROM exercise_alias \(gone)")
  }

  /// Reports use the number stored in the session. Where it differs, sets were lost.
  private func countSets(_ salvaged: inout Salvaged) throws {
    salvaged.changed += try ReferenceChecks(log).miscountedSessions()
    try log.database.run(
      """
      UPDATE session
      SET set_count = (SELECT count(*) FROM exercise_set WHERE session_id = session.id)
      WHERE set_count <> (SELECT count(*) FROM exercise_set WHERE session_id = session.id)
      """)
  }

  /// A measurement without values, or a day without factors, is empty.
  private func dropEmpty(_ salvaged: inout Salvaged) throws {
    for (table, part) in [("measurement", LogTable.measurementTrial), ("day_record", .dayFactor)] {
      let empty =
        "WHERE id NOT IN (SELECT \(part.schema.columns[0].name) FROM \(part.rawValue))"
      salvaged.lost += try log.database.rows("SELECT id FROM \(table) \(empty)") {
        Salvaged.Loss(
          table, entry: EntryID(bytes: $0.blob(0)), rows: 1, reason: SalvageSettling.emptied)
      }
      try log.database.run("DELETE FROM \(table) \(empty)")
    }
  }

  /// A command with incomplete changes stays in the history, but cannot be undone.
  private func forgetHistory(_ salvaged: inout Salvaged) throws {
    try log.database.run(
      "DELETE FROM operation_part WHERE operation NOT IN (SELECT number FROM operation)")
    let damaged = try HistoryChecks(log).damagedOperations()
    let nothing = Int(Fingerprint.of([]))
    for number in damaged {
      try log.database.run(
        """
        UPDATE operation SET parts = 0, changes = NULL, fingerprint = ?2,
          undone = CASE WHEN undone > 0 THEN 0 ELSE undone END
        WHERE number = ?1
        """, values: [.integer(number), .integer(nothing)])
      try log.database.run(
        "DELETE FROM operation_part WHERE operation = ?", values: [.integer(number)])
    }
    if !damaged.isEmpty {
      salvaged.lost.append(
        Salvaged.Loss(
          "operation", rows: damaged.count,
          reason: "what these commands changed could not be read, so that they cannot be undone"
        ))
    }
  }
}
