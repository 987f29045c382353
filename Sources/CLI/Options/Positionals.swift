import ArgumentParser
import Core

extension ParsableCommand {
  /// The values of an argument that also accepts unrecognised words, for negative numbers.
  ///
  /// - Throws: ``InputError`` for an option that the command does not have.
  func positionals(_ words: [String]) throws -> [String] {
    for word in words where word.hasPrefix("-") && word != "--" {
      let digits = word.dropFirst()
      if let first = digits.first, first.isNumber || first == "." || first == "," { continue }
      if digits.lowercased() == "inf" || digits.lowercased() == "nan" { continue }
      throw InputError("unknown option \(word.quoted)", hint: "see 'psoas \(Self.name) --help'")
    }
    return words.filter { $0 != "--" }
  }
}
