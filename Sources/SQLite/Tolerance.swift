import CSQLite

extension Database {
  /// Ignores a damaged list of tables, as far as it can be read. Only for a file that is not written.
  ///
  /// - Throws: ``SQLiteError``.
  package func readPastDamage() throws {
    try check(csqlite_db_config_switch(handle, SQLITE_DBCONFIG_DEFENSIVE, 0))
    try execute("PRAGMA writable_schema = ON")
  }
}
