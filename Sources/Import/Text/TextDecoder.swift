/// Converts the bytes of a file to UTF-8, in pieces and with one piece in memory.
///
/// A byte order mark gives the encoding. Without one, zeros in every second of the first four bytes mean
/// UTF-16, since no text starts like that otherwise, and everything else is UTF-8. Windows-1252 must be asked
/// for: every byte is valid in it, so a damaged UTF-8 file cannot be told from one, and a guess would
/// silently put wrong letters into a log.
struct TextDecoder {
  /// The encoding, once it is known.
  private(set) var encoding: TextEncoding?
  private let source: ByteSource
  private var check = UTF8Check()
  private var wide = UTF16Decoder()
  private var started = false
  private var ended = false
  /// Whether the last piece ended with a carriage return, so that a line feed after it ends no further line.
  private var afterReturn = false

  /// - Parameter encoding: a byte order mark for another one is refused.
  init(_ encoding: TextEncoding?, source: @escaping ByteSource) {
    self.encoding = encoding
    self.source = source
  }

  /// The next piece, or nil at the end.
  ///
  /// - Parameter line: the line of its first byte, for errors.
  /// - Throws: ``ImportFailure`` for invalid bytes, and what the source throws.
  mutating func next(line: Int) throws -> [UInt8]? {
    while !ended {
      guard let piece = try started ? source() : begin() else { return try finish(line: line) }
      if piece.isEmpty { continue }
      switch encoding ?? .utf8 {
      case .utf8:
        if let bad = piece.withUnsafeBufferPointer({ check.firstBad(in: $0) }) {
          let ends = piece[..<bad].lineEnds(afterReturn: afterReturn)
          throw TextDecoder.failure(at: line + ends, byte: piece[bad])
        }
        afterReturn = piece.last == carriageReturn
        return piece
      case .windows1252: return Windows1252.utf8(piece)
      case .utf16le, .utf16be:
        guard let text = wide.decode(piece, highFirst: encoding == .utf16be) else {
          throw ImportFailure(
            "line \(line) or one soon after it is not UTF-16",
            hint: "export the file again, or say its encoding with --encoding", line: line)
        }
        if text.isEmpty { continue }
        return text
      }
    }
    return nil
  }

  private mutating func finish(line: Int) throws -> [UInt8]? {
    ended = true
    guard check.missing == 0, !wide.isWaiting else {
      throw ImportFailure(
        "the file ends within a character",
        hint: "export the file again; half of it may be missing",
        line: line)
    }
    return nil
  }

  /// The first piece without its byte order mark, long enough to detect one.
  private mutating func begin() throws -> [UInt8]? {
    started = true
    var head: [UInt8] = []
    while head.count < 4, let piece = try source() { head += piece }
    guard !head.isEmpty else { return nil }
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16le, [0xFF, 0xFE]), (.utf16be, [0xFE, 0xFF]),
    ]
    for (named, mark) in marks where head.starts(with: mark) {
      if let encoding, encoding != named {
        throw ImportFailure(
          "the file begins with the mark of \(named.rawValue), and \(encoding.rawValue) was asked for",
          hint: "leave '--encoding \(encoding.rawValue)' out")
      }
      encoding = named
      return Array(head.dropFirst(mark.count))
    }
    if encoding == nil, head.count >= 4 {
      let zeros = head.prefix(4).map { $0 == 0 }
      if zeros == [false, true, false, true] { encoding = .utf16le }
      if zeros == [true, false, true, false] { encoding = .utf16be }
    }
    return head
  }

  private static func failure(at line: Int, byte: UInt8) -> ImportFailure {
    guard byte != 0 else {
      return ImportFailure(
        "line \(line) has a zero byte, so this is no text file",
        hint: "give the file that the app exported, unpacked", line: line)
    }
    return ImportFailure(
      "line \(line) is not UTF-8",
      hint: "if it was saved by an older spreadsheet, add '--encoding windows-1252'", line: line)
  }
}

extension Collection<UInt8> {
  /// The number of line ends in these bytes; CR LF, LF and CR each count once.
  func lineEnds(afterReturn: Bool = false) -> Int {
    var count = 0
    var afterReturn = afterReturn
    for byte in self {
      if byte == carriageReturn || (byte == lineFeed && !afterReturn) { count += 1 }
      afterReturn = byte == carriageReturn
    }
    return count
  }
}
