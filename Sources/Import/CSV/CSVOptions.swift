/// What stands between two fields.
package enum CSVSeparator: String, CaseIterable, Sendable {
  /// `,`
  case comma
  /// `;`, which spreadsheets write where the comma is the decimal sign.
  case semicolon
  case tab

  package var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }

  /// The one that is found most often outside quotes in a header; a comma where there is none.
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

/// How a CSV file is to be read.
package struct CSVOptions: Sendable {
  /// The encoding; nil to go by the byte order mark, and by UTF-8 without one.
  package var encoding: TextEncoding?
  /// The separator; nil to find it in the header.
  package var separator: CSVSeparator?
  /// How many bytes one record may have, quotes aside. What is longer stops the reading, so that
  /// memory stays bounded whatever the file.
  package var longestRecord = 1 << 20
  /// Whether a quote within a quoted field that no separator or line end follows is kept as a letter,
  /// for programs that do not double them. Otherwise it stops the reading.
  package var keepsStrayQuotes = false

  /// Everything found in the file itself.
  package init(encoding: TextEncoding? = nil, separator: CSVSeparator? = nil) {
    self.encoding = encoding
    self.separator = separator
  }
}
