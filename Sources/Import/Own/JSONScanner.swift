/// A JSON value as in the file, with numbers as digits.
indirect enum JSONText {
  case null
  /// A number, true or false.
  case bare(String)
  case string(String)
  case array([JSONText])
  case object([(key: String, value: JSONText)])
}

/// Reads JSON in pieces.
///
/// Why not Foundation's decoder: it needs the whole file in memory, and a log of a million sets is 80 MB.
struct JSONScanner {
  /// The line of the next byte.
  private(set) var line = 1
  private var decoder: TextDecoder
  private var chunk: [UInt8] = []
  private var at = 0
  private var budget = 0

  /// The size limit of one row in bytes, so that memory stays bounded whatever the file contains.
  static let longestRow = 1 << 26
  private static let deepest = 8

  init(_ source: @escaping ByteSource) { decoder = TextDecoder(.utf8, source: source) }

  func failure(_ message: String) -> ImportFailure {
    ImportFailure(
      "line \(line): \(message)", hint: "give the file as 'psoas export json' wrote it", line: line)
  }

  /// The next byte without consuming it; nil at the end.
  private mutating func peek() throws -> UInt8? {
    while at >= chunk.count {
      guard let more = try decoder.next(line: line) else { return nil }
      (chunk, at) = (more, 0)
    }
    return chunk[at]
  }

  private mutating func take() throws -> UInt8 {
    guard let byte = try peek() else {
      throw failure("the file ends in the middle; the rest of it may be missing")
    }
    at += 1
    budget -= 1
    if byte == UInt8(ascii: "\n") { line += 1 }
    if budget < 0 { throw failure("a row is longer than \(JSONScanner.longestRow) bytes") }
    return byte
  }

  /// The next non-blank byte without consuming it; nil at the end.
  mutating func next() throws -> UInt8? {
    while let byte = try peek() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
      case UInt8(ascii: "\n"):
        at += 1
        line += 1
      default: return byte
      }
    }
    return nil
  }

  /// Consumes the given byte, after blanks.
  mutating func read(_ byte: Character) throws {
    guard let expected = byte.asciiValue else { return }
    budget = JSONScanner.longestRow
    guard let found = try next() else {
      _ = try take()
      return
    }
    guard found == expected else {
      throw failure("there is \(JSONScanner.shown(found)) where '\(byte)' was expected")
    }
    at += 1
  }

  /// Consumes the given byte, after blanks, if it comes next; returns whether it did.
  mutating func reads(_ byte: Character) throws -> Bool {
    guard try next() == byte.asciiValue else { return false }
    at += 1
    return true
  }

  private static func shown(_ byte: UInt8) -> String {
    (0x21...0x7E).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
  }

  /// Reads a value up to the size of a row.
  mutating func row() throws -> JSONText {
    budget = JSONScanner.longestRow
    return try value(depth: 0)
  }

  /// Reads a string, after blanks.
  mutating func key() throws -> String {
    try read("\"")
    return try string()
  }

  private mutating func value(depth: Int) throws -> JSONText {
    guard depth < JSONScanner.deepest else { throw failure("values are nested too deeply") }
    guard let byte = try next() else {
      throw failure("the file ends in the middle; the rest of it may be missing")
    }
    switch byte {
    case UInt8(ascii: "\""):
      at += 1
      return .string(try string())
    case UInt8(ascii: "{"):
      at += 1
      var pairs: [(key: String, value: JSONText)] = []
      if try reads("}") { return .object(pairs) }
      repeat {
        guard try reads("\"") else { throw failure("the name of a value was expected") }
        let key = try string()
        guard try reads(":") else { throw failure("':' was expected") }
        pairs.append((key, try value(depth: depth + 1)))
      } while try reads(",")
      guard try reads("}") else { throw failure("',' or '}' was expected") }
      return .object(pairs)
    case UInt8(ascii: "["):
      at += 1
      var items: [JSONText] = []
      if try reads("]") { return .array(items) }
      repeat { items.append(try value(depth: depth + 1)) } while try reads(",")
      guard try reads("]") else { throw failure("',' or ']' was expected") }
      return .array(items)
    default: return try bare()
    }
  }

  private mutating func bare() throws -> JSONText {
    var bytes: [UInt8] = []
    while let byte = try peek(), bytes.count < 32 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"):
        bytes.append(try take())
        continue
      default: break
      }
      break
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard !bytes.isEmpty, bytes.count < 32 else {
      throw failure("there is \(JSONScanner.shown(try take())) where a value was expected")
    }
    return text == "null" ? .null : .bare(text)
  }

  /// Reads a string after its opening quote.
  private mutating func string() throws -> String {
    var bytes: [UInt8] = []
    while true {
      // Everything up to the next quote or backslash is copied at once.
      let start = at
      while at < chunk.count, chunk[at] != UInt8(ascii: "\""), chunk[at] != UInt8(ascii: "\\"),
        chunk[at] >= 0x20
      {
        at += 1
      }
      budget -= at - start
      bytes += chunk[start..<at]
      let byte = try take()
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): try escaped(&bytes)
      case 0..<0x20: throw failure("a text has a bare control character")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func escaped(_ bytes: inout [UInt8]) throws {
    switch try take() {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "u"):
      var code = try unit()
      if (0xD800..<0xDC00).contains(code) {
        guard try take() == UInt8(ascii: "\\"), try take() == UInt8(ascii: "u") else {
          throw failure("a text has half a character")
        }
        let low = try unit()
        guard (0xDC00..<0xE000).contains(low) else { throw failure("a text has half a character") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure("a text has half a character") }
      bytes += String(Character(scalar)).utf8
    case let byte where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(byte):
      bytes.append(byte)
    default: throw failure("a text has an unknown escape")
    }
  }

  private mutating func unit() throws -> UInt32 {
    var digits: [UInt8] = []
    for _ in 0..<4 { digits.append(try take()) }
    guard let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw failure("a text has an unknown escape")
    }
    return code
  }
}
