/// Something the user gave that cannot be used, with what would work.
///
/// `message` is lower case, names the subject in single quotes and has no full stop; `hint` says
/// what would work. Both reach the terminal, so a subject is quoted through ``quoted(_:)``.
package struct InputError: Error, Equatable, Sendable {
  /// What was wrong.
  package let message: String
  /// What would work, if that can be said.
  package let hint: String?

  /// Makes an error from its two sentences.
  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// The subject of a message in single quotes: control and direction-changing characters shown by
/// code point, and cut at 60 characters so that a message stays one line.
package func quoted(_ text: some StringProtocol) -> String { quoted(text, upTo: 60) }

/// A path in the same way, but whole: who reads it wants to go there.
package func quotedPath(_ path: some StringProtocol) -> String { quoted(path, upTo: 4096) }

private func quoted(_ text: some StringProtocol, upTo limit: Int) -> String {
  var shown = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == limit {
      shown += "…"
      break
    }
    if isHarmful(scalar) || scalar == "\n" || scalar == "\t" {
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return "'\(shown)'"
}

/// Whether a scalar could garble a terminal: control characters other than newline and tab, line
/// separators, and the marks that reorder the text around them. Right-to-left letters are not.
package func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A, 0x09: false
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
  default: false
  }
}
