import Core

/// What the names of another app mean in the log, as a text that the user can edit, one line per name:
///
/// ```
/// # names of Strong
/// Bird Dog (Bodyweight) = bird-dog
/// Side Plank - Left = side-plank left
/// Squat (Barbell) = skip
/// Sitting = factor sitting
/// Neck pain = pain neck
/// Weight (kg) = measure body-weight
/// ```
///
/// Blank lines and lines starting with `#` are comments, as is the text after a `#` that follows a target. A
/// name that contains `=`, or starts with `#` or a quote, is written in double quotes, within which `\"`,
/// `\\` and `\n` stand for a quote, a backslash and a line end. Names are case-sensitive. If a file uses one
/// name in several ways, `Headache (factor)` and `Headache (rating)` are the lines for each.
package struct NameMapping: Sendable, Equatable {
  /// The meaning of a name.
  package enum Target: Hashable, Sendable {
    /// An exercise, on a side if the name gives one.
    case exercise(Slug, Side?)
    /// A daily factor.
    case factor(Slug)
    /// Pain, at a site if given. A rating on another scale keeps its scale.
    case pain(PainSite?)
    /// A measurement of a kind.
    case measure(Slug, Side?)
    /// Not to be stored.
    case skip
  }

  /// The targets by name.
  package private(set) var targets: [String: Target] = [:]

  /// An empty map.
  package init() {}

  /// Parses the text form.
  ///
  /// - Throws: ``ImportFailure`` with the line that is invalid or repeated.
  package init(_ text: String) throws {
    let lines = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    for (index, line) in lines.enumerated() {
      let content = (index == 0 ? NameMapping.withoutMark(line) : line).trimmed
      if content.isEmpty || content.unicodeScalars.first == "#" { continue }
      do {
        let (name, rest) = try MappingLine.parted(content)
        guard targets[name] == nil else {
          throw InputError("\(name.quoted) appears twice", hint: "leave one of the lines out")
        }
        targets[name] = try Target(rest)
      } catch let error as InputError {
        throw ImportFailure(
          "line \(index + 1) of the mapping: \(error.message)", hint: error.hint, line: index + 1)
      }
    }
  }

  /// Parses the text form as stored in the log. Invalid lines, which an earlier version may have written, are
  /// ignored: their names are proposed again.
  package init(remembered text: String) {
    for line in text.split(separator: "\n") {
      guard let (name, rest) = try? MappingLine.parted(line.trimmed),
        let target = try? Target(rest)
      else { continue }
      targets[name] = target
    }
  }

  /// A first line without the byte order mark.
  private static func withoutMark(_ line: Substring) -> Substring {
    line.unicodeScalars.first == "\u{FEFF}" ? Substring(line.unicodeScalars.dropFirst()) : line
  }

  /// The target of a name; nil if the map has none. Setting nil removes it.
  package subscript(name: String) -> Target? {
    get { targets[name.trimmed] }
    set { targets[name.trimmed] = newValue }
  }

  /// The names that are not in the map, in order and without duplicates.
  package func unknown(of names: some Sequence<String>) -> [String] {
    Set(names.map { $0.trimmed }).subtracting(targets.keys).sorted()
  }

  /// The text form, sorted by name.
  package var text: String {
    targets.sorted { $0.key < $1.key }
      .map { "\(MappingLine.quotedWhereNeeded($0.key)) = \($0.value)\n" }.joined()
  }
}

extension NameMapping.Target: CustomStringConvertible {
  /// Parses `bird-dog`, `side-plank left`, `factor sitting`, `pain`, `pain low-back`, `measure thomas left`
  /// or `skip`.
  ///
  /// - Throws: `InputError` for anything else.
  package init(_ text: String) throws {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    func side(_ index: Int) throws -> Side? {
      try words.count > index ? Side(words[index]) : nil
    }
    switch (words.first, words.count) {
    case ("exercise", 2...3):
      self = .exercise(try Slug(words[1], for: "an exercise"), try side(2))
    case ("skip", 1): self = .skip
    case ("pain", 1): self = .pain(nil)
    case ("pain", 2): self = .pain(try PainSite(words[1]))
    case ("factor", 2): self = .factor(try Slug(words[1], for: "a factor"))
    case ("measure", 2...3): self = .measure(try Slug(words[1], for: "a measurement"), try side(2))
    case (let word?, 1...2) where word == "exercise" || !Self.reserved.contains(word):
      self = .exercise(try Slug(word, for: "an exercise"), try side(1))
    default:
      throw InputError(
        "\(text.quoted) is nothing that a name can mean",
        hint: "use EXERCISE, EXERCISE left, factor NAME, pain, pain SITE, measure KIND or skip")
    }
  }

  /// Words that start a target; an exercise with such a name is written `exercise skip`.
  static let reserved: Set<String> = ["skip", "pain", "factor", "measure", "exercise"]

  /// The name of the exercise, if it is one.
  var exercise: String? { if case .exercise(let slug, _) = self { slug.text } else { nil } }
  /// The name of the factor, if it is one.
  var factor: String? { if case .factor(let slug) = self { slug.text } else { nil } }
  /// The name of the kind of measurement, if it is one.
  var kind: String? { if case .measure(let slug, _) = self { slug.text } else { nil } }

  /// The target as text.
  package var description: String {
    func text(_ words: [String?]) -> String { words.compactMap(\.self).joined(separator: " ") }
    return switch self {
    case .exercise(let slug, let side):
      text([Self.reserved.contains(slug.text) ? "exercise" : nil, slug.text, side?.rawValue])
    case .factor(let slug): "factor \(slug)"
    case .pain(let site): text(["pain", site?.description])
    case .measure(let kind, let side): text(["measure", kind.text, side?.rawValue])
    case .skip: "skip"
    }
  }
}
