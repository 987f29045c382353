import Core
import SQLite

/// Whether changes of stage follow a start of their protocol.
struct ProtocolCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func findings() throws -> [Diagnostic] {
    var followed: String?
    var odd: [EntryID] = []
    _ = try log.database.rows("SELECT id, kind, protocol FROM course_change ORDER BY at, id") {
      row in
      let (kind, name) = (row.text(1), row.text(2))
      if kind != "start", followed != name, let id = EntryID(bytes: row.blob(0)) { odd.append(id) }
      followed = kind == "stop" ? nil : name
    }
    guard !odd.isEmpty else { return [] }
    return [
      Diagnostic(
        "course", .attention,
        "\(counted(odd.count, "change", "changes")) of stage without a start of the protocol before "
          + "it: " + EntryNames(log).list(odd),
        advice: "look at them with 'psoas list stages'; the last can be removed with 'psoas rm ID'",
        entries: odd)
    ]
  }
}
