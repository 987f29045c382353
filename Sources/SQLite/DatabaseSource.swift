import CSQLite

/// Where a connection finds its database.
package enum DatabaseSource: Sendable {
  /// A file that is there.
  case file(String)
  /// A file that is there, of which nothing may be changed, not even a journal rolled back.
  case readOnlyFile(String)
  /// A file that is read as it is: no lock, no journal, nothing is written. Only for one that
  /// nobody writes meanwhile.
  case unchangedFile(String)
  /// An empty one in memory.
  case memory
  /// An empty one in a file without a name, for which SQLite needs memory only where it works.
  case temporary

  /// The name by which SQLite opens it.
  var name: String {
    switch self {
    // SQLite gives names such as ':memory:' a meaning of their own.
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

  /// A path inside a URI: every byte that could mean something there as %XX.
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
