import Core

/// Splits a line into words as a shell does: at spaces, with quotes and backslashes. Nothing is expanded: no
/// variables, no patterns, no commands.
package enum ShellWords {
  /// The words of a line.
  ///
  /// - Throws: ``InputError`` for an unclosed quote, or a backslash at the end.
  package static func split(_ line: String) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for letter in line {
      if isEscaped {
        // Inside double quotes a backslash is literal unless it comes before one of a few characters.
        if quote == "\"", !"\\\"$`".contains(letter) { word = (word ?? "") + "\\" }
        word = (word ?? "") + String(letter)
        isEscaped = false
      } else if letter == "\\", quote != "'" {
        isEscaped = true
        word = word ?? ""
      } else if letter == quote {
        quote = nil
      } else if quote == nil, letter == "'" || letter == "\"" {
        quote = letter
        word = word ?? ""
      } else if quote == nil, letter.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    guard quote == nil, !isEscaped else {
      throw InputError(
        "a quote in \(line.quoted) is not closed",
        hint: "close it, as in 'pain 4 --note \"after gardening\"'")
    }
    if let word { words.append(word) }
    return words
  }
}
