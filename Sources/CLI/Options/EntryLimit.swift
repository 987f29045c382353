import Core

/// How many of something are shown at the most.
enum EntryLimit {
  /// Reads the value of `--limit`.
  ///
  /// - Throws: ``InputError``.
  static func checked(_ text: String) throws -> Int {
    guard text.utf8.count <= 9, let count = Int(text), count >= 1 else {
      throw InputError("--limit cannot be \(quoted(text))", hint: "use a whole number from 1 on")
    }
    return count
  }
}
