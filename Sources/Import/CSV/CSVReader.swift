/// Reads a CSV file record by record, with one record and one window of the file in memory.
///
/// RFC 4180 and what real files add: quotes, doubled quotes and line ends within fields; LF, CR LF and CR as
/// line ends, mixed; a byte order mark; a comma, semicolon or tab as separator; no line end after the last
/// record; blank lines, which are skipped. A quote in the middle of an unquoted field is literal.
///
/// Why not a package such as SwiftCSV: it reads the whole file into one `String` and copies every field into
/// another, and it needs Foundation, which alone costs several milliseconds at each start.
package struct CSVReader {
  /// The last record; its buffer is reused for the next one.
  package private(set) var record = CSVRecord()
  /// The separator, known after the header.
  package private(set) var separator: CSVSeparator?

  private let options: CSVOptions
  private var decoder: TextDecoder
  private var scanner: CSVScanner
  private var chunk: [UInt8] = []
  private var at = 0
  private var started = false

  /// How much of the file is scanned at a time, so that a large piece from the caller costs no extra memory.
  private static let window = 1 << 16
  /// The most fields in a record.
  static let mostFields = 1000

  /// A reader of the bytes from `source`.
  package init(_ options: CSVOptions = CSVOptions(), source: @escaping ByteSource) {
    self.options = options
    separator = options.separator
    decoder = TextDecoder(options.encoding, source: source)
    scanner = CSVScanner(separator: 0, keepsStrayQuotes: false)
  }

  /// The encoding of the file.
  package var encoding: TextEncoding { decoder.encoding ?? .utf8 }

  /// Reads the next record into ``record``; false at the end of the file.
  ///
  /// - Throws: ``ImportFailure`` for bytes that are not text, a record that is too long, a quote that is
  ///   never closed or is followed by text; and what the source throws.
  package mutating func next() throws -> Bool {
    if !started { try begin() }
    while true {
      scanner.beginRecord()
      record.ends.removeAll(keepingCapacity: true)
      record.line = scanner.line
      var used = 0
      guard try read(&used) || lastRecord(used) else { return false }
      // A blank line looks like one empty field without quotes.
      if record.ends.count > 1 || used > 0 || scanner.sawQuote { return true }
    }
  }

  /// Reads to the end of a record; false at the end of the file.
  private mutating func read(_ used: inout Int) throws -> Bool {
    while true {
      if at >= chunk.count {
        guard let more = try decoder.next(line: scanner.line) else { return false }
        (chunk, at) = (more, 0)
      }
      let end = min(chunk.count, at + CSVReader.window)
      let room = used + (end - at) + 2
      if record.bytes.count < room {
        record.bytes.append(contentsOf: repeatElement(0, count: room - record.bytes.count))
      }
      let ended = try chunk.withUnsafeBufferPointer { chunk in
        try record.bytes.withUnsafeMutableBufferPointer { output in
          try scanner.scan(
            UnsafeBufferPointer(rebasing: chunk[..<end]), &at, into: output, &used,
            ends: &record.ends)
        }
      }
      try checkSize(used)
      if ended { return true }
    }
  }

  private mutating func lastRecord(_ used: Int) throws -> Bool {
    try scanner.checkEnd()
    guard scanner.isWithinRecord(ends: record.ends, used: used) else { return false }
    record.ends.append(used)
    record.lacksEnd = true
    return true
  }

  private func checkSize(_ used: Int) throws {
    let line = record.line
    if used > options.longestRecord {
      let quote = scanner.openQuote.map { "the quote opened in line \($0) may never be closed" }
      throw ImportFailure(
        "line \(line) is longer than \(options.longestRecord) bytes",
        hint: quote ?? "this may not be a CSV file", line: line)
    }
    if record.ends.count > CSVReader.mostFields {
      throw ImportFailure(
        "line \(line) has more than \(CSVReader.mostFields) fields",
        hint: "this may not be a CSV file", line: line)
    }
  }

  /// Detects the separator in the first non-blank line.
  private mutating func begin() throws {
    started = true
    if separator == nil {
      var end = headerEnd(chunk)
      while end == nil, chunk.count < CSVReader.window,
        let more = try decoder.next(line: 1 + chunk.lineEnds())
      {
        chunk += more
        end = headerEnd(chunk)
      }
      separator = CSVSeparator.found(inHeader: chunk[..<(end ?? chunk.count)])
    }
    scanner = CSVScanner(
      separator: (separator ?? .comma).byte, keepsStrayQuotes: options.keepsStrayQuotes)
  }

  /// The end of the first non-blank line; nil when it continues beyond these bytes.
  private func headerEnd(_ bytes: [UInt8]) -> Int? {
    var quoted = false
    var blank = true
    for (index, byte) in bytes.enumerated() {
      if byte == quote { quoted.toggle() }
      if byte == lineFeed || byte == carriageReturn {
        if !quoted, !blank { return index }
      } else {
        blank = false
      }
    }
    return nil
  }
}
