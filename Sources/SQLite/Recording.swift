import CSQLite

/// Records the rows that a connection changes, with SQLite's session extension. Tables need a primary key
/// without NULL.
package final class Recording {
  private let database: Database
  private let tables: [String]
  private var session: OpaquePointer?

  /// Starts recording changes of these tables.
  ///
  /// - Parameter tables: in the order that their changes will have.
  /// - Throws: ``SQLiteError``.
  package init(_ database: Database, tables: [String]) throws {
    self.database = database
    self.tables = tables
    try begin()
  }

  // SQLite does not accept NULL here.
  deinit { if let session { sqlite3session_delete(session) } }

  private func begin() throws {
    try database.check(sqlite3session_create(database.handle, "main", &session))
    var on: Int32 = 1
    try database.check(
      sqlite3session_object_config(session, SQLITE_SESSION_OBJCONFIG_SIZE, &on))
    for table in tables { try database.check(sqlite3session_attach(session, table)) }
  }

  /// The most bytes that the changes would take now.
  package var size: Int { Int(sqlite3session_changeset_size(session)) }

  /// The changes since the start or the last call, as a changeset: each row's first and present state. Empty
  /// when nothing differs.
  ///
  /// - Parameter goesOn: whether to record further changes.
  /// - Throws: ``SQLiteError``.
  package func take(goesOn: Bool = true) throws -> [UInt8] {
    var count: Int32 = 0
    var bytes: UnsafeMutableRawPointer?
    try database.check(sqlite3session_changeset(session, &count, &bytes))
    defer { sqlite3_free(bytes) }
    let changes = Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    sqlite3session_delete(session)
    session = nil
    if goesOn { try begin() }
    return changes
  }
}
