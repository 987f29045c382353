import Core

/// The words of an argument that takes unrecognised ones too, for the sake of negative numbers.
///
/// - Throws: ``InputError`` for a word that is an option the command does not have.
func positionals(_ words: [String], of command: String) throws -> [String] {
  for word in words where word.hasPrefix("-") && word != "--" {
    let digits = word.dropFirst()
    if let first = digits.first, first.isNumber || first == "." || first == "," { continue }
    if digits.lowercased() == "inf" || digits.lowercased() == "nan" { continue }
    throw InputError("unknown option \(quoted(word))", hint: "see '\(command) --help'")
  }
  return words.filter { $0 != "--" }
}
