import CSQLite

/// A 64-bit fingerprint of a sequence of values.
///
/// Every step is one-to-one in the state and in the word added, as in FNV-1a, but with eight bytes at a time.
/// So two sequences of the same length that differ in one word never have the same fingerprint: a flipped bit
/// always shows.
package struct Fingerprint: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The fingerprint of an empty sequence.
  package init() {}

  /// Adds a single word.
  package mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
  }

  /// Adds an integer, with its type.
  package mutating func add(_ value: Int64) {
    mix(1)
    mix(UInt64(bitPattern: value))
  }

  /// Adds bytes, with their length and their kind.
  package mutating func add(_ bytes: UnsafeRawBufferPointer, kind: UInt64) {
    mix(kind)
    mix(UInt64(bytes.count))
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    if whole < bytes.count {
      var last: UInt64 = 0
      for index in whole..<bytes.count { last = last << 8 | UInt64(bytes[index]) }
      mix(last)
    }
  }

  /// The fingerprint as an SQLite integer.
  package var value: Int64 { Int64(bitPattern: state) }

  /// The fingerprint of bytes alone.
  package static func of(_ bytes: [UInt8]) -> Int64 {
    var fingerprint = Fingerprint()
    bytes.withUnsafeBytes { fingerprint.add($0, kind: 4) }
    return fingerprint.value
  }
}

extension Fingerprint {
  /// Adds a value of a change.
  ///
  /// - Returns: false for NULL, which adds nothing.
  package mutating func add(_ value: ChangeValue) -> Bool {
    switch sqlite3_value_type(value.handle) {
    case SQLITE_INTEGER: add(sqlite3_value_int64(value.handle))
    case SQLITE_FLOAT:
      mix(2)
      mix(sqlite3_value_double(value.handle).bitPattern)
    case SQLITE_TEXT:
      // SQLite requires asking for the text first, then for its length.
      let start = sqlite3_value_text(value.handle)
      add(
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value.handle))), kind: 3
      )
    case SQLITE_BLOB:
      let start = sqlite3_value_blob(value.handle)
      add(
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value.handle))), kind: 4
      )
    default: return false
    }
    return true
  }

  /// Adds a column of the current row.
  ///
  /// - Returns: false for NULL, which adds nothing.
  package mutating func add(_ row: Statement, column: Int32) -> Bool {
    switch sqlite3_column_type(row.handle, column) {
    case SQLITE_INTEGER: add(sqlite3_column_int64(row.handle, column))
    case SQLITE_FLOAT:
      mix(2)
      mix(sqlite3_column_double(row.handle, column).bitPattern)
    case SQLITE_TEXT:
      let start = sqlite3_column_text(row.handle, column)
      add(
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row.handle, column))),
        kind: 3)
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(row.handle, column)
      add(
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row.handle, column))),
        kind: 4)
    default: return false
    }
    return true
  }
}
