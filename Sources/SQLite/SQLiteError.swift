import CSQLite

/// A failed call to SQLite.
package struct SQLiteError: Error, Equatable, Sendable {
  /// The extended result code.
  package let code: Int32
  /// SQLite's own message.
  package let message: String
  /// Whether the end of a transaction failed.
  package let atCommit: Bool

  package init(code: Int32, message: String, atCommit: Bool = false) {
    self.code = code
    self.message = message
    self.atCommit = atCommit
  }

  /// An error with SQLite's general message for its code.
  init(code: Int32) { self.init(code: code, message: String(cString: sqlite3_errstr(code))) }

  /// What can still fail after the journal was removed: syncing the removal, and releasing the file; and
  /// removing a journal that was gone already.
  ///
  /// These are `SQLITE_IOERR_DIR_FSYNC`, `_UNLOCK`, `_RDLOCK` and `_DELETE_NOENT`, which Swift cannot import.
  private static let afterCommit = [5, 8, 9, 23].map { SQLITE_IOERR | $0 << 8 }

  /// The kind of failure, as far as callers distinguish it.
  package enum Kind: Sendable {
    /// Another process holds the lock longer than the timeout.
    case busy
    /// The file cannot be opened.
    case cannotOpen
    /// The file is not a database, or is damaged.
    case damaged
    /// The file or its folder is read-only.
    case readOnly
    /// The disk is full.
    case full
    /// Reading or writing the disk failed.
    case inputOutput
    /// Reading or writing failed after the transaction was already in the file.
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
