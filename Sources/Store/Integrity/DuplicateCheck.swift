import Core
import SQLite

/// Entries that may have been made twice.
struct DuplicateCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func findings() throws -> [Diagnostic] {
    let sets = SetColumn.table.columns.dropFirst().map { "quote(\($0.name))" }
    // Numbered among their equals, so that however many there are, each is read once.
    let sessions = try later(
      """
      SELECT id FROM (
        SELECT id, row_number() OVER (
          PARTITION BY at, routine, duration_seconds, effort_tenths, set_count, sets ORDER BY id
        ) AS place
        FROM (
          SELECT *, (
            SELECT group_concat(\(sets.joined(separator: " || ',' || ")), ';')
            FROM (SELECT * FROM exercise_set WHERE session_id = session.id ORDER BY entry, number)
          ) AS sets
          FROM session
          WHERE at IN (SELECT at FROM session GROUP BY at HAVING count(*) > 1)))
      WHERE place > 1 ORDER BY id
      """)
    let ratings = try later(
      """
      SELECT id FROM (
        SELECT id, row_number() OVER (
          PARTITION BY at, recall, score_tenths, session_id, tie ORDER BY id
        ) AS place
        FROM pain)
      WHERE place > 1 ORDER BY id
      """)
    return [finding("session", sessions), finding("rating", ratings)].compactMap(\.self)
  }

  private func later(_ sql: String) throws -> [EntryID] {
    try log.database.rows(sql) { EntryID(bytes: $0.blob(0)) }.compactMap(\.self)
  }

  private func finding(_ what: String, _ ids: [EntryID]) -> Diagnostic? {
    guard !ids.isEmpty else { return nil }
    return Diagnostic(
      "duplicate-\(what)s", .note,
      "\(counted(ids.count, "\(what) repeats", "\(what)s repeat")) an earlier one of the same moment: "
        + EntryNames(log).list(ids),
      advice: "when it was logged twice, remove it with 'psoas rm ID'", entries: ids)
  }
}
