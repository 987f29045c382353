/// Validates UTF-8 (RFC 3629) in pieces that may be split anywhere. A zero byte is refused too: text files
/// have none, and other files often do.
struct UTF8Check {
  /// How many bytes of a character are missing.
  private(set) var missing = 0
  /// The valid range of the next one.
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF

  /// The index of the first invalid byte, or nil.
  mutating func firstBad(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index < bytes.count {
      // Eight ASCII bytes at a time: none has its high bit set, and none is zero.
      if missing == 0, index + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
      }
      guard accept(bytes[index]) else { return index }
      index += 1
    }
    return nil
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard missing == 0 else {
      guard (low...high).contains(byte) else { return false }
      missing -= 1
      (low, high) = (0x80, 0xBF)
      return true
    }
    switch byte {
    case 0x01...0x7F: return true
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, low) = (2, 0xA0)
    case 0xED: (missing, high) = (2, 0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, low) = (3, 0x90)
    case 0xF4: (missing, high) = (3, 0x8F)
    case 0xF1...0xF3: missing = 3
    default: return false
    }
    return true
  }
}
