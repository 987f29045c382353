import CSQLite

/// What a connection opens.
package enum DatabaseSource: Sendable {
  /// An existing file.
  case file(String)
  /// An existing file that must not be changed, not even by rolling back a journal.
  case readOnlyFile(String)
  /// A file that is read without lock or journal and never written. Only for a file that no one else writes
  /// at the time.
  case unchangedFile(String)
  /// An empty one in memory.
  case memory
  /// An empty one in an unnamed file, which needs little memory.
  case temporary

  /// The name for SQLite.
  var name: String {
    switch self {
    // Names such as ':memory:' have a special meaning for SQLite.
    case .file(let path), .readOnlyFile(let path): path.hasPrefix("/") ? path : "./\(path)"
    case .unchangedFile(let path): "file:\(DatabaseSource.escaped(path))?immutable=1"
    case .memory: ":memory:"
    case .temporary: ""
    }
  }

  var flags: Int32 {
    switch self {
    case .file: SQLITE_OPEN_READWRITE
    case .readOnlyFile: SQLITE_OPEN_READONLY
    case .unchangedFile: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    case .memory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY
    case .temporary: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
  }

  /// A path inside a URI: special bytes as %XX.
  private static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in (path.hasPrefix("/") ? path : "./\(path)").utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
