/// The separator between fields.
package enum CSVSeparator: String, CaseIterable, Sendable {
  /// `,`
  case comma
  /// `;`, used by spreadsheets where the comma is the decimal sign.
  case semicolon
  case tab

  package var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }

  /// The most frequent one outside quotes in a header; a comma if there is none.
  static func found(inHeader header: some Sequence<UInt8>) -> CSVSeparator {
    var counts = [0, 0, 0]
    var quoted = false
    for byte in header {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if quoted { continue }
      for (index, separator) in allCases.enumerated() where byte == separator.byte {
        counts[index] += 1
      }
    }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { allCases[$0] } ?? .comma
  }
}

/// How to read a CSV file.
package struct CSVOptions: Sendable {
  /// The encoding; nil to use the byte order mark, or UTF-8 without one.
  package var encoding: TextEncoding?
  /// The separator; nil to detect it in the header.
  package var separator: CSVSeparator?
  /// The size limit of one record in bytes, without quotes, so that memory stays bounded whatever the file
  /// contains.
  package var longestRecord = 1 << 20
  /// Whether a quote within a quoted field that no separator or line end follows is kept literally, for
  /// programs that do not double quotes. Otherwise it is an error.
  package var keepsStrayQuotes = false

  /// Everything detected from the file.
  package init(encoding: TextEncoding? = nil, separator: CSVSeparator? = nil) {
    self.encoding = encoding
    self.separator = separator
  }
}
