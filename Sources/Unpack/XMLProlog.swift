import Import

/// Finds the declarations in the head of an XML file, to be replaced by blanks; line ends stay.
///
/// iOS 16 exports declare attributes in a list that is never closed, at which every parser stops. The
/// declarations are not needed. Entities are refused: they could make a small file expand without end, or
/// load another file.
struct XMLProlog {
  /// Whether the root element has begun; nothing is replaced from there on.
  private(set) var isDone = false
  /// The line of the next character, counted from 1.
  private(set) var line = 1
  private var state = State.text
  /// The last characters, up to eight of them, the latest in the lowest byte.
  private var tail: UInt64 = 0
  /// How many characters the open tag or the declarations have so far.
  private var length = 0

  private enum State {
    case text, tag, comment, instruction, doctype
    case quoted(UInt8)
    case subset, closing
  }

  /// In characters, more than any export has; the declarations of a real one take about 10 kB.
  static let mostDeclarations = 1 << 20

  /// Reads the next character.
  ///
  /// - Parameter character: its byte in ASCII; 0xFF for every other one.
  /// - Returns: whether it belongs to the declarations and has to be replaced by a blank.
  /// - Throws: ``ImportFailure`` for an entity, or declarations without an end.
  mutating func hides(_ character: UInt8) throws -> Bool {
    tail = tail << 8 | UInt64(character)
    let isLineEnd = character == UInt8(ascii: "\n") || character == UInt8(ascii: "\r")
    if character == UInt8(ascii: "\n") { line += 1 }
    switch state {
    case .text:
      if character == UInt8(ascii: "<") { (state, length) = (.tag, 1) }
    case .tag:
      length += 1
      readTag(character)
    case .comment where ends("-->"), .instruction where ends("?>"): state = .text
    case .comment, .instruction: break
    case .doctype:
      switch character {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .quoted(character)
      case UInt8(ascii: ">"): state = .text
      case UInt8(ascii: "["):
        (state, length) = (.subset, 0)
        return true
      default: break
      }
    case .quoted(let mark): if character == mark { state = .doctype }
    case .closing where character == UInt8(ascii: ">"): state = .text
    case .closing where isLineEnd: break
    case .closing where character == UInt8(ascii: " ") || character == UInt8(ascii: "\t"):
      return true
    case .closing, .subset:
      try readDeclaration(character)
      return !isLineEnd
    }
    return false
  }

  private mutating func readTag(_ character: UInt8) {
    switch length {
    case 2 where character == UInt8(ascii: "?"): state = .instruction
    case 2 where character == UInt8(ascii: "!"): break
    case 3 where character == UInt8(ascii: "-") || character == UInt8(ascii: "D"): break
    case 4 where ends("<!--"): state = .comment
    case 9 where ends("!DOCTYPE"): state = .doctype
    case 4...8: break
    default: isDone = true
    }
  }

  private mutating func readDeclaration(_ character: UInt8) throws {
    length += 1
    guard length <= XMLProlog.mostDeclarations else {
      throw ImportFailure(
        "line \(line): the declarations of the file do not end",
        hint: "export it again from the Health app", line: line)
    }
    if ends("<!ENTITY") { throw XMLProlog.entity(line) }
    state = character == UInt8(ascii: "]") ? .closing : .subset
  }

  /// Why a file that declares entities is not read.
  static func entity(_ line: Int) -> ImportFailure {
    ImportFailure(
      "line \(line) declares an entity, which no export of Apple Health has",
      hint: "export it again from the Health app", line: line)
  }

  private func ends(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes in
      var wanted: UInt64 = 0
      var mask: UInt64 = 0
      for byte in bytes { (wanted, mask) = (wanted << 8 | UInt64(byte), mask << 8 | 0xFF) }
      return tail & mask == wanted
    }
  }
}
