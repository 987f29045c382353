/// A short lower-case name for an exercise, a factor, a kind or a routine: ASCII letters, digits and single
/// hyphens, starting with a letter or a digit, at most 40 characters.
package struct Slug: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  /// Parses a name, treating capitals as lower case, and spaces and underscores as hyphens.
  ///
  /// - Throws: ``InputError`` that says it is not a valid `what`.
  package init(_ text: String, for what: String) throws {
    guard let slug = Slug(text) else {
      throw InputError(
        "\(text.quoted) cannot be the name of \(what)",
        hint: "use letters a to z, digits and hyphens, at most 40, such as 'heel-slide'")
    }
    self = slug
  }

  /// Parses a name; nil when it has other characters or is empty.
  package init?(_ text: some StringProtocol) {
    guard (1...40).contains(text.utf8.count) else { return nil }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "):
        guard let last = bytes.last, last != UInt8(ascii: "-") else { return nil }
        bytes.append(UInt8(ascii: "-"))
      default: return nil
      }
    }
    guard bytes.last != UInt8(ascii: "-") else { return nil }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// A name that is known to be valid, such as one read back from the log.
  package init(stored text: String) { self.text = text }

  package static func < (left: Slug, right: Slug) -> Bool { left.text < right.text }

  package var description: String { text }
}

/// Free text by the user: a note or a trigger. Any language and emoji, but no control characters.
package enum FreeText {
  /// The longest note, in bytes of UTF-8.
  package static let longestNote = 16_384

  /// Checks a note, which may have line breaks.
  package static func note(_ text: String) throws -> String {
    try checked(text, as: "note", longest: longestNote)
  }

  /// Checks a trigger: one line of at most 80 bytes, stored in lower case.
  package static func trigger(_ text: String) throws -> String {
    try line(text, as: "trigger", longest: 80).trimmed.lowercased()
  }

  /// Checks a title or a full name: one line of at most 200 bytes.
  package static func title(_ text: String, as what: String = "title") throws -> String {
    try line(text, as: what, longest: 200)
  }

  private static func line(_ text: String, as what: String, longest: Int) throws -> String {
    guard !text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\t" }) else {
      throw InputError(
        "the \(what) \(text.quoted) has a line break or a tab", hint: "use one line")
    }
    return try checked(text, as: what, longest: longest)
  }

  private static func checked(_ text: String, as what: String, longest: Int) throws -> String {
    let size = text.utf8.count
    guard size <= longest else {
      throw InputError(
        "the \(what) is \(size) bytes long", hint: "a \(what) may have up to \(longest) bytes")
    }
    if let bad = text.unicodeScalars.first(where: \.isUnsafeToPrint) {
      throw InputError(
        "the \(what) has the control character U+\(hexadecimal(bad.value))",
        hint: "letters of every language, emoji and line breaks are fine; control characters not")
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw InputError("the \(what) is empty", hint: "leave the option out, or give it some words")
    }
    return text
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
