/// Converts UTF-16 to UTF-8 in pieces that may be split anywhere, even within a code unit or a surrogate
/// pair.
struct UTF16Decoder {
  private var half: UInt8?
  private var lead: UInt32?

  /// Whether a character is incomplete.
  var isWaiting: Bool { half != nil || lead != nil }

  /// The piece as UTF-8; nil when it has an unpaired surrogate or a zero.
  mutating func decode(_ piece: [UInt8], highFirst: Bool) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(piece.count)
    for byte in piece {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let (high, low) = highFirst ? (first, byte) : (byte, first)
      let unit = UInt32(high) << 8 | UInt32(low)
      switch (unit, lead) {
      case (0xD800...0xDBFF, nil): lead = unit
      case (0xDC00...0xDFFF, let before?):
        lead = nil
        text.appendUTF8(0x10000 + (before - 0xD800) << 10 + (unit - 0xDC00))
      case (0xD800...0xDFFF, _), (_, .some), (0, _): return nil
      default: text.appendUTF8(unit)
      }
    }
    return text
  }
}

/// The encoding of older Windows programs in Western Europe.
enum Windows1252 {
  /// A piece of Windows-1252 as UTF-8. The five unassigned bytes become the control characters with the same
  /// number (WHATWG Encoding Standard).
  static func utf8(_ piece: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(piece.count + piece.count / 8)
    for byte in piece {
      switch byte {
      case 0x80...0x9F: text.appendUTF8(aboveASCII[Int(byte - 0x80)])
      default: text.appendUTF8(UInt32(byte))
      }
    }
    return text
  }

  /// The characters for the bytes 0x80 to 0x9F.
  private static let aboveASCII: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

extension [UInt8] {
  /// Appends a character in UTF-8.
  fileprivate mutating func appendUTF8(_ scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(scalar >> shift & 0x3F) }
    switch scalar {
    case 0..<0x80: append(UInt8(scalar))
    case 0x80..<0x800: self += [0xC0 | UInt8(scalar >> 6), tail(0)]
    case 0x800..<0x10000: self += [0xE0 | UInt8(scalar >> 12), tail(6), tail(0)]
    default: self += [0xF0 | UInt8(scalar >> 18 & 7), tail(12), tail(6), tail(0)]
    }
  }
}
