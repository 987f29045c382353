/// A command line as the history keeps it.
struct RecordedCommand {
  /// Options that say nothing about what is done to the log.
  private static let valued = GlobalOptions.valued + ["--format", "--output"]

  /// The most characters that are kept.
  static let limit = 4096

  private var text = ""

  /// The arguments without what concerns only this run, quoted as a shell wants them.
  ///
  /// - Parameter valued: the names of the command's options that take a value. They are asked for only where a
  ///   word that looks like an option follows another, as in `--note --now`, where `--now` is the note.
  static func text(_ arguments: [String], valued: () -> Set<String>) -> String {
    var record = RecordedCommand()
    record.add(arguments, valued: valued)
    let text = record.text
    return text.unicodeScalars.count <= limit
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }

  private mutating func add(_ arguments: [String], valued: () -> Set<String>) {
    var words = arguments[...]
    /// The option before the word, which may be its value.
    var open: String?
    while let word = words.popFirst() {
      if word == "--" {
        for word in [word] + words { keep(word) }
        return
      }
      let isOption = word.hasPrefix("-")
      if let name = open, isOption, valued().contains(name) {
        keep(word)
        open = nil
      } else if RecordedCommand.valued.contains(word) {
        words = words.dropFirst()
        open = nil
      } else if GlobalOptions.flags.contains(word)
        || RecordedCommand.valued.contains(where: { word.hasPrefix($0 + "=") })
      {
        open = nil
      } else {
        keep(word)
        open = isOption && !word.contains("=") ? word : nil
      }
    }
  }

  private mutating func keep(_ word: String) {
    if !text.isEmpty { text += " " }
    text += RecordedCommand.quotedForShell(word)
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
