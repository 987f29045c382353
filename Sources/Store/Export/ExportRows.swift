import Core
import SQLite

/// Reads the rows of the log's tables one by one, so that memory does not grow with them. For use within
/// ``LogStore/read(_:)``.
package final class ExportRows {
  /// The table of the rows.
  package let table: ExportTable
  private let statement: Statement
  private let columns: [(form: ColumnForm, place: Int32)]

  /// The rows of a table in key order.
  ///
  /// - Parameter ofOne: whether ``each(of:_:)`` will ask for the parts of one row at a time.
  /// - Throws: ``StoreError``.
  package init(_ log: LogStore, table: ExportTable, ofOne: Bool = false) throws {
    self.table = table
    let schema = try LogTable(table).schema
    columns = schema.exportedPlaces.map { (schema.columns[$0].form, Int32($0)) }
    statement = try log.database.prepare(schema.sorted(ofParent: ofOne))
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
    try columns.map { form, place in
      if statement.isNull(place) { return .none }
      switch form {
      case .key: return .key(try statement.id(place))
      case .moment:
        return .moment(utc: statement.integer(place), offset: statement.integer(place + 1))
      default:
        return form.storage == .text
          ? .text(statement.text(place)) : .integer(statement.integer(place))
      }
    }
  }
}
