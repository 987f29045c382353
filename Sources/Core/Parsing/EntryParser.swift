/// Parses the ENTRY words of `psoas log` into exercises with their doses.
package struct EntryParser: Sendable {
  let exercises: NameIndex<Exercise>

  /// The most exercises in one session.
  package static let mostEntries = 100

  /// The longest name, in words, that may be typed without hyphens: `side plank 3x20s`.
  private static let longestName = 5

  package init(exercises: NameIndex<Exercise>) { self.exercises = exercises }

  /// Refuses a name for an exercise that has another meaning in an ENTRY.
  ///
  /// - Throws: ``InputError``.
  package static func checkName(_ word: String) throws {
    guard PartialEntry.isDetail(word) else { return }
    throw InputError(
      "\(word.quoted) would be read as a dose or a side", hint: "begin the name with a letter")
  }

  /// Parses all arguments of a session, each of which may contain several words.
  ///
  /// - Throws: ``InputError`` for an unknown exercise, an unreadable dose, or a part given twice.
  package func parse(_ arguments: [String]) throws -> [ExerciseEntry] {
    let words = try self.words(arguments)
    var entries: [ExerciseEntry] = []
    var position = 0
    while position < words.count {
      let (exercise, next) = try name(words, at: position)
      var partial = PartialEntry(exercise: exercise.slug)
      position = next
      while position < words.count, try partial.take(words[position], unless: isName) {
        position += 1
      }
      entries.append(partial.entry)
      guard entries.count <= EntryParser.mostEntries else {
        throw InputError(
          "more than \(EntryParser.mostEntries) exercises in one session",
          hint: "log them as several sessions")
      }
    }
    return entries
  }

  private func words(_ arguments: [String]) throws -> [String] {
    var words: [String] = []
    for argument in arguments {
      let split = argument.lowercased().split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard !split.isEmpty else {
        throw InputError(
          "an entry is empty", hint: "name an exercise and what you did, such as 'bird-dog 3x8'")
      }
      words += split.map(String.init)
    }
    return words
  }

  private func isName(_ word: String) -> Bool { exercises.exactly(word) != nil }

  /// The exercise whose name starts at a position, and the position after it. The longest run of words that
  /// forms a name when joined by hyphens wins, so that `side plank` is one exercise.
  private func name(_ words: [String], at start: Int) throws -> (Exercise, Int) {
    let end = min(words.count, start + EntryParser.longestName)
    for stop in stride(from: end, to: start, by: -1) {
      if let exercise = exercises.exactly(words[start..<stop].joined(separator: "-")) {
        return (exercise, stop)
      }
    }
    let word = words[start]
    if PartialEntry.isDetail(word) {
      throw InputError(
        "the dose \(word.quoted) has no exercise before it",
        hint: "name the exercise first, such as 'bird-dog 3x8'")
    }
    return (try exercise(named: word), start + 1)
  }

  /// The exercise with this slug, alias or unique prefix.
  ///
  /// - Throws: ``InputError`` with the most similar names.
  package func exercise(named word: String) throws -> Exercise {
    switch exercises.match(word) {
    case .one(let exercise): return exercise
    case .several(let slugs):
      throw InputError(
        "the exercise \(word.quoted) could be \(slugs.joined(separator: ", "))",
        hint: "give more letters")
    case .none(let nearest):
      // Only a valid name is offered for adding.
      let add = Slug(word).map { "add it with 'psoas exercise add \($0)'" }
      let near =
        nearest.isEmpty
        ? nil
        : "the nearest \(nearest.count == 1 ? "is" : "are") \(nearest.joined(separator: ", "))"
      let hints = [near, add ?? "'psoas exercise list' shows all"].compactMap(\.self)
      throw InputError(
        "there is no exercise \(word.quoted)", hint: hints.joined(separator: "; "))
    }
  }
}

/// An entry being parsed.
private struct PartialEntry {
  let exercise: Slug
  var sets: [SetDone]?
  var side: Side?
  var load: Load?
  var pain: NPRSScore?

  init(exercise: Slug) { self.exercise = exercise }

  var entry: ExerciseEntry {
    ExerciseEntry(exercise: exercise, sets: sets ?? [], side: side, load: load, pain: pain)
  }

  /// Whether a word can only be a detail of an exercise, never a name.
  static func isDetail(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return first.isASCIIDigit || word.hasPrefix("@")
      || word.hasPrefix("pain=") || Side(word: word) != nil
  }

  /// Takes a word that belongs to this exercise; returns false when the next exercise starts.
  mutating func take(_ word: String, unless isName: (String) -> Bool) throws -> Bool {
    guard PartialEntry.isDetail(word), !isName(word) else { return false }
    if let side = Side(word: word) {
      try set(\.side, value: side, name: "side")
    } else if word.hasPrefix("pain=") {
      try set(
        \.pain, value: try NPRSScore(String(word.dropFirst(5)), for: "pain during an exercise"),
        name: "pain")
    } else {
      let parts = try DoseParser.parse(word)
      if !parts.sets.isEmpty { try set(\.sets, value: parts.sets, name: "dose") }
      if let load = parts.load { try set(\.load, value: load, name: "load") }
      if let side = parts.side { try set(\.side, value: side, name: "side") }
    }
    return true
  }

  private mutating func set<Value>(
    _ part: WritableKeyPath<PartialEntry, Value?>, value: Value, name: String
  ) throws {
    guard self[keyPath: part] == nil else {
      throw InputError(
        "the exercise '\(exercise)' has a second \(name)",
        hint: "name the exercise again before it: '\(exercise) … \(exercise) …'")
    }
    self[keyPath: part] = value
  }
}
