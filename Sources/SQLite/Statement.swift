import CSQLite

/// A prepared statement. Columns are numbered from 0 and valid for the current row.
package final class Statement {
  let handle: OpaquePointer
  private let database: Database

  init(handle: OpaquePointer, database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Resets the statement and binds values to the parameters in order.
  ///
  /// - Throws: ``SQLiteError`` when there are more values than parameters.
  package func bind(_ values: [Value]) throws {
    sqlite3_reset(handle)
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
  }

  /// Resets the statement and binds a value of a change to the only parameter.
  ///
  /// - Throws: ``SQLiteError``.
  package func bind(_ value: ChangeValue) throws {
    sqlite3_reset(handle)
    try database.check(sqlite3_bind_value(handle, 1, value.handle))
  }

  private func bind(_ value: Value, at index: Int32) throws {
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .integer(let integer): sqlite3_bind_int64(handle, index, Int64(integer))
      case .text(let text):
        // With an explicit length, a NUL inside does not end the text.
        sqlite3_bind_text64(
          handle, index, text, UInt64(text.utf8.count), csqlite_transient(), UInt8(SQLITE_UTF8))
      case .blob(let bytes):
        sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), csqlite_transient())
      }
    guard code == SQLITE_OK else { throw database.error(code) }
  }

  /// Moves to the next row.
  ///
  /// - Returns: false at the end.
  /// - Throws: ``SQLiteError``.
  package func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw database.error(code)
    }
  }

  /// Binds, runs to the end and resets.
  ///
  /// - Throws: ``SQLiteError``.
  package func run(_ values: [Value] = []) throws {
    try bind(values)
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// The result of `read` for each row. The statement is always reset afterwards: in the middle of its rows
  /// it would keep the lock on the file.
  ///
  /// - Throws: ``SQLiteError``, and what `read` throws.
  package func rows<Result>(
    _ values: [Value] = [], read: (Statement) throws -> Result
  ) throws -> [Result] {
    try bind(values)
    defer { sqlite3_reset(handle) }
    var results: [Result] = []
    while try step() { results.append(try read(self)) }
    return results
  }

  /// How many columns its rows have.
  package var columns: Int32 { sqlite3_column_count(handle) }

  /// Whether a column is NULL.
  package func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// A column as an integer; 0 for NULL.
  package func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// A column as an integer, or nil for NULL.
  package func optionalInteger(_ column: Int32) -> Int? { isNull(column) ? nil : integer(column) }

  /// A column as a floating-point number; 0 for NULL.
  package func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// A column as text; empty for NULL.
  package func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// A column as text, or nil for NULL.
  package func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// A column as bytes; empty for NULL.
  package func blob(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  /// A column as a value that can be bound; a floating-point number as text.
  package func value(_ column: Int32) -> Value {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_BLOB: .blob(blob(column))
    default: .text(text(column))
    }
  }
}
