/// Splits bytes into fields, over windows cut anywhere: all that a record needs to know from one
/// window to the next.
struct CSVScanner {
  private enum State { case fieldStart, plain, quoted, quoteSeen }

  let separator: UInt8
  let keepsStrayQuotes: Bool
  /// The line that the next byte is in.
  private(set) var line = 1
  /// Where the open quote is, while one is.
  private(set) var openQuote: Int?
  /// Whether a field of this record was in quotes, so that an empty one is no blank line.
  private(set) var sawQuote = false
  private var state = State.fieldStart
  private var afterReturn = false

  init(separator: UInt8, keepsStrayQuotes: Bool) {
    self.separator = separator
    self.keepsStrayQuotes = keepsStrayQuotes
  }

  /// Gets ready for a record; a line feed behind the carriage return of the last is part of that.
  mutating func beginRecord() { sawQuote = false }

  /// Whether the last record lacks its line end, at the end of the file.
  func isWithinRecord(ends: [Int], used: Int) -> Bool { !ends.isEmpty || used > 0 || sawQuote }

  /// Reads on until a record ends or the window does.
  ///
  /// - Parameters:
  ///   - output: room for two bytes more than the window has left, behind `used`.
  /// - Returns: whether a record ended.
  /// - Throws: ``ImportFailure`` for text behind a closing quote.
  mutating func scan(
    _ input: UnsafeBufferPointer<UInt8>, _ at: inout Int,
    into output: UnsafeMutableBufferPointer<UInt8>, _ used: inout Int, ends: inout [Int]
  ) throws -> Bool {
    var index = at
    var filled = used
    defer { (at, used) = (index, filled) }
    while index < input.count {
      let byte = input[index]
      switch state {
      case .fieldStart:
        if afterReturn {
          afterReturn = false
          if byte == lineFeed {
            index += 1
            continue
          }
        }
        if byte == quote {
          (state, openQuote, sawQuote) = (.quoted, line, true)
          index += 1
        } else {
          state = .plain
        }
      case .plain:
        // The whole run at once: this is where nearly all bytes of a file go through.
        while index < input.count {
          let byte = input[index]
          index += 1
          if byte == separator {
            ends.append(filled)
            state = .fieldStart
            break
          }
          if byte == lineFeed || byte == carriageReturn { return end(byte, filled, &ends) }
          output[filled] = byte
          filled += 1
        }
      case .quoted:
        while index < input.count {
          let byte = input[index]
          index += 1
          if byte == quote {
            state = .quoteSeen
            break
          }
          if byte == carriageReturn || (byte == lineFeed && !afterReturn) { line += 1 }
          afterReturn = byte == carriageReturn
          output[filled] = byte
          filled += 1
        }
      case .quoteSeen:
        afterReturn = false
        index += 1
        switch byte {
        case quote:
          state = .quoted
          output[filled] = quote
          filled += 1
        case separator:
          ends.append(filled)
          (state, openQuote) = (.fieldStart, nil)
        case lineFeed, carriageReturn: return end(byte, filled, &ends)
        default:
          guard keepsStrayQuotes else { throw strayQuote() }
          state = .quoted
          output[filled] = quote
          output[filled + 1] = byte
          filled += 2
        }
      }
    }
    return false
  }

  private mutating func end(_ byte: UInt8, _ used: Int, _ ends: inout [Int]) -> Bool {
    ends.append(used)
    line += 1
    afterReturn = byte == carriageReturn
    (state, openQuote) = (.fieldStart, nil)
    return true
  }

  private func strayQuote() -> ImportFailure {
    ImportFailure(
      "line \(line) has text behind a closing quote",
      hint: "a quote within a quoted field is written twice", line: line)
  }

  /// Whether the file may end here; not within quotes.
  func checkEnd() throws {
    guard state == .quoted, let openQuote else { return }
    throw ImportFailure(
      "the quote opened in line \(openQuote) is never closed",
      hint: "the file may be only half there; export it again", line: openQuote)
  }
}

let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
