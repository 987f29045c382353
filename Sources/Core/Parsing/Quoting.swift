extension StringProtocol {
  /// The text in single quotes, for a message: control and direction-changing characters appear as code
  /// points, and it is cut at 60 characters so that a message stays on one line.
  package var quoted: String { quoted(upTo: 60) }

  /// A path in the same way but not cut, since people copy it from the message.
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

  /// The text without leading and trailing white space, line ends and no-break spaces.
  package var trimmed: String {
    // A fast path: nearly all texts have nothing to trim, and looking up Unicode properties is slow.
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
  /// marks that reorder the text around them. Right-to-left letters are safe.
  package var isUnsafeToPrint: Bool {
    switch value {
    case 0x0A, 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
