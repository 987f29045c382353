import Core
import SQLite

/// The columns of a table by name, in the order of the file. The raw value is the column's index in the table
/// and in every row that is read or written, so that no code counts columns.
protocol TableColumn: RawRepresentable<Int>, Sendable {
  static var table: TableSchema { get }
  var column: ColumnSchema { get }
}

extension TableColumn {
  /// A column that every entry has: its key, or one of the four of its moment.
  var shared: ColumnSchema {
    switch rawValue {
    case 0: ColumnSchema("id", is: .key, isKey: true)
    case 1: ColumnSchema("at", is: .moment)
    case 2: ColumnSchema("utc_offset", is: .offset)
    case 3: ColumnSchema("zone", is: .zone)
    default: ColumnSchema("day", is: .day)
    }
  }
}

/// A row to be written: a value for each column of its table, in order.
struct TableRow: Sendable {
  let table: LogTable
  let values: [Value]
}

extension TableColumn {
  /// A row of the table, with NULL for columns not given.
  static func row(_ values: KeyValuePairs<Self, Value>) -> TableRow {
    var row = [Value](repeating: .null, count: table.columns.count)
    for (column, value) in values { row[column.rawValue] = value }
    return TableRow(table: table.table, values: row)
  }
}

extension TableColumn {
  /// A row of an entry.
  static func row(
    id: EntryID, moment: Moment, _ values: KeyValuePairs<Self, Value> = [:]
  ) -> TableRow {
    TableRow(
      table: table.table,
      values: [id.value] + moment.values + row(values).values.dropFirst(1 + moment.values.count))
  }

  /// A row of a part.
  static func row(of parent: EntryID, _ values: KeyValuePairs<Self, Value>) -> TableRow {
    TableRow(table: table.table, values: [parent.value] + row(values).values.dropFirst())
  }
}
