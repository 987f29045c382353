/// Writes CSV by RFC 4180: UTF-8 without a byte order mark, CR LF or LF as line ends, quotes only where
/// needed.
///
/// Missing and empty fields differ: nil is written as nothing, an empty text as `""`.
package struct CSVWriter {
  /// Bytes written and not yet taken.
  package private(set) var bytes: [UInt8] = []
  private let separator: UInt8
  private let lineEnd: [UInt8]

  /// Writes a header, whose names include their units, such as `load_kg`.
  package init(
    header: [String], separator: CSVSeparator = .comma, lineEnd: String = "\r\n"
  ) {
    self.separator = separator.byte
    self.lineEnd = Array(lineEnd.utf8)
    write(header)
  }

  /// Writes one record.
  package mutating func write(_ fields: [String?]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(separator) }
      if let field { write(field, isOnly: fields.count == 1) }
    }
    bytes += lineEnd
  }

  /// The bytes written since the last call; the buffer is reused.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ field: String, isOnly: Bool) {
    let needsQuotes =
      field.isEmpty || field.utf8.first == UInt8(ascii: " ") || field.utf8.last == UInt8(ascii: " ")
      || field.utf8.contains {
        $0 == separator || $0 == quote || $0 == lineFeed || $0 == carriageReturn
      }
    guard needsQuotes else {
      bytes += field.utf8
      return
    }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
