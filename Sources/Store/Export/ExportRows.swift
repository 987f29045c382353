import Core
import SQLite

/// Hands out the rows of the log's tables one after the other, so that memory does not grow with them. For
/// use within ``LogStore/read(_:)``.
package final class ExportRows {
  /// The table whose rows they are.
  package let table: ExportTable
  private let statement: Statement
  private let columns: [(form: ExportColumn.Form, at: Int32)]

  /// The rows of a table in the order of their keys.
  ///
  /// - Parameter ofOne: whether ``each(of:_:)`` asks for the parts of one row at a time.
  /// - Throws: ``StoreError``.
  package init(_ log: LogStore, _ table: ExportTable, ofOne: Bool = false) throws {
    self.table = table
    var place: Int32 = 0
    columns = table.columns.map { column in
      defer { place += Int32(column.sql.count) }
      return (column.form, place)
    }
    let names = table.columns.flatMap(\.sql).map { "\"\($0)\"" }.joined(separator: ", ")
    let keys = table.columns.filter(\.isKey).flatMap(\.sql).map { "\"\($0)\"" }
    let filter = ofOne ? " WHERE \(keys[0]) = ?" : ""
    statement = try log.database.prepare(
      "SELECT \(names) FROM \(table.name)\(filter) ORDER BY \(keys.joined(separator: ", "))")
  }

  /// Reads all rows.
  ///
  /// - Throws: ``StoreError``, and what `body` throws.
  package func each(_ body: ([ExportValue]) throws -> Void) throws {
    try statement.bind([])
    while try statement.step() { try body(try row()) }
  }

  /// Reads the rows that belong to one entry.
  ///
  /// - Throws: ``StoreError``, and what `body` throws.
  package func each(of entry: EntryID, _ body: ([ExportValue]) throws -> Void) throws {
    try statement.bind([entry.value])
    while try statement.step() { try body(try row()) }
  }

  private func row() throws -> [ExportValue] {
    try columns.map { column in
      let at = column.at
      if statement.isNull(at) { return .none }
      switch column.form {
      case .key: return .key(try statement.id(at))
      case .slug, .text, .choice: return .text(statement.text(at))
      case .integer, .tenths, .hundredths, .flag, .day: return .integer(statement.integer(at))
      case .moment:
        return .moment(utc: statement.integer(at), offset: statement.integer(at + 1))
      }
    }
  }
}
