import RehabLog
import SQLite

extension LogStore {
  /// The days of the first and the last entry of any kind, or nil for an empty log.
  ///
  /// - Throws: ``StoreError``.
  public func wholeSpan() throws -> ClosedRange<Day>? {
    try database.first(
      """
      SELECT min(low), max(high) FROM (
        SELECT min(day) AS low, max(day) AS high FROM session
        UNION ALL SELECT min(day), max(day) FROM pain
        UNION ALL SELECT min(day), max(day) FROM measurement
        UNION ALL SELECT min(day), max(day) FROM day_record
        UNION ALL SELECT min(day), max(day) FROM flare
        UNION ALL SELECT min(day), max(day) FROM course_change
        UNION ALL SELECT min(day), max(day) FROM safety_check)
      """
    ) { row in
      row.isNull(0) ? nil : Day(number: row.integer(0))...Day(number: row.integer(1))
    } ?? nil
  }

  /// The key of the entry that was made first, or nil for an empty log.
  ///
  /// - Throws: ``StoreError``.
  public func firstKey() throws -> EntryID? {
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
  public func ratings(of session: EntryID) throws -> [EntryID] {
    try database.rows(
      """
      SELECT id FROM pain WHERE session_id = ? AND at BETWEEN (day - 2) * 86400 AND (day + 3) * 86400
      ORDER BY tie DESC
      """, [session.value]
    ) { try $0.id(0) }
  }
}
