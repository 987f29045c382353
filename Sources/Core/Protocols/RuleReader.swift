/// Parses the rule of a criterion from its block.
enum RuleReader {
  /// The keys that every criterion may have besides those of its rule.
  private static let common = ["rule", "says", "source", "advice", "optional"]

  /// A rule's numbers, its other keys, and how it is made from the block.
  struct Form {
    let numbers: [String]
    let keys: [String]
    let make: (BlockFile.Block) throws -> Rule
  }

  static func form(_ rule: String) -> Form? {
    switch rule {
    case "days-in-stage": Form(numbers: ["threshold"], keys: []) { _ in .daysInStage }
    case "median-not-higher":
      Form(numbers: ["days", "ratings"], keys: []) { _ in .medianNotHigher }
    case "no-rating-above": Form(numbers: ["threshold", "days"], keys: []) { _ in .noRatingAbove }
    case "exercise-days":
      Form(numbers: ["threshold", "days"], keys: ["exercises"]) {
        .exerciseDays(try names("exercises", block: $0))
      }
    case "pain-during":
      Form(numbers: ["threshold", "sessions"], keys: ["exercises"]) {
        .painDuring(try names("exercises", block: $0))
      }
    case "even-hold":
      Form(numbers: ["threshold", "percent", "days"], keys: ["measure"]) {
        .evenHold(try name("measure", block: $0))
      }
    case "sessions-over-days":
      Form(numbers: ["threshold", "days"], keys: ["exercises"]) {
        .sessionsOverDays(try names("exercises", block: $0))
      }
    case "pain-free-measures":
      Form(numbers: ["threshold"], keys: ["measure"]) {
        .painFreeMeasures(try name("measure", block: $0))
      }
    case "sessions-at-pain":
      Form(numbers: ["threshold", "pain"], keys: ["exercises"]) {
        .sessionsAtPain(try names("exercises", block: $0))
      }
    case "practice-share":
      Form(numbers: ["threshold", "days"], keys: ["routine"]) {
        .practiceShare(try name("routine", block: $0))
      }
    case "measure-at-most":
      Form(numbers: ["threshold", "days"], keys: ["measure"]) {
        .measureAtMost(try name("measure", block: $0))
      }
    case "factor-lower":
      Form(numbers: ["days", "ratings"], keys: ["factor"]) {
        .factorLower(try name("factor", block: $0))
      }
    case "done-together":
      Form(numbers: ["threshold", "days"], keys: ["exercises", "with"]) {
        .doneTogether(try names("exercises", block: $0), with: try name("with", block: $0))
      }
    default: nil
    }
  }

  /// The names of the rules that a gate can have.
  private static let gateRules = [
    "days-in-stage", "median-not-higher", "no-rating-above", "exercise-days", "pain-during",
    "even-hold", "sessions-over-days", "pain-free-measures", "sessions-at-pain", "practice-share",
    "measure-at-most", "factor-lower", "done-together",
  ]

  /// The criterion in a block.
  ///
  /// - Parameter form: the form of a rule by its name; safety rules, which no protocol has, have other forms.
  /// - Throws: ``InputError`` with the invalid line.
  static func criterion(
    _ block: BlockFile.Block, own: Bool = false, form: (String) -> Form? = RuleReader.form
  ) throws -> Criterion {
    let name = try block.required("rule")
    guard let form = form(name) else {
      throw InputError(
        "line \(block.lineOf("rule")): there is no rule \(name.quoted)",
        hint: "the rules are \(gateRules.joined(separator: ", "))")
    }
    try block.allow(common + form.numbers + form.keys)
    var numbers: [String: Int] = [:]
    for key in form.numbers {
      let text = try block.required(key)
      guard let value = Decimal(text, places: 1) else {
        throw InputError(
          "line \(block.lineOf(key)): '\(key)' cannot be \(text.quoted)",
          hint: "use a number with at most one decimal, such as 10")
      }
      numbers[key] = value.scaled
    }
    let criterion = Criterion(
      id: block.slug, rule: try form.make(block), tenths: CriterionNumbers(numbers),
      template: try block.required("says"),
      source: try block.value("source") ?? (own ? "own" : "default"),
      advice: try block.value("advice"), optional: try block.flag("optional"))
    if let name = criterion.unknownPlaceholder {
      throw InputError(
        "line \(block.lineOf("says")): there is no number {\(name)} in \(block.title)",
        hint: "its numbers are \(criterion.numberNames.map { "{\($0)}" }.joined(separator: ", "))")
    }
    if let problem = criterion.contradiction {
      throw InputError(
        "line \(block.line): in \(block.title) \(problem)", hint: "correct the numbers")
    }
    return criterion
  }

  private static func name(_ key: String, block: BlockFile.Block) throws -> Slug {
    try Slug(block.required(key), for: "a \(key)", line: block.lineOf(key))
  }

  private static func names(_ key: String, block: BlockFile.Block) throws -> [Slug] {
    _ = try block.required(key)
    return try block.slugs(key)
  }
}

extension Slug {
  /// Parses a name in a file.
  ///
  /// - Throws: ``InputError`` with its line.
  init(_ text: String, for what: String, line: Int) throws {
    guard let slug = Slug(text) else {
      throw InputError(
        "line \(line): \(text.quoted) cannot be the name of \(what)",
        hint: "names have letters a to z, digits and hyphens, at most 40")
    }
    self = slug
  }
}
