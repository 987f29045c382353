import Core
import SQLite

/// Names entries for people, as far as they can be read.
struct EntryNames {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// How many are named in a sentence.
  static let most = 10

  /// `session 'abc1234' of 2026-11-20`; without what cannot be read.
  func name(_ id: EntryID) -> String {
    for table in EntryKind.allCases.map(\.table) {
      let day = try? log.database.first(
        "SELECT day FROM \(table.rawValue) WHERE id = ?", [id.value]
      ) { $0.integer(0) }
      if let day {
        let isOne = ColumnForm.days.contains(day)
        return "\(table.schema.noun) '\(id.short)'" + (isOne ? " of \(Day(number: day))" : "")
      }
    }
    return "entry '\(id.short)'"
  }

  /// The first of them by name, and how many more there are.
  func list(_ ids: [EntryID]) -> String {
    let names = ids.prefix(EntryNames.most).map(name)
    let more = ids.count > names.count ? ["and \(ids.count - names.count) more"] : []
    return (names + more).joined(separator: ", ")
  }
}
