import Core
import SQLite

/// Whether what commands changed can still be read, so that it can be taken back.
struct HistoryCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func findings() throws -> [Diagnostic] {
    let unreadable = try damaged()
    guard !unreadable.isEmpty else { return [] }
    let numbers = unreadable.prefix(EntryNames.most).map(String.init).joined(separator: ", ")
    let more = unreadable.count > EntryNames.most ? ", and more" : ""
    return [
      Diagnostic(
        "history", .attention,
        "the history no longer has what \(counted(unreadable.count, "command")) changed (number "
          + "\(numbers)\(more))",
        advice:
          "no entry is lost by it, but 'psoas undo' stops there; 'psoas history --forget' drops "
          + "the history")
    ]
  }

  /// The numbers of the operations whose changes are not as they were kept.
  func damaged() throws -> [Int] {
    let part = try log.database.prepare(
      "SELECT part, changes, fingerprint FROM operation_part WHERE operation = ? ORDER BY part")
    var damaged: [Int] = []
    _ = try log.database.rows(
      "SELECT number, parts, changes, fingerprint FROM operation ORDER BY number"
    ) { row in
      let parts = row.integer(1)
      var isWhole =
        parts == 0 || Int(Fingerprint.of(row.blob(2))) == row.integer(3) && !row.isNull(2)
      var next = 2
      try part.bind([.integer(row.integer(0))])
      while try part.step() {
        isWhole =
          isWhole && part.integer(0) == next
          && Int(Fingerprint.of(part.blob(1))) == part.integer(2)
        next += 1
      }
      if !isWhole || (parts > 0 && next != parts + 1) { damaged.append(row.integer(0)) }
    }
    return damaged
  }
}
