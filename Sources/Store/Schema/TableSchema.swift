import Core
import SQLite

/// What a table is: its columns, what they have to do with one another, and what it is called in an
/// export. `schema.sql` makes the same table; a test tries every limit of the one against the other.
///
/// Everything that handles rows derives from it: statements, exports, redaction, salvage and `psoas doctor`.
struct TableSchema: Sendable {
  let table: LogTable
  /// In the order of the file.
  let columns: [ColumnSchema]
  /// Its name in an export; nil for what stays in the log.
  let key: String?
  /// What a row is called in a message: `session`.
  let noun: String
  /// Whether its rows are left out of a redacted export.
  let isPrivate: Bool
  let rules: [RowRule]

  init<Column: TableColumn>(
    _ table: LogTable, columns: Column.Type, key: String? = nil, noun: String = "",
    isPrivate: Bool = false, rules: [RowRule] = []
  ) {
    self.table = table
    // Counted up, because `allCases` would make a type of array for each table at run time.
    var found: [ColumnSchema] = []
    while let column = Column(rawValue: found.count) { found.append(column.column) }
    self.columns = found
    self.key = key
    self.noun = noun
    self.isPrivate = isPrivate
    self.rules = rules
  }

  var name: String { table.rawValue }

  /// The columns of the key, the parent's of a part first.
  var keys: [ColumnSchema] { columns.filter(\.isKey) }

  /// Whether the table takes a row, as far as the row alone says.
  func accepts(_ row: [Value]) -> Bool {
    zip(columns, row).allSatisfy { $0.accepts($1) } && rules.allSatisfy { $0.accepts(row) }
  }
}

/// What the values of some columns of a row have to do with one another. Columns by their places.
enum RowRule: Sendable {
  /// All of them have a value, or none.
  case together([Int])
  /// The first is below the second, or the same unless `strictly`; where both have a value.
  case ascending(low: Int, high: Int, strictly: Bool)
  /// The first is NULL exactly where the second is this word.
  case empty(Int, where: Int, is: String)

  func accepts(_ row: [Value]) -> Bool {
    switch self {
    case .together(let places):
      let empty = places.count { row[$0] == .null }
      return empty == 0 || empty == places.count
    case .ascending(let low, let high, let strictly):
      guard case .integer(let low) = row[low], case .integer(let high) = row[high] else {
        return true
      }
      return strictly ? low < high : low <= high
    case .empty(let place, let other, let word):
      return (row[place] == .null) == (row[other] == .text(word))
    }
  }
}
