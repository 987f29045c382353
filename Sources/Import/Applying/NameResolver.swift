import Core

/// Resolves the names in a file: by the user's map, completed by proposals and by new names.
package struct NameResolver: Sendable {
  /// What every name means.
  package private(set) var mapping: NameMapping
  /// Exercises to add, with the names they come from.
  package private(set) var exercises: [Exercise] = []
  /// Kinds of measurement to add.
  package private(set) var kinds: [MeasurementKind] = []
  /// Names missing from the map, or with a target that is created, as lines of a map.
  package private(set) var settled: [String] = []
  /// Names that have a line in the user's map but do not appear in the file.
  package let unmatched: [String]
  /// Whether the map differs from the remembered one.
  package var isNew: Bool { mapping != remembered }
  /// The most frequent unit of each name, empty for none.
  package let units: [ImportedName: String]

  private let remembered: NameMapping
  private var catalogue: Set<String>
  private var present: [Slug: MeasurementKind]

  /// Resolves the names found by a scan.
  ///
  /// - Parameters:
  ///   - remembered: the map from earlier imports.
  ///   - given: the user's map, which takes precedence.
  ///   - catalogue: the existing exercises.
  ///   - kinds: the existing kinds of measurement.
  /// - Throws: ``ImportFailure`` for a name whose target does not exist, or does not suit it.
  package init(
    _ scan: ImportScan, remembered: NameMapping, given: NameMapping = NameMapping(),
    catalogue: Catalogue, kinds: [MeasurementKind]
  ) throws {
    let known = catalogue.exercises
    self.remembered = remembered
    self.catalogue = Set(known.flatMap { [$0.slug.text] + $0.aliases })
    present = Dictionary(kinds.map { ($0.slug, $0) }) { first, _ in first }
    units = scan.units.mapValues { counts in
      counts.filter { !$0.key.isEmpty }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }
    let names = NameUses(scan.names.keys)
    unmatched = given.targets.keys.filter { !names.have($0) }.sorted()
    var mapping = remembered
    mapping.take(over: given)
    let aliases = Dictionary(
      known.flatMap { exercise in exercise.aliases.map { ($0, exercise.slug) } }
    ) { first, _ in first }
    let slugs = Set(known.map(\.slug))
    for (name, target) in mapping.targets {
      // The log stores an exercise by its slug alone.
      if case .exercise(let slug, let side) = target, !slugs.contains(slug),
        let real = aliases[slug.text]
      {
        mapping[name] = .exercise(real, side)
      }
    }
    self.mapping = mapping
    var (settledBefore, open) = try names.parted(by: mapping, given: given)
    let outgrown = settledBefore.filter {
      given.target(of: $0) == nil && hasLostItsSides($0, scan: scan)
    }
    settledBefore.removeAll { outgrown.contains($0) }
    open += outgrown
    for name in settledBefore where mapping.target(of: name).map({ has($0) }) == false {
      try make(name, scan: scan)
    }
    for name in settledBefore { try check(name, scan: scan) }
    try propose(for: open, names, scan: scan, proposals: NameProposals(known))
  }

  /// Finds targets for the remaining names.
  private mutating func propose(
    for open: [ImportedName], _ names: NameUses, scan: ImportScan, proposals: NameProposals
  ) throws {
    let targets = mapping.targets.values
    // Reserved words of a map are not available as names of exercises.
    var forExercises = FreeSlugs(
      taken: catalogue.union(NameMapping.Target.reserved).union(targets.compactMap(\.exercise)))
    var forFactors = FreeSlugs(taken: targets.compactMap(\.factor))
    var forKinds = FreeSlugs(taken: targets.compactMap(\.kind))
    for name in open {
      let key = names.key(of: name, in: mapping)
      settled.append(key)
      guard let use = scan.names[name]?.role else { continue }
      func kind() -> NameMapping.Target? {
        if isTyped(name) { return .measure(Slug(stored: name.name), nil) }
        let slug = forKinds.slug(name.name) { slug in
          present[slug].map { fits($0, name: name, use: use, in: scan) } ?? true
        }
        guard let kind = present[slug] ?? newKind(slug, name: name, use: use, in: scan) else {
          return nil
        }
        if present.updateValue(kind, forKey: slug) == nil { kinds.append(kind) }
        return .measure(slug, nil)
      }
      switch use {
      case .exercise(let reps, let hold):
        if let target = proposals.target(for: name.name) {
          mapping[key] = target
        } else {
          let slug = forExercises.slug(name.name)
          addExercise(slug, name: name, reps: reps, hold: hold)
          mapping[key] = .exercise(slug, nil)
        }
      case .habit:
        mapping[key] =
          proposals.target(for: name.name) ?? .factor(forFactors.slug(name.name))
      case .factor, .scale(nil): mapping[key] = .factor(forFactors.slug(name.name))
      case .pain: mapping[key] = NameProposals.pain(name.name) ?? kind()
      // In a unit that no measurement has, it is a number of that day.
      case .scale, .measurement:
        mapping[key] = kind() ?? .factor(forFactors.slug(name.name))
      }
    }
  }

  private mutating func addExercise(
    _ slug: Slug, name: ImportedName, reps: Bool, hold: Bool
  ) {
    catalogue.insert(slug.text)
    exercises.append(
      Exercise(
        slug: slug, name: NameResolver.title(name.name), oneSided: false,
        dose: hold ? (reps ? .repsHold : .hold) : (reps ? .reps : .none), own: true))
  }

  /// Whether a target exists, or will.
  private func has(_ target: NameMapping.Target) -> Bool {
    switch target {
    case .exercise(let slug, _): catalogue.contains(slug.text)
    case .measure(let slug, _): present[slug] != nil
    default: true
    }
  }

  /// Creates the target of a line that is the name itself, as ``propose(for:_:scan:proposals:)`` would.
  private mutating func make(_ name: ImportedName, scan: ImportScan) throws {
    guard let use = scan.names[name]?.role else { return }
    let (exercisesBefore, kindsBefore) = (exercises.count, kinds.count)
    defer {
      if exercises.count > exercisesBefore || kinds.count > kindsBefore {
        let line = NameMapping.qualified(name.name, role: name.role)
        settled.append(mapping[line] == nil ? name.name : line)
      }
    }
    switch (mapping.target(of: name), use) {
    case (.exercise(let slug, _)?, .exercise(let reps, let hold))
    where FreeSlugs.reads(name.name, as: slug) && !catalogue.contains(slug.text):
      addExercise(slug, name: name, reps: reps, hold: hold)
    case (.exercise(let slug, _)?, .habit)
    where FreeSlugs.reads(name.name, as: slug) && !catalogue.contains(slug.text):
      addExercise(slug, name: name, reps: false, hold: false)
    case (.measure(let slug, _)?, _)
    where FreeSlugs.reads(name.name, as: slug) && present[slug] == nil:
      guard let kind = newKind(slug, name: name, use: use, in: scan) else { return }
      present[slug] = kind
      kinds.append(kind)
    default: break
    }
  }

  /// Checks that the target of the user's line exists.
  private func check(_ name: ImportedName, scan: ImportScan) throws {
    guard let target = mapping.target(of: name) else { return }
    if case .scale(let range?)? = scan.names[name]?.role, case .measure(let slug, _) = target,
      let kind = present[slug],
      kind.range != range.lowerBound * 100...range.upperBound * 100
    {
      throw ImportFailure(
        "\(name.name.quoted) is rated \(range.lowerBound) to \(range.upperBound), and '\(slug)' is "
          + "\(Decimal.text(hundredths: kind.range.lowerBound)) to \(Decimal.text(hundredths: kind.range.upperBound))",
        hint: "ratings are not converted: name a kind with the same ends, or a factor")
    }
    guard !has(target) else { return }
    switch target {
    case .exercise(let slug, _):
      throw ImportFailure(
        "the mapping takes \(name.name.quoted) for '\(slug)', which is no exercise here",
        hint: "add it with 'psoas exercise add \(slug)', or name another")
    case .measure(let slug, _):
      throw ImportFailure(
        "the mapping takes \(name.name.quoted) for '\(slug)', which is no kind of measurement here",
        hint: "add it with 'psoas measure --define \(slug) --unit UNIT --better lower|higher'")
    default: break
    }
  }

  /// Whether an earlier version created a kind without sides for values with sides.
  private func hasLostItsSides(_ name: ImportedName, scan: ImportScan) -> Bool {
    guard scan.sided.contains(name), case .measure(let slug, nil)? = mapping.target(of: name),
      let kind = present[slug]
    else { return false }
    return !kind.sided && kind.title == NameResolver.title(name.name)
  }

  /// Whether the user typed the kind, as in `measure:thomas`.
  private func isTyped(_ name: ImportedName) -> Bool {
    name.role == .measurement && NameResolver.slug(name.name).text == name.name
      && units[name, default: ""].isEmpty && present[Slug(stored: name.name)] != nil
  }
}
