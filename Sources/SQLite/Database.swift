import CSQLite

/// A connection to a database file, configured for a health log.
package final class Database {
  let handle: OpaquePointer
  /// Converts the error of a failed call for the caller.
  private let explain: (SQLiteError) -> any Error

  /// Opens an existing file for reading and, if permitted, writing.
  ///
  /// Reading needs write access too: after a crash the first reader rolls the journal back.
  ///
  /// - Parameter explain: converts the error of every failed call; unchanged by default.
  /// - Throws: ``SQLiteError``, converted, when the file cannot be opened.
  package convenience init(
    path: String, busyTimeoutMilliseconds: Int32 = 5000,
    explain: @escaping (SQLiteError) -> any Error = { $0 }
  ) throws {
    try self.init(
      .file(path), busyTimeoutMilliseconds: busyTimeoutMilliseconds, explain: explain)
  }

  /// Opens a database.
  ///
  /// - Parameter explain: converts the error of every failed call; unchanged by default.
  /// - Throws: ``SQLiteError``, converted, when it cannot be opened.
  package init(
    _ source: DatabaseSource, busyTimeoutMilliseconds: Int32 = 5000,
    explain: @escaping (SQLiteError) -> any Error = { $0 }
  ) throws {
    self.explain = explain
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      source.name, &opened, source.flags | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let message = String(cString: sqlite3_errstr(code))
      sqlite3_close_v2(opened)
      throw explain(SQLiteError(code: code, message: message))
    }
    handle = opened
    sqlite3_busy_timeout(handle, busyTimeoutMilliseconds)
    for (option, on) in [
      (SQLITE_DBCONFIG_ENABLE_FKEY, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
      // A log has neither; those that another program added are not run.
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0), (SQLITE_DBCONFIG_ENABLE_VIEW, 0),
    ] as [(Int32, Int32)] {
      let code = csqlite_db_config_switch(handle, option, on)
      guard code == SQLITE_OK else { throw error(code) }
    }
  }

  deinit { sqlite3_close_v2(handle) }

  func error(_ code: Int32, atCommit: Bool = false) -> any Error {
    explain(
      SQLiteError(
        code: code, message: String(cString: sqlite3_errmsg(handle)), atCommit: atCommit))
  }

  /// Throws when a call has failed.
  func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Runs several statements without values.
  ///
  /// - Throws: ``SQLiteError``.
  package func execute(_ script: String) throws {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Prepares one statement.
  ///
  /// - Throws: ``SQLiteError``.
  package func prepare(_ sql: String) throws -> Statement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw error(code) }
    return Statement(handle: statement, database: self)
  }

  /// Runs one statement that returns no rows.
  ///
  /// - Throws: ``SQLiteError``.
  package func run(_ sql: String, values: [Value] = []) throws {
    try prepare(sql).run(values)
  }

  /// The result of `read` for each row of a query.
  ///
  /// - Throws: ``SQLiteError``, and what `read` throws.
  package func rows<Result>(
    _ sql: String, values: [Value] = [], read: (Statement) throws -> Result
  ) throws -> [Result] {
    try prepare(sql).rows(values, read: read)
  }

  /// The result of `read` for the first row of a query, or nil without rows.
  ///
  /// - Throws: ``SQLiteError``, and what `read` throws.
  package func first<Result>(
    _ sql: String, values: [Value] = [], read: (Statement) throws -> Result
  ) throws -> Result? {
    let statement = try prepare(sql)
    try statement.bind(values)
    return try statement.step() ? try read(statement) : nil
  }

  /// How many rows the last statement changed.
  package var changes: Int { Int(sqlite3_changes64(handle)) }

  /// Runs `body` with foreign keys off; the caller must keep references intact.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws.
  package func withoutForeignKeys<Result>(_ body: () throws -> Result) throws -> Result {
    try check(csqlite_db_config_switch(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 0))
    defer { csqlite_db_config_switch(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1) }
    return try body()
  }

  /// Runs `body` with table constraints off.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws.
  package func withoutChecks<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("PRAGMA ignore_check_constraints = ON")
    defer { try? execute("PRAGMA ignore_check_constraints = OFF") }
    return try body()
  }

  /// Runs `body` in a transaction that holds the write lock from the start: all or nothing.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws, after rolling back.
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      let code = sqlite3_exec(handle, "COMMIT", nil, nil, nil)
      guard code == SQLITE_OK else { throw error(code, atCommit: true) }
      return result
    } catch {
      // After some errors SQLite has rolled back already, and then this fails.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// Runs `body` in a read transaction, so that all its queries see one state of the log.
  ///
  /// - Throws: ``SQLiteError``, and what `body` throws.
  package func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN")
    defer { try? execute("COMMIT") }
    return try body()
  }
}
