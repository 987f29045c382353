import Core
import SQLite

extension LogStore {
  /// The first day from a day on that has an entry of any kind, or nil where there is none.
  ///
  /// - Throws: ``StoreError``.
  package func firstDay(from day: Day) throws -> Day? {
    let lowest = EntryKind.allCases.map {
      "SELECT min(day) AS low FROM \($0.table) WHERE day >= ?1"
    }
    return try database.first(
      "SELECT min(low) FROM (\(lowest.joined(separator: " UNION ALL ")))", [.integer(day.number)]
    ) { row in
      row.isNull(0) ? nil : Day(number: row.integer(0))
    } ?? nil
  }

  /// The key of the entry that was made first, or nil for an empty log.
  ///
  /// - Throws: ``StoreError``.
  package func firstKey() throws -> EntryID? {
    try database.first(
      """
      SELECT min(id) FROM (
        SELECT min(id) AS id FROM session UNION ALL SELECT min(id) FROM pain
        UNION ALL SELECT min(id) FROM measurement UNION ALL SELECT min(id) FROM day_record
        UNION ALL SELECT min(id) FROM flare UNION ALL SELECT min(id) FROM course_change
        UNION ALL SELECT min(id) FROM safety_check)
      """
    ) { $0.isNull(0) ? nil : try $0.id(0) } ?? nil
  }

  /// The keys of the ratings before and after a session, those left out whose day is not the one of
  /// their moment: no window of entries has them, and `psoas doctor` names them.
  ///
  /// - Throws: ``StoreError``.
  package func ratings(of session: EntryID) throws -> [EntryID] {
    try database.rows(
      """
      SELECT id FROM pain WHERE session_id = ? AND at BETWEEN (day - 2) * 86400 AND (day + 3) * 86400
      ORDER BY tie DESC
      """, [session.value]
    ) { try $0.id(0) }
  }
}
