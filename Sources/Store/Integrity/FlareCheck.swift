import Core
import SQLite

/// Whether flares follow one another.
struct FlareCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func findings() throws -> [Diagnostic] {
    let advice = "end one with 'psoas flare end', or remove it with 'psoas rm ID'"
    var findings: [Diagnostic] = []
    let open = try ids("SELECT id FROM flare WHERE end_at IS NULL ORDER BY at, id")
    if open.count > 1 {
      findings.append(
        Diagnostic(
          "open-flares", .attention,
          "\(open.count) flares go on at once: " + EntryNames(log).list(open), advice: advice,
          entries: open))
    }
    let overlapping = try ids(
      """
      SELECT DISTINCT b.id FROM flare a JOIN flare b ON (b.at, b.id) > (a.at, a.id)
      WHERE a.end_at IS NOT NULL AND b.at < a.end_at ORDER BY b.id
      """)
    if !overlapping.isEmpty {
      findings.append(
        Diagnostic(
          "overlapping-flares", .attention,
          "\(counted(overlapping.count, "flare begins", "flares begin")) before an earlier one has "
            + "ended: " + EntryNames(log).list(overlapping), advice: advice, entries: overlapping))
    }
    return findings
  }

  private func ids(_ sql: String) throws -> [EntryID] {
    try log.database.rows(sql) { EntryID(bytes: $0.blob(0)) }.compactMap(\.self)
  }
}
