import CSQLite

extension Database {
  /// Replaces another database by all pages of this one, in one transaction of each: the other is unchanged
  /// until the last page is written.
  ///
  /// Uses SQLite's online backup, which waits for other processes' locks as a query does.
  ///
  /// - Parameter locked: runs while no one else can read or write the other database, before it changes.
  /// - Throws: ``SQLiteError``, converted by the other connection, and what `locked` throws; the other
  ///   database is then unchanged, unless the kind is ``SQLiteError/Kind/uncertain``.
  package func copyPages(into other: Database, locked: () throws -> Void = {}) throws {
    guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw other.error(sqlite3_extended_errcode(other.handle))
    }
    var code = SQLITE_OK
    var wrote = false
    do {
      defer {
        let finished = sqlite3_backup_finish(backup)
        if code == SQLITE_OK || code == SQLITE_DONE { code = finished }
      }
      // A step without pages takes the locks, and keeps the one on the other database.
      code = sqlite3_backup_step(backup, 0)
      if code == SQLITE_OK {
        try locked()
        wrote = true
        code = sqlite3_backup_step(backup, -1)
      }
    }
    // The last step commits, and fails as COMMIT does.
    guard code == SQLITE_OK else { throw other.error(code, atCommit: wrote) }
  }
}
