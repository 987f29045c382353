extension StringProtocol {
  /// The text in single quotes, as the subject of a message: control and direction-changing characters as
  /// code points, and cut at 60 characters so that a message stays one line.
  package var quoted: String { quoted(upTo: 60) }

  /// A path in the same way but in full, since people copy it from the message.
  package var quotedPath: String { quoted(upTo: 4096) }

  private func quoted(upTo limit: Int) -> String {
    var shown = ""
    for (count, scalar) in unicodeScalars.enumerated() {
      if count == limit {
        shown += "…"
        break
      }
      if scalar.isUnsafeToPrint || scalar == "\n" || scalar == "\t" {
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return "'\(shown)'"
  }

  /// The text without white space, line ends and no-break spaces at its ends.
  package var trimmed: String {
    // Nearly all texts have nothing to trim, and asking Unicode costs more than reading them.
    func isPlain(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { (0x21...0x7E).contains($0.value) } ?? false
    }
    if isPlain(unicodeScalars.first), isPlain(unicodeScalars.last) { return String(self) }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
      let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}

extension Unicode.Scalar {
  /// Whether it could garble a terminal: control characters other than newline and tab, line separators, and
  /// the marks that reorder the text around them. Right-to-left letters are safe.
  package var isUnsafeToPrint: Bool {
    switch value {
    case 0x0A, 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
