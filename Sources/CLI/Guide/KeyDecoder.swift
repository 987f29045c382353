import Core

/// Decodes keys from a terminal's bytes, wherever the byte stream is split.
struct KeyDecoder {
  /// The bytes of an unfinished escape sequence.
  private var pending: [UInt8] = []

  private static let escape: UInt8 = 0x1B
  /// No terminal sends a longer one.
  private static let longest = 32

  /// The keys completed by these bytes.
  mutating func take(_ bytes: some Sequence<UInt8>) -> [GuideKey] {
    bytes.flatMap { take($0) }
  }

  /// The key for a lone escape byte, once no more bytes followed.
  mutating func flush() -> [GuideKey] {
    defer { pending = [] }
    return pending == [KeyDecoder.escape] ? [.escape] : []
  }

  private mutating func take(_ byte: UInt8) -> [GuideKey] {
    if byte == KeyDecoder.escape {
      let before = flush()
      pending = [byte]
      return before
    }
    guard !pending.isEmpty else { return KeyDecoder.key(byte).map { [$0] } ?? [] }
    pending.append(byte)
    // A sequence starts with ESC [ or ESC O and ends with a byte from @ to ~; ESC and a letter is Alt.
    if pending.count == 2, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") { return [] }
    guard pending.count == 2 || (0x40...0x7E).contains(byte) || pending.count > KeyDecoder.longest
    else { return [] }
    let isArrow = pending.count == 3
    pending = []
    switch byte {
    case UInt8(ascii: "C") where isArrow: return [.next]
    case UInt8(ascii: "D") where isArrow: return [.back]
    default: return [.other]
    }
  }

  private static func key(_ byte: UInt8) -> GuideKey? {
    // Continuation bytes of a non-ASCII letter are not keys.
    if (0x80...0xBF).contains(byte) { return nil }
    switch Character(UnicodeScalar(byte)).lowercased() {
    case " ": return .space
    case "\r", "\n": return .enter
    case "n": return .no
    case "b": return .back
    case "x": return .exercise
    case "+", "=": return .more
    case "-", "_": return .fewer
    case "?", "h": return .help
    // Also Ctrl-C, Ctrl-D and Ctrl-\.
    case "q", "\u{3}", "\u{4}", "\u{1C}": return .quit
    case "y": return .yes
    default: return .other
    }
  }
}
