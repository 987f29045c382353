/// A command line as stored in the history.
struct RecordedCommand {
  /// Options that do not affect what is done to the log.
  private static let valued = CommonOptions.valued + ["--format", "--output"]

  /// The length limit in characters.
  static let limit = 4096

  private var text = ""

  /// The arguments without those that concern only this run, quoted for a shell.
  ///
  /// - Parameters:
  ///   - found: whether the parser found the common option with a given name.
  ///   - valued: the names of the command's options that take a value. Finding them takes as long as all
  ///     other parsing, so this is called only where the words alone are unclear: in `--note --now`, where
  ///     `--now` is the note.
  static func text(
    _ arguments: [String], found: (String) -> Bool, valued: () -> Set<String>
  ) -> String {
    var record = RecordedCommand()
    record.add(arguments, found: found, valued: valued)
    let text = record.text
    return text.unicodeScalars.count <= limit
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }

  private mutating func add(
    _ arguments: [String], found: (String) -> Bool, valued: () -> Set<String>
  ) {
    /// Whether a word that looks like a common option may be the value of the option before it. It cannot be
    /// if it occurs once and the parser found that option.
    func isPerhapsValue(_ word: String) -> Bool {
      guard isCommon(word) else { return false }
      let name = word == "-q" ? "--quiet" : String(word.prefix { $0 != "=" })
      let spellings = name == "--quiet" ? ["--quiet", "-q"] : [name]
      let count = arguments.count { argument in
        spellings.contains { argument == $0 || argument.hasPrefix($0 + "=") }
      }
      return count > 1 || !found(name)
    }
    var words = arguments[...]
    /// The preceding option, if the word may be its value.
    var open: String?
    while let word = words.popFirst() {
      if word == "--" {
        for word in [word] + words { keep(word) }
        return
      }
      let isOption = word.hasPrefix("-")
      if let name = open, isPerhapsValue(word), valued().contains(name) {
        keep(word)
        open = nil
      } else if RecordedCommand.valued.contains(word) {
        words = words.dropFirst()
        open = nil
      } else if isCommon(word) {
        open = nil
      } else {
        keep(word)
        open = isOption && !word.contains("=") ? word : nil
      }
    }
  }

  private func isCommon(_ word: String) -> Bool {
    RecordedCommand.valued.contains { word == $0 || word.hasPrefix($0 + "=") }
      || CommonOptions.flags.contains(word)
  }

  private mutating func keep(_ word: String) {
    if !text.isEmpty { text += " " }
    text += RecordedCommand.quotedForShell(word)
  }

  /// Whether a shell takes a character literally.
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
