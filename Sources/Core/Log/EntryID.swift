/// The key of an entry: a UUID of version 7 (RFC 9562), made by the program.
///
/// Its text is the 32 hexadecimal digits read backwards. A UUIDv7 starts with the time, so that
/// entries of one evening share their first eight digits; backwards the random digits come first
/// and seven of them are enough to name an entry. In the file the key stays in its own order, which
/// keeps neighbours in time neighbours on disk.
package struct EntryID: Hashable, Comparable, Sendable {
  /// The 16 bytes of the UUID.
  package let bytes: [UInt8]

  /// The key with these 16 bytes, or nil when there are not 16.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// A new key for an entry made at `nanoseconds` since 1970-01-01T00:00Z.
  ///
  /// The twelve bits behind the milliseconds count parts of one (RFC 9562, method 3), so that keys
  /// made one after the other sort so.
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

  /// Keys made earlier first.
  package static func < (left: EntryID, right: EntryID) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// How many digits are shown where the whole is not needed.
  package static let shortLength = 7

  /// The first digits of the text, enough to name the entry in nearly every log.
  package var short: String { String(description.prefix(EntryID.shortLength)) }
}

extension EntryID: CustomStringConvertible {
  /// The whole key as 32 hexadecimal digits, random ones first.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.reversed().flatMap { [digits[Int($0 & 15)], digits[Int($0 >> 4)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The beginning of an entry's key as the user typed it.
package struct EntryIDPrefix: Hashable, Sendable {
  /// Lower-case hexadecimal digits, 4 to 32 of them.
  package let digits: String

  /// Reads a prefix.
  ///
  /// - Throws: ``InputError`` for other characters, fewer than four digits or more than 32.
  package init(_ text: String) throws {
    let lower = text.lowercased()
    let hexadecimal = lower.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard hexadecimal, (4...32).contains(lower.utf8.count) else {
      throw InputError(
        "\(text.quoted) is not an id",
        hint: "an id is 4 or more of the digits 0-9 a-f that 'psoas list' shows")
    }
    digits = lower
  }
}
