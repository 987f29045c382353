import Core
import SQLite

/// The description of a table: its columns, rules across columns, and its name in an export. `schema.sql`
/// creates the same table; a test tries every limit of one against the other.
///
/// Everything that handles rows derives from it: statements, exports, redaction, salvage and `psoas doctor`.
struct TableSchema: Sendable {
  let table: LogTable
  /// In the order of the file.
  let columns: [ColumnSchema]
  /// Its name in an export; nil if it stays in the log.
  let key: String?
  /// The noun for a row in messages: `session`.
  let noun: String
  /// Whether its rows are left out of a redacted export.
  let isPrivate: Bool
  let rules: [RowRule]

  init<Column: TableColumn>(
    _ table: LogTable, columns: Column.Type, key: String? = nil, noun: String = "",
    isPrivate: Bool = false, rules: [RowRule] = []
  ) {
    self.table = table
    // Counted up, because `allCases` would create an array type for each table at run time.
    var found: [ColumnSchema] = []
    while let column = Column(rawValue: found.count) { found.append(column.column) }
    self.columns = found
    self.key = key
    self.noun = noun
    self.isPrivate = isPrivate
    self.rules = rules
  }

  var name: String { table.rawValue }

  /// The columns of the key; for a part, its parent's first.
  var keys: [ColumnSchema] { columns.filter(\.isKey) }

  /// Whether the table accepts a row, as far as the row alone decides.
  func accepts(_ row: [Value]) -> Bool {
    zip(columns, row).allSatisfy { $0.accepts($1) } && rules.allSatisfy { $0.accepts(row) }
  }
}

/// A rule for the values of several columns in a row. Columns are given by index.
enum RowRule: Sendable {
  /// All of them have a value, or none has.
  case together([Int])
  /// The first is below the second, or equal unless `strictly`; only if both have a value.
  case ascending(low: Int, high: Int, strictly: Bool)
  /// The first is NULL exactly when the second is this word.
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
