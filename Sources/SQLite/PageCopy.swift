import CSQLite

extension Database {
  /// Puts all pages of this database into another, in place of what is there, in one transaction of
  /// each: the other is as it was until the last page is written.
  ///
  /// SQLite's online backup, in one step, which waits for the locks of others as a query does.
  ///
  /// - Throws: ``SQLiteError``, as the other connection explains it.
  public func copyPages(into other: Database) throws {
    guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw other.error(sqlite3_extended_errcode(other.handle))
    }
    let stepped = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    let code = stepped == SQLITE_DONE ? finished : stepped
    guard code == SQLITE_OK else {
      throw other.error(finished == SQLITE_OK ? code : finished)
    }
  }
}
