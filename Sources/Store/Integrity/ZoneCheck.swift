import Core
import SQLite

/// Whether the time zones that entries name are known here.
struct ZoneCheck {
  private let log: LogStore
  private let knowsZone: @Sendable (String) -> Bool

  init(_ log: LogStore, _ around: Doctor.Surroundings) {
    self.log = log
    knowsZone = around.knowsZone
  }

  func findings() throws -> [Diagnostic] {
    let zones = EntryKind.allCases.flatMap { kind in
      kind.table.schema.columns.filter(\.form.isZone).map {
        "SELECT \($0.name) FROM \(kind.table.rawValue) WHERE \($0.name) IS NOT NULL"
      }
    }
    let names = try log.database.rows(zones.joined(separator: " UNION ")) { $0.text(0) }
    let unknown = names.filter { !knowsZone($0) }
    guard !unknown.isEmpty else { return [] }
    return [
      Diagnostic(
        "zones", .note,
        "entries name time zones that are not known here: "
          + unknown.prefix(EntryNames.most).map { quoted($0) }.joined(separator: ", "),
        advice: "nothing is lost: each entry keeps its own offset and day")
    ]
  }
}
