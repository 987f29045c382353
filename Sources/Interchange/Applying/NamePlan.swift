import RehabLog

/// What becomes of the names of a file: the user's mapping, completed by proposals and by names of the
/// user's own.
public struct NamePlan: Sendable {
  /// What every name means.
  public private(set) var mapping: NameMapping
  /// Exercises that are to be added, by the names they come from.
  public private(set) var exercises: [Exercise] = []
  /// Kinds of measurement that are to be added.
  public private(set) var kinds: [MeasurementKind] = []
  /// The names that the mapping did not say anything about.
  public private(set) var settled: [String] = []

  /// A plan for the names that a survey found.
  ///
  /// - Parameters:
  ///   - mapping: what the user says, and what was remembered.
  ///   - catalogue: the exercises that there are.
  ///   - kinds: the kinds of measurement that there are.
  /// - Throws: ``ImportFailure`` for a name whose target the log does not have.
  public init(
    _ survey: ImportSurvey, _ mapping: NameMapping, catalogue: Catalogue, kinds: [MeasurementKind]
  ) throws {
    self.mapping = mapping
    let known = catalogue.exercises
    let proposals = NameProposals(known)
    var taken = Set(known.flatMap { [$0.slug.text] + $0.aliases })
    var present = Set(kinds.map(\.slug))
    let ranges = Dictionary(kinds.map { ($0.slug, $0.range) }) { first, _ in first }
    for (name, use) in survey.names.sorted(by: { $0.key < $1.key }) {
      if let target = self.mapping[name] {
        try check(target, name, catalogue, present)
        continue
      }
      settled.append(name)
      switch use.role {
      case .exercise(let reps, let hold):
        if let target = proposals.target(for: name) {
          self.mapping[name] = target
        } else {
          let slug = free(name, &taken)
          exercises.append(
            Exercise(
              slug: slug, name: String(name.prefix(200)), oneSided: false,
              dose: hold ? (reps ? .repsHold : .hold) : (reps ? .reps : .none), own: true))
          self.mapping[name] = .exercise(slug, nil)
        }
      case .habit:
        self.mapping[name] = proposals.target(for: name) ?? .factor(NamePlan.slug(name))
      case .factor, .scale(nil): self.mapping[name] = .factor(NamePlan.slug(name))
      case .pain: self.mapping[name] = .pain(try? PainSite(NamePlan.slug(name).text))
      case .scale(let range?):
        // Two apps may rate the same thing on scales of their own, which stay apart.
        let hundredths = range.lowerBound * 100...range.upperBound * 100
        let slug = NamePlan.numbered(name) { ranges[$0].map { $0 == hundredths } ?? true }
        self.mapping[name] = .measure(slug, nil)
        if present.insert(slug).inserted {
          self.kinds.append(
            MeasurementKind(
              slug: slug,
              title: "\(name.prefix(150)), rated \(range.lowerBound) to \(range.upperBound)",
              unit: .points, better: .lower, sided: false, range: range))
        }
      case .measurement(let unit):
        let slug = NamePlan.slug(name)
        if present.contains(slug) {
          self.mapping[name] = .measure(slug, nil)
        } else if let kind = NamePlan.kind(slug, name, unit) {
          present.insert(slug)
          self.kinds.append(kind)
          self.mapping[name] = .measure(slug, nil)
        } else {
          // In a unit that no measurement has, it is a number of that day.
          self.mapping[name] = .factor(slug)
        }
      }
    }
  }

  /// Makes sure that the log has what the user says a name means.
  private func check(
    _ target: NameMapping.Target, _ name: String, _ catalogue: Catalogue, _ kinds: Set<Slug>
  ) throws {
    switch target {
    case .exercise(let slug, _) where catalogue.index.exactly(slug.text) == nil:
      throw ImportFailure(
        "the mapping takes \(quoted(name)) for '\(slug)', which is no exercise here",
        hint: "add it with 'psoas exercise add \(slug)', or name another")
    case .measure(let slug, _) where !kinds.contains(slug):
      throw ImportFailure(
        "the mapping takes \(quoted(name)) for '\(slug)', which is no kind of measurement here",
        hint: "add it with 'psoas measure --define \(slug) --unit UNIT --better lower|higher'")
    default: break
    }
  }

  private func free(_ name: String, _ taken: inout Set<String>) -> Slug {
    NamePlan.numbered(name) { taken.insert($0.text).inserted }
  }

  /// The slug of a name, with the first number behind it that makes it fit.
  private static func numbered(_ name: String, where fits: (Slug) -> Bool) -> Slug {
    let wanted = slug(name)
    var slug = wanted
    var number = 2
    while !fits(slug) {
      slug = Slug(stored: "\(wanted.text.prefix(36))-\(number)")
      number += 1
    }
    return slug
  }

  /// A kind for a measured value of another app; nil for a unit that the log does not know.
  private static func kind(_ slug: Slug, _ name: String, _ unit: String?) -> MeasurementKind? {
    let units: [String: MeasurementKind.Unit] = [
      "kg": .kilograms, "cm": .centimetres, "s": .seconds, "sec": .seconds, "deg": .degrees,
      "°": .degrees, "points": .points, "count": .count,
    ]
    guard let found = unit.map({ units[$0.lowercased()] }) ?? .count else { return nil }
    return MeasurementKind(
      slug: slug, title: String(name.prefix(200)), unit: found, better: .higher, sided: false,
      range: -100_000...100_000)
  }

  /// A slug that a name reads as: its letters and digits, the others as hyphens.
  static func slug(_ name: String) -> Slug {
    var text = ""
    for letter in name.lowercased() {
      if letter.isASCII, letter.isLetter || letter.isNumber {
        text.append(letter)
      } else if let plain = plainLetters[letter] {
        text += plain
      } else if apostrophes.contains(letter) {
        continue
      } else if !text.isEmpty, text.last != "-" {
        text.append("-")
      }
    }
    var short = text.prefix(40)
    while short.last == "-" { short.removeLast() }
    return Slug(stored: short.isEmpty ? "imported" : String(short))
  }

  private static let apostrophes: Set<Character> = ["'", "\u{2019}", "`"]

  private static let plainLetters: [Character: String] = {
    let pairs = [
      ("à á â ã å ā", "a"), ("ä æ", "ae"), ("ç č ć", "c"), ("è é ê ë ē ě", "e"),
      ("ì í î ï ī", "i"), ("ñ ń", "n"), ("ò ó ô õ ø ō", "o"), ("ö œ", "oe"), ("š ś", "s"),
      ("ß", "ss"), ("ù ú û ū ů", "u"), ("ü", "ue"), ("ý ÿ", "y"), ("ž ź ż", "z"), ("ł", "l"),
    ]
    var letters: [Character: String] = [:]
    for (accented, plain) in pairs {
      for letter in accented where letter != " " { letters[letter] = plain }
    }
    return letters
  }()
}
