import Core
import SQLite

/// Whether sessions say how many sets they have.
struct SetCountCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// The sessions that do not.
  func sessions() throws -> [EntryID] {
    try log.database.rows(
      """
      SELECT id FROM session
      WHERE set_count <> (SELECT count(*) FROM exercise_set WHERE session_id = session.id)
      """
    ) { EntryID(bytes: $0.blob(0)) }.compactMap(\.self)
  }

  func findings() throws -> [Diagnostic] {
    let wrong = try sessions()
    guard !wrong.isEmpty else { return [] }
    return [
      Diagnostic(
        "set-count", .attention,
        "\(counted(wrong.count, "session says", "sessions say")) another number of sets than there are: "
          + EntryNames(log).list(wrong),
        advice: "'psoas doctor --fix' counts them, after a copy, unless sets were lost",
        entries: wrong)
    ]
  }
}
