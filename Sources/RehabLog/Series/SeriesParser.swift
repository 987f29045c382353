/// Reads the SERIES of a report: `pain`, `pain:worst`, `thomas:left`, `glute-bridge@goniometer`,
/// `sitting`, `sessions`; names also by an unambiguous beginning.
public struct SeriesParser: Sendable {
  private let held: HeldSeries
  private var index = NameIndex<Root>()

  private enum Root: Sendable {
    case pain
    case kind(MeasurementKind)
    case factor(Slug, FactorUnit)
    case count(SessionCount)
  }

  /// A parser that knows the built-in kinds, the user's own, and the factors that the log holds. Where a
  /// factor has the name of something else, the name means the other.
  public init(own: [MeasurementKind], held: HeldSeries) {
    self.held = held
    index.add(.pain, slug: "pain")
    for count in SessionCount.allCases { index.add(.count(count), slug: count.rawValue) }
    for kind in MeasurementKind.builtIn + own { index.add(.kind(kind), slug: kind.slug.text) }
    for (name, unit) in held.factors.sorted(by: { $0.key < $1.key }) {
      index.add(.factor(name, unit), slug: name.text)
    }
  }

  /// Reads a series.
  ///
  /// - Throws: ``InputError`` that names the nearest series and those that the log holds.
  public func parse(_ text: String) throws -> Series {
    let halves = text.lowercased().split(
      separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let names = halves[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let root = try root(String(names[0]), of: text)
    let part = names.count == 2 ? String(names[1]) : nil
    let way = halves.count == 2 ? String(halves[1]) : nil
    if case .kind(let kind) = root {
      return .measure(kind, try side(part, of: kind, text), try way.map { try Way($0) })
    }
    guard way == nil else {
      throw InputError(
        "\(quoted(text)) has no way of measuring", hint: "leave out the '@' and what follows it")
    }
    switch root {
    case .pain: return .pain(try recall(part, of: text))
    case .factor(let name, let unit): return try plain(.factor(name, unit), part, text)
    case .count(let count): return try plain(.count(count), part, text)
    case .kind(let kind): return .measure(kind, nil, nil)
    }
  }

  private func root(_ word: String, of text: String) throws -> Root {
    switch index.match(word) {
    case .one(let root): return root
    case .several(let names):
      throw InputError(
        "the series \(quoted(text)) could be \(names.joined(separator: ", "))",
        hint: "give more letters")
    case .none(let nearest):
      let near = nearest.isEmpty ? "" : "the nearest is \(nearest[0]); "
      let names = held.names
      throw InputError(
        "there is no series \(quoted(text))",
        hint: near
          + (names.isEmpty
            ? "the log holds none yet" : "the log holds \(names.joined(separator: ", "))"))
    }
  }

  private func recall(_ part: String?, of text: String) throws -> Recall {
    guard let part else { return .now }
    guard let recall = Recall(rawValue: part) else {
      let names = Recall.allCases.map { Series.pain($0).name }.joined(separator: ", ")
      throw InputError(
        "there is no recall window in \(quoted(text))", hint: "the series of pain are \(names)")
    }
    return recall
  }

  private func side(_ part: String?, of kind: MeasurementKind, _ text: String) throws -> Side? {
    guard kind.sided else {
      guard part == nil else {
        throw InputError("'\(kind.slug)' has no sides", hint: "use '\(kind.slug)' alone")
      }
      return nil
    }
    let sides = "use \(kind.series(.left)) or \(kind.series(.right))"
    guard let part else { throw InputError("'\(kind.slug)' needs a side", hint: sides) }
    guard let side = Side(word: part), side != .both else {
      throw InputError("there is no series \(quoted(text))", hint: sides)
    }
    return side
  }

  private func plain(_ series: Series, _ part: String?, _ text: String) throws -> Series {
    guard part == nil else {
      throw InputError("there is no series \(quoted(text))", hint: "use '\(series.name)' alone")
    }
    return series
  }
}
