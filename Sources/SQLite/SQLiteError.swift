import CSQLite

/// A call to SQLite that failed.
package struct SQLiteError: Error, Equatable, Sendable {
  /// The extended result code.
  package let code: Int32
  /// SQLite's own words.
  package let message: String
  /// Whether it was the end of a transaction that failed.
  package let atCommit: Bool

  package init(code: Int32, message: String, atCommit: Bool = false) {
    self.code = code
    self.message = message
    self.atCommit = atCommit
  }

  /// An error with SQLite's general words for its code.
  init(code: Int32) { self.init(code: code, message: String(cString: sqlite3_errstr(code))) }

  /// What can still fail once the journal is gone: making sure of that, and letting the file go; and that
  /// it was gone when it was to be removed.
  ///
  /// These are `SQLITE_IOERR_DIR_FSYNC`, `_UNLOCK`, `_RDLOCK` and `_DELETE_NOENT`, which Swift does not
  /// see.
  private static let afterCommit = [5, 8, 9, 23].map { SQLITE_IOERR | $0 << 8 }

  /// What kind of failure it was, as far as callers tell them apart.
  package enum Kind: Sendable {
    /// Another process holds the file longer than the time-out.
    case busy
    /// The file cannot be opened.
    case cannotOpen
    /// The file is no database, or damaged.
    case damaged
    /// The file or its folder may not be written.
    case readOnly
    /// The disk is full.
    case full
    /// Reading or writing the disk failed.
    case inputOutput
    /// Reading or writing failed when the transaction was in the file already.
    case uncertain
    /// A constraint of a table refused the data.
    case constraint
    /// Something else.
    case other
  }

  /// What kind of failure it was.
  package var kind: Kind {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
    case SQLITE_NOTADB, SQLITE_CORRUPT: .damaged
    case SQLITE_READONLY: .readOnly
    case SQLITE_FULL: .full
    case SQLITE_IOERR where atCommit && SQLiteError.afterCommit.contains(code): .uncertain
    case SQLITE_IOERR: .inputOutput
    case SQLITE_CONSTRAINT: .constraint
    default: .other
    }
  }
}
