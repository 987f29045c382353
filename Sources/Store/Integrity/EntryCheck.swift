import Core
import SQLite

/// Reads every entry by itself, so that one that cannot be read does not hide the next.
struct EntryCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func findings() throws -> [Diagnostic] {
    var unreadable: [EntryID] = []
    var reasons: Set<String> = []
    for kind in EntryKind.allCases {
      let keys = try log.database.rows("SELECT id FROM \(kind.table.rawValue)") { $0.blob(0) }
      for key in keys {
        do {
          try read(kind, try StoreError.required(EntryID(bytes: key), "key"))
        } catch let error as StoreError where error.kind.isOfContents {
          reasons.insert(error.message)
          if let id = EntryID(bytes: key) { unreadable.append(id) }
        }
      }
    }
    guard !reasons.isEmpty else { return [] }
    let names = unreadable.isEmpty ? "" : ": " + EntryNames(log).list(unreadable)
    return [
      Diagnostic(
        "entries", .attention,
        "\(counted(max(1, unreadable.count), "entry", "entries")) cannot be read\(names); "
          + reasons.sorted().joined(separator: ", "),
        advice: "remove it with 'psoas rm ID', or save the rest with 'psoas doctor --salvage OUT'",
        entries: unreadable)
    ]
  }

  /// The entry alone: what lies around a session is an entry of its own.
  private func read(_ kind: EntryKind, _ id: EntryID) throws {
    switch kind {
    case .session: _ = try log.session(id)
    case .pain: _ = try log.painRating(id)
    case .measurement:
      _ = try StoreError.required(try log.measurement(id), "measurement without its kind")
    case .day: _ = try log.dayRecord(id)
    case .flare: _ = try log.flare(id)
    case .stage: _ = try log.stageTransition(id)
    case .check: _ = try log.safetyCheck(id)
    }
  }
}
