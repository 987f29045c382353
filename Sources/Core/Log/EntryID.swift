/// The key of an entry: a UUID of version 7 (RFC 9562).
///
/// Its text is the 32 hexadecimal digits in reverse. A UUIDv7 starts with the time, so entries of one evening
/// share their first eight digits; in reverse the random digits come first, and seven are enough to identify
/// an entry. The file stores the key in its original order, which keeps entries close in time close on disk.
package struct EntryID: Hashable, Comparable, Sendable {
  /// The 16 bytes of the UUID.
  package let bytes: [UInt8]

  /// The key with these bytes, or nil unless there are 16.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// A new key for an entry made at `nanoseconds` since 1970-01-01T00:00Z.
  ///
  /// The twelve bits after the milliseconds hold the fraction (RFC 9562, method 3), so keys made one after
  /// the other sort in that order.
  package init(nanoseconds: Int, using random: inout some RandomNumberGenerator) {
    var bytes = [UInt8](repeating: 0, count: 16)
    let milliseconds = nanoseconds / 1_000_000
    let fraction = nanoseconds % 1_000_000 * 4096 / 1_000_000
    for index in 0..<6 {
      bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * index))
    }
    bytes[6] = 0x70 | UInt8(truncatingIfNeeded: fraction >> 8)
    bytes[7] = UInt8(truncatingIfNeeded: fraction)
    for index in 8..<16 { bytes[index] = UInt8.random(in: .min ... .max, using: &random) }
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  package static func < (left: EntryID, right: EntryID) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// How many digits to show where the full key is not needed.
  package static let shortLength = 7

  /// The first digits, enough to identify an entry in nearly every log.
  package var short: String { String(description.prefix(EntryID.shortLength)) }
}

extension EntryID: CustomStringConvertible {
  /// All 32 hexadecimal digits, random ones first.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.reversed().flatMap { [digits[Int($0 & 15)], digits[Int($0 >> 4)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The start of an entry's key, as typed.
package struct EntryIDPrefix: Hashable, Sendable {
  /// Lower-case hexadecimal digits, 4 to 32 of them.
  package let digits: String

  /// Parses a prefix.
  ///
  /// - Throws: ``InputError`` for other characters, fewer than four digits or more than 32.
  package init(_ text: String) throws {
    let lower = text.lowercased()
    let hexadecimal = lower.utf8.allSatisfy {
      $0.isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard hexadecimal, (4...32).contains(lower.utf8.count) else {
      throw InputError(
        "\(text.quoted) is not an id",
        hint: "an id is 4 or more of the digits 0-9 a-f that 'psoas list' shows")
    }
    digits = lower
  }
}
