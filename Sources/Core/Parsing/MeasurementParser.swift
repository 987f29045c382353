/// Checks the arguments of `psoas measure` against the kind of measurement.
package struct MeasurementParser: Sendable {
  /// The kinds by name.
  package let kinds: NameIndex<MeasurementKind>

  /// The most trials in one measurement.
  package static let mostTrials = 20

  package init(own: [MeasurementKind]) {
    var index = NameIndex<MeasurementKind>()
    for kind in MeasurementKind.builtIn + own { index.add(kind, slug: kind.slug.text) }
    kinds = index
  }

  /// The kind with this name or unique prefix.
  ///
  /// - Throws: ``InputError`` that lists the kinds.
  package func kind(named word: String) throws -> MeasurementKind {
    switch kinds.match(word.lowercased()) {
    case .one(let kind): return kind
    case .several(let names):
      throw InputError(
        "the kind \(word.quoted) could be \(names.joined(separator: ", "))",
        hint: "give more letters")
    case .none(let nearest):
      let all = MeasurementKind.builtIn.map(\.slug.text).joined(separator: ", ")
      let near = nearest.isEmpty ? "the kinds are \(all)" : "the nearest is \(nearest[0])"
      throw InputError(
        "there is no kind of measurement \(word.quoted)",
        hint: "\(near); 'psoas measure --define' adds your own")
    }
  }

  /// The trials in hundredths of the kind's unit. A value may carry its unit.
  ///
  /// - Throws: ``InputError`` for no or too many values, or one that is not a number or out of range.
  package func trials(_ words: [String], of kind: MeasurementKind) throws -> [Int] {
    guard !words.isEmpty else {
      throw InputError(
        "no value was given for '\(kind.slug)'",
        hint:
          "give one or more trials in \(unitName(kind)), such as 'psoas measure \(example(kind))'")
    }
    guard words.count <= MeasurementParser.mostTrials else {
      throw InputError(
        "\(words.count) values are more than one visit has",
        hint: "give up to \(MeasurementParser.mostTrials)")
    }
    return try words.map { try trial($0, of: kind) }
  }

  /// Checks that a side is given exactly when the kind needs one.
  ///
  /// - Throws: ``InputError``.
  package func side(_ side: Side?, of kind: MeasurementKind) throws -> Side? {
    guard let side else {
      guard !kind.sided else {
        throw InputError(
          "'\(kind.slug)' needs a side", hint: "add --side left or --side right")
      }
      return nil
    }
    guard kind.sided else {
      throw InputError(
        "'\(kind.slug)' has no sides",
        hint:
          "leave --side out; a one-sided variant is a kind of its own ('psoas measure --define')")
    }
    guard side != .both else {
      throw InputError(
        "'\(kind.slug)' is measured on one side at a time",
        hint: "enter it twice, with --side left and with --side right")
    }
    return side
  }

  private func trial(_ word: String, of kind: MeasurementKind) throws -> Int {
    var digits = Substring(word)
    for unit in ["°", "deg", "s", "cm", "kg"] where digits.hasSuffix(unit) {
      let meant = unit == "°" ? "deg" : unit
      guard kind.unit.rawValue == meant else {
        throw InputError(
          "'\(kind.slug)' is measured in \(unitName(kind)), not \(unit.quoted)",
          hint: "give plain numbers")
      }
      digits = digits.dropLast(unit.count)
      break
    }
    guard let number = Decimal(digits, places: 2) else {
      throw InputError(
        "cannot read \(word.quoted) as \(unitName(kind))",
        hint: "give plain numbers with at most two decimals, such as 128 or -5.5")
    }
    guard kind.range.contains(number.scaled) else {
      let (low, high) = (kind.range.lowerBound / 100, kind.range.upperBound / 100)
      throw InputError(
        "\(word.quoted) is outside what '\(kind.slug)' can be (\(kind.title))",
        hint: "give \(low) to \(high) \(unitName(kind))")
    }
    guard number.scaled % 100 == 0 || !(kind.wholePoints || kind.unit == .count) else {
      throw InputError("'\(kind.slug)' has whole numbers, not \(word.quoted)", hint: "round it")
    }
    return number.scaled
  }

  private func unitName(_ kind: MeasurementKind) -> String {
    switch kind.unit {
    case .degrees: "degrees"
    case .seconds: "seconds"
    case .points: "points"
    case .centimetres: "centimetres"
    case .kilograms: "kilograms"
    case .count: "whole things"
    }
  }

  private func example(_ kind: MeasurementKind) -> String {
    let middle = (kind.range.lowerBound + kind.range.upperBound) / 200
    return "\(kind.slug) \(middle)" + (kind.sided ? " --side left" : "")
  }
}
