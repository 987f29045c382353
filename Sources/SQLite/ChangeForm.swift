import CSQLite

/// Validates a changeset before SQLite reads it.
///
/// SQLite trusts what its session extension has recorded: a damaged length makes it loop or read beyond the
/// end. Bytes from a file are therefore checked here first.
///
/// Source: the description of the format at the top of `sqlite3session.c`.
struct ChangeForm {
  private enum Kind {
    static let undefined: UInt8 = 0
    static let integer: UInt8 = 1
    static let float: UInt8 = 2
    static let text: UInt8 = 3
    static let blob: UInt8 = 4
    static let null: UInt8 = 5
  }

  private let bytes: UnsafeRawBufferPointer
  private var next = 0
  /// Whether each column of the table belongs to the primary key.
  private var keys: [Bool] = []

  /// Whether these bytes are complete changes, each with its key.
  static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var form = ChangeForm(bytes: bytes)
    while form.next < bytes.count {
      guard form.readPart() else { return false }
    }
    return true
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Reads the head of a table or a change.
  private mutating func readPart() -> Bool {
    guard let mark = readByte() else { return false }
    if mark == UInt8(ascii: "T") { return readTable() }
    // A change before any table is invalid; the flag says whether a trigger made it.
    guard !keys.isEmpty, let flag = readByte(), flag <= 1 else { return false }
    return switch Int32(mark) {
    case SQLITE_INSERT, SQLITE_DELETE: readRow(isWhole: true)
    case SQLITE_UPDATE: readRow(isWhole: false) && readRow(isWhole: false, needsKey: false)
    default: false
    }
  }

  private mutating func readTable() -> Bool {
    // SQLite allows no more columns in a table.
    guard let columns = readLength(), (1...32_767).contains(columns),
      columns <= bytes.count - next
    else { return false }
    keys = bytes[next..<next + columns].map { $0 != 0 }
    next += columns
    guard keys.contains(true), let end = bytes[next...].firstIndex(of: 0), end > next else {
      return false
    }
    next = end + 1
    return true
  }

  /// - Parameters:
  ///   - isWhole: whether each column has a value.
  ///   - needsKey: whether those of the key have one.
  private mutating func readRow(isWhole: Bool, needsKey: Bool = true) -> Bool {
    for isKey in keys {
      guard let kind = readByte() else { return false }
      switch kind {
      case Kind.undefined:
        if isWhole || (isKey && needsKey) { return false }
      case Kind.integer, Kind.float:
        guard skip(8) else { return false }
      case Kind.text, Kind.blob:
        guard let length = readLength(), skip(length) else { return false }
      case Kind.null: break
      default: return false
      }
    }
    return true
  }

  private mutating func readByte() -> UInt8? {
    guard next < bytes.count else { return nil }
    defer { next += 1 }
    return bytes[next]
  }

  private mutating func skip(_ count: Int) -> Bool {
    guard count <= bytes.count - next else { return false }
    next += count
    return true
  }

  /// A number in groups of seven bits, highest first, of at most 31 bits, as a length has.
  private mutating func readLength() -> Int? {
    var value = 0
    for _ in 0..<5 {
      guard let byte = readByte() else { return nil }
      value = value << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return value <= Int32.max ? value : nil }
    }
    return nil
  }
}
