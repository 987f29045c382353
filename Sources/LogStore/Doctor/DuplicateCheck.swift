import RehabLog
import SQLite

/// Entries that may have been made twice.
struct DuplicateCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func findings() throws -> [LogFinding] {
    let sets =
      """
      SELECT entry, number, exercise, reps, hold_seconds, side, load_hundredths, load_unit, pain_tenths
      FROM exercise_set WHERE session_id =
      """
    let sessions = try later(
      """
      SELECT DISTINCT b.id FROM session a JOIN session b ON b.at = a.at AND b.id > a.id
      WHERE a.routine IS b.routine AND a.duration_seconds IS b.duration_seconds
        AND a.effort_tenths IS b.effort_tenths AND a.set_count = b.set_count
        AND NOT EXISTS (\(sets) a.id EXCEPT \(sets) b.id)
      """)
    let ratings = try later(
      """
      SELECT DISTINCT b.id FROM pain a JOIN pain b ON b.at = a.at AND b.id > a.id
      WHERE a.recall = b.recall AND a.score_tenths = b.score_tenths AND a.session_id IS b.session_id
        AND a.tie IS b.tie
      """)
    return [finding("session", sessions), finding("rating", ratings)].compactMap(\.self)
  }

  private func later(_ sql: String) throws -> [EntryID] {
    try log.database.rows(sql) { EntryID(bytes: $0.blob(0)) }.compactMap(\.self)
  }

  private func finding(_ what: String, _ ids: [EntryID]) -> LogFinding? {
    guard !ids.isEmpty else { return nil }
    return LogFinding(
      "duplicate-\(what)s", .note,
      "\(counted(ids.count, "\(what) repeats", "\(what)s repeat")) an earlier one of the same moment: "
        + EntryNames(log).list(ids),
      advice: "when it was logged twice, remove it with 'psoas rm ID'", entries: ids)
  }
}
