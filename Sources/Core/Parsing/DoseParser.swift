/// Parses the DOSE of an ENTRY.
///
/// The forms are SETSxREPS, SETSxREPSxHOLD, SETSxHOLD, REPS,REPS,…, REPS-REPS-…xHOLD, HOLD,HOLD,… and HOLD,
/// each optionally followed by `@LOAD` and `/side`.
struct DoseParser {
  /// The parts of one dose.
  struct Parts: Equatable {
    var sets: [SetDone] = []
    var load: Load?
    var side: Side?
  }

  private static let mostSets = 99
  private static let mostReps = 9999
  private static let longestHold = 86_400

  /// Parses one word.
  ///
  /// - Throws: ``InputError`` with the part that could not be parsed.
  static func parse(_ word: String) throws -> Parts {
    var parts = Parts()
    var body = Substring(word)
    // Load and side may come in either order.
    while let cut = body.lastIndex(where: { $0 == "@" || $0 == "/" }) {
      let tail = body[cut...]
      if tail.hasPrefix("@"), parts.load == nil {
        parts.load = try load(String(tail))
      } else if parts.side == nil, let side = Side(word: sideWord(tail)) {
        parts.side = side
      } else {
        throw unreadable(word)
      }
      body = body[..<cut]
    }
    if !body.isEmpty { parts.sets = try sets(body, word: word) }
    return parts
  }

  /// Parses `@20kg`, `@12.5lb`.
  static func load(_ word: String) throws -> Load {
    let text = word.dropFirst()
    for (suffix, unit) in [("kgs", Load.Unit.kg), ("kg", .kg), ("lbs", .lb), ("lb", .lb)]
    where text.hasSuffix(suffix) {
      if let number = Decimal(text.dropLast(suffix.utf8.count), places: 2),
        let load = Load(hundredths: number.scaled, unit: unit)
      {
        return load
      }
      break
    }
    throw InputError(
      "cannot read the load \(word.quoted)",
      hint: "give kg or lb, up to 1000, such as @20kg or @12.5lb")
  }

  /// Parses the rest between sets, `20s`, `1m` or `0s`, in seconds.
  static func rest(_ word: String) throws -> Int {
    guard let seconds = seconds(of: word[...]), seconds <= 3600 else {
      throw InputError(
        "cannot read \(word.quoted) as a rest", hint: "use 0s to 3600s, such as 20s or 1m")
    }
    return seconds
  }

  private static func sideWord(_ tail: Substring) -> String {
    tail == "/side" ? "/side" : String(tail.dropFirst())
  }

  private static func sets(_ body: Substring, word: String) throws -> [SetDone] {
    let factors = body.split(whereSeparator: { "x×*".contains($0) })
    // `split` drops an empty part, as in `3x` or `x8`.
    guard factors.count == body.count(where: { "x×*".contains($0) }) + 1 else {
      throw unreadable(word)
    }
    switch factors.count {
    case 1: return try list(factors[0], hold: nil, word: word)
    case 2:
      guard let count = Int(digits: factors[0]) else {
        return try list(factors[0], hold: try hold(factors[1], word: word), word: word)
      }
      if isHold(factors[1]) {
        return try repeated(
          SetDone(reps: nil, hold: try hold(factors[1], word: word)), count: count, word: word)
      }
      return try repeated(
        SetDone(reps: try reps(factors[1], word: word), hold: nil), count: count, word: word)
    case 3:
      guard let count = Int(digits: factors[0]) else { throw unreadable(word) }
      let set = SetDone(
        reps: try reps(factors[1], word: word), hold: try hold(factors[2], word: word))
      return try repeated(set, count: count, word: word)
    default: throw unreadable(word)
    }
  }

  /// `8,8,7`, `6-4-2`, `20s,15s` or one hold.
  private static func list(
    _ text: Substring, hold fixedHold: Int?, word: String
  ) throws -> [SetDone] {
    let items = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "-" })
    guard items.count <= mostSets else { throw tooMany(word) }
    if fixedHold == nil, text.contains("-") {
      throw InputError(
        "the dose \(word.quoted) could be a range or a list",
        hint: "give the sets as they were, 8,10; hyphens go with a hold, as in 6-4-2x10s")
    }
    if items.count == 1, fixedHold == nil, !isHold(items[0]), Int(digits: items[0]) != nil {
      throw InputError(
        "the dose \(word.quoted) could be repetitions or seconds",
        hint: "use 1x\(word) for repetitions or \(word)s for seconds")
    }
    guard fixedHold == nil, items.contains(where: isHold) else {
      return try items.map { SetDone(reps: try reps($0, word: word), hold: fixedHold) }
    }
    // In `20-30s` the 20 could be seconds or repetitions.
    guard items.allSatisfy(isHold) else {
      throw InputError(
        "the dose \(word.quoted) mixes plain numbers and seconds",
        hint: "use 20s,30s for holds, or 8-6x10s for repetitions held 10 seconds each")
    }
    return try items.map { SetDone(reps: nil, hold: try hold($0, word: word)) }
  }

  private static func repeated(_ set: SetDone, count: Int, word: String) throws -> [SetDone] {
    guard count >= 1 else { throw unreadable(word) }
    guard count <= mostSets else { throw tooMany(word) }
    return Array(repeating: set, count: count)
  }

  private static func reps(_ text: Substring, word: String) throws -> Int {
    guard let number = Int(digits: text) else { throw unreadable(word) }
    guard (1...mostReps).contains(number) else {
      throw InputError(
        "the dose \(word.quoted) has a set of \(number) repetitions",
        hint: "a set has 1 to \(mostReps); leave out one that was not done")
    }
    return number
  }

  private static func isHold(_ text: Substring) -> Bool {
    text.hasSuffix("s") || text.contains("m")
  }

  /// `20s`, `2m`, `2min`, `1m30s`, in seconds.
  private static func hold(_ text: Substring, word: String) throws -> Int {
    guard let seconds = seconds(of: text) else { throw unreadable(word) }
    guard (1...longestHold).contains(seconds) else {
      throw InputError(
        "the dose \(word.quoted) has a hold of \(seconds) s",
        hint: "a hold is 1 s to \(longestHold) s long")
    }
    return seconds
  }

  private static func seconds(of text: Substring) -> Int? {
    if let cut = text.firstIndex(of: "m") {
      guard let minutes = Int(digits: text[..<cut]) else { return nil }
      var rest = text[text.index(after: cut)...]
      if rest.hasPrefix("in") { rest = rest.dropFirst(2) }
      if rest.isEmpty { return minutes * 60 }
      guard rest.hasSuffix("s"), let seconds = Int(digits: rest.dropLast()) else { return nil }
      return minutes * 60 + seconds
    }
    guard text.hasSuffix("s") else { return nil }
    return Int(digits: text.dropLast())
  }

  private static func tooMany(_ word: String) -> InputError {
    InputError(
      "the dose \(word.quoted) has more than \(mostSets) sets",
      hint: "sets come first: 3x20 is three sets of twenty")
  }

  private static func unreadable(_ word: String) -> InputError {
    InputError(
      "cannot read the dose \(word.quoted)",
      hint: "use 3x8, 3x20s, 2x10x2s, 6-4-2x10s, 8,8,7 or 50s, with @20kg, left, right or /side")
  }
}
