/// Splits bytes into fields, over windows that may be cut anywhere: between the two quotes of a doubled one,
/// between a carriage return and its line feed, within a letter of UTF-8.
///
/// A state machine of four states, which with ``afterReturn`` is all that is carried from one window to the
/// next. Fields are copied one after the other into one buffer, without their quotes and separators; `ends`
/// gets the offset at which each of them ends.
///
/// | State | The last byte was | The next byte |
/// |---|---|---|
/// | `fieldStart` | a separator, a line end or nothing | a quote opens a quoted field; all else is `plain` |
/// | `plain` | of an unquoted field | a separator or line end closes the field; a quote is a letter |
/// | `quoted` | within quotes | a quote may close the field; all else, line ends too, is part of it |
/// | `quoteSeen` | a quote within quotes | a quote makes both one letter; else the field ends |
///
/// Text after `quoteSeen` is an error, unless the options keep the quote as a letter of the field.
///
/// Separators, quotes and line ends are ASCII, and no byte of a longer UTF-8 sequence is, so that bytes can be
/// compared without decoding.
struct CSVScanner {
  private enum State { case fieldStart, plain, quoted, quoteSeen }

  let separator: UInt8
  let keepsStrayQuotes: Bool
  /// The line that the next byte is in.
  private(set) var line = 1
  /// The line of the quote that is open.
  private(set) var openQuote: Int?
  /// Whether a field of this record was in quotes, so that an empty one is no blank line.
  private(set) var sawQuote = false
  private var state = State.fieldStart
  /// Whether the last byte was a carriage return. A line feed that follows belongs to the same line end; it is
  /// skipped at the beginning of the next record and not counted as another line within quotes.
  private var afterReturn = false

  init(separator: UInt8, keepsStrayQuotes: Bool) {
    self.separator = separator
    self.keepsStrayQuotes = keepsStrayQuotes
  }

  mutating func beginRecord() { sawQuote = false }

  /// Whether the last record lacks its line end, at the end of the file.
  func isWithinRecord(ends: [Int], used: Int) -> Bool { !ends.isEmpty || used > 0 || sawQuote }

  /// Reads on until a record ends or the window does.
  ///
  /// Every byte of a file comes through here. So it works on buffers, keeps the two positions in local
  /// variables, and runs over plain and quoted stretches in loops of their own.
  ///
  /// - Parameters:
  ///   - output: room behind `used` for two bytes more than the window has left: a stray quote at its
  ///     beginning adds the quote that the window before ended with.
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
        // The whole stretch at once: nearly all bytes of a file are in one.
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
