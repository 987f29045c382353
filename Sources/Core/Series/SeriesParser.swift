/// Parses the SERIES of a report: `pain`, `pain:worst`, `thomas:left`, `glute-bridge@goniometer`, `sitting`,
/// `factor:sitting`, `sessions`; names also by a unique prefix.
package struct SeriesParser: Sendable {
  private let held: LoggedSeries
  private let own: [MeasurementKind]
  private var index = NameIndex<Root>()
  private var factors = NameIndex<Series>()

  private enum Root: Sendable {
    case pain
    case kind(MeasurementKind)
    case factor(Series)
    case count(SessionCount)
  }

  /// - Parameters:
  ///   - own: the user's kinds of measurement.
  ///   - held: the series in the log. Where a factor shares a name, the name means the other series, and
  ///     `factor:` before it the factor.
  package init(own: [MeasurementKind], held: LoggedSeries) {
    (self.held, self.own) = (held, own)
    index.add(.pain, slug: "pain")
    for count in SessionCount.allCases { index.add(.count(count), slug: count.rawValue) }
    for kind in MeasurementKind.builtIn + own { index.add(.kind(kind), slug: kind.slug.text) }
    for (name, unit) in held.factors.sorted(by: { $0.key < $1.key }) {
      let factor = Series.factor(name, unit, shadowed: index.exactly(name.text) != nil)
      index.add(.factor(factor), slug: name.text)
      factors.add(factor, slug: name.text)
    }
  }

  /// Parses a series.
  ///
  /// - Throws: ``InputError`` with the most similar names and those in the log.
  package func parse(_ text: String) throws -> Series {
    let halves = text.lowercased().split(
      separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let names = halves[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let part = names.count == 2 ? String(names[1]) : nil
    let method = halves.count == 2 ? String(halves[1]) : nil
    if let part, "\(names[0]):" == Series.factorPrefix, !isSideOfOwnKind(names[0], part: part) {
      return try withoutWay(method, text: text) { try factor(part, of: text) }
    }
    let root = try root(String(names[0]), of: text)
    if case .kind(let kind) = root {
      return .measure(
        kind, try side(part, of: kind, text: text), try method.map { try MeasurementMethod($0) })
    }
    return try withoutWay(method, text: text) {
      switch root {
      case .pain: .pain(try recall(part, of: text))
      case .factor(let factor): try plain(factor, part: part, text: text)
      case .count(let count): try plain(.count(count), part: part, text: text)
      case .kind(let kind): .measure(kind, nil, nil)
      }
    }
  }

  private func withoutWay(
    _ method: String?, text: String, series: () throws -> Series
  ) throws -> Series {
    let series = try series()
    guard method == nil else {
      throw InputError(
        "\(text.quoted) has no way of measuring", hint: "leave out the '@' and what follows it")
    }
    return series
  }

  /// Whether `factor:left` is a side of a user's kind called factor.
  private func isSideOfOwnKind(_ name: Substring, part: String) -> Bool {
    guard case .kind(let kind) = index.exactly(String(name)) else { return false }
    return kind.sided && Side(word: part) != nil
  }

  private func factor(_ word: String, of text: String) throws -> Series {
    switch factors.match(word) {
    case .one(let factor): return factor
    case .several(let names):
      throw InputError(
        "the factor \(text.quoted) could be \(names.joined(separator: ", "))",
        hint: "give more letters")
    case .none:
      let names = held.factors.keys.sorted().map { Series.factorPrefix + $0.text }
      throw InputError(
        "there is no factor \(text.quoted)",
        hint: names.isEmpty
          ? "the log has no daily factor yet" : "the log has \(names.joined(separator: ", "))")
    }
  }

  private func root(_ word: String, of text: String) throws -> Root {
    switch index.match(word) {
    case .one(let root): return root
    case .several(let names):
      throw InputError(
        "the series \(text.quoted) could be \(names.joined(separator: ", "))",
        hint: "give more letters")
    case .none(let nearest):
      let near = nearest.isEmpty ? "" : "the nearest is \(nearest[0]); "
      let names = held.names(own: own)
      throw InputError(
        "there is no series \(text.quoted)",
        hint: near
          + (names.isEmpty
            ? "the log has none yet" : "the log has \(names.joined(separator: ", "))"))
    }
  }

  private func recall(_ part: String?, of text: String) throws -> Recall {
    guard let part else { return .now }
    guard let recall = Recall(rawValue: part) else {
      let names = Recall.allCases.map { Series.pain($0).name }.joined(separator: ", ")
      throw InputError(
        "there is no recall window in \(text.quoted)", hint: "the series of pain are \(names)")
    }
    return recall
  }

  private func side(_ part: String?, of kind: MeasurementKind, text: String) throws -> Side? {
    guard kind.sided else {
      guard part == nil else {
        throw InputError("'\(kind.slug)' has no sides", hint: "use '\(kind.slug)' alone")
      }
      return nil
    }
    let sides = "use \(kind.series(.left)) or \(kind.series(.right))"
    guard let part else { throw InputError("'\(kind.slug)' needs a side", hint: sides) }
    guard let side = Side(word: part), side != .both else {
      throw InputError("there is no series \(text.quoted)", hint: sides)
    }
    return side
  }

  private func plain(_ series: Series, part: String?, text: String) throws -> Series {
    guard part == nil else {
      throw InputError("there is no series \(text.quoted)", hint: "use '\(series.name)' alone")
    }
    return series
  }
}
