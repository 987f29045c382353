import Core

/// A command line as the history keeps it.
enum RecordedCommand {
  /// Options that say nothing about what is done to the log.
  private static let valued = GlobalOptions.valued + ["--format", "--output"]
  private static let flags = Set(GlobalOptions.flags)

  /// The most characters that are kept.
  static let limit = 4096

  /// The words without what concerns only this run, quoted as a shell wants them.
  static func text(_ words: [String]) -> String {
    var text = ""
    var isLiteral = false
    var skips = false
    for word in words {
      if skips {
        skips = false
      } else if !isLiteral, valued.contains(word) {
        skips = true
      } else if !isLiteral,
        flags.contains(word) || valued.contains(where: { word.hasPrefix($0 + "=") })
      {
        continue
      } else {
        isLiteral = isLiteral || word == "--"
        if !text.isEmpty { text += " " }
        text += quotedForShell(word)
      }
    }
    return text.unicodeScalars.count <= limit
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }

  /// Whether a shell takes a character as it is.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "=", "+", ".", ",", ":", "/", "@", "%": true
    default: !scalar.isASCII && scalar.properties.isAlphabetic
    }
  }

  private static func quotedForShell(_ word: String) -> String {
    if !word.isEmpty, word.unicodeScalars.allSatisfy(isPlain) { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(
        separator: "'\\''") + "'"
  }
}
