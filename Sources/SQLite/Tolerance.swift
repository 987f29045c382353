import CSQLite

extension Database {
  /// Reads on where the list of tables is damaged, as far as it can be read. Only for a file that is not
  /// written.
  ///
  /// - Throws: ``SQLiteError``.
  package func readPastDamage() throws {
    try check(csqlite_db_config_switch(handle, SQLITE_DBCONFIG_DEFENSIVE, 0))
    try execute("PRAGMA writable_schema = ON")
  }
}
