import CSQLite

/// A call to SQLite that failed.
public struct SQLiteError: Error, Equatable, Sendable {
  /// The extended result code.
  public let code: Int32
  /// SQLite's own words.
  public let message: String

  /// An error with its parts.
  public init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// An error with SQLite's general words for its code.
  init(code: Int32) { self.init(code: code, message: String(cString: sqlite3_errstr(code))) }

  /// What kind of failure it was, as far as callers tell them apart.
  public enum Kind: Sendable {
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
    /// A constraint of a table refused the data.
    case constraint
    /// Something else.
    case other
  }

  /// What kind of failure it was.
  public var kind: Kind {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
    case SQLITE_NOTADB, SQLITE_CORRUPT: .damaged
    case SQLITE_READONLY: .readOnly
    case SQLITE_FULL: .full
    case SQLITE_IOERR: .inputOutput
    case SQLITE_CONSTRAINT: .constraint
    default: .other
    }
  }
}
