import Core

/// Builds entries of the log from the values of another app's file.
package struct EntryBuilder {
  let targets: [NameMapping.Role: [String: NameMapping.Target]]
  let units: [ImportedName: String]
  let factorUnits: [Slug: String]
  let holds: (EntryKind, EntryID) throws -> Bool
  let kinds: [Slug: MeasurementKind]
  let zone: Zone
  let dayStart: ClockTime
  let now: Int
  let midnightsAreDates: Bool

  /// How far in the future a time may be, in seconds, since clocks differ.
  static let tolerance = 300

  /// The end of a note that was cut because it is too long for the log.
  package static let cut = "\n(cut here)"

  /// The result for a value.
  package enum Made {
    /// A session, or more sets of the session with its key, and how many sets the map left out.
    case session(Session, leftOut: Int)
    /// Any other entry.
    case entry(LogEntry)
    /// Nothing, because of the map: how many sets or values.
    case skipped(Int)
    /// Nothing, because the log cannot store it.
    case leftOut(String)
    /// A row that is refused.
    case rejected(RejectedRow)

    /// Whether it is an entry.
    package var isKept: Bool {
      switch self {
      case .session, .entry: true
      case .skipped, .leftOut, .rejected: false
      }
    }
  }

  /// - Parameters:
  ///   - mapping: what every name in the file means.
  ///   - kinds: the existing kinds of measurement.
  ///   - zone: the user's zone, for times without an offset.
  ///   - now: seconds since 1970-01-01T00:00Z; no time may be more than five minutes later.
  ///   - midnightsAreDates: whether the file writes a date without a time as midnight, see
  ///     ``ImportScan/hasOnlyMidnights``.
  ///   - units: the most frequent unit of each name, empty for none.
  ///   - holds: whether the log has an entry of that kind and key.
  package init(
    _ mapping: NameMapping, kinds: [MeasurementKind], zone: Zone, dayStart: ClockTime, now: Int,
    midnightsAreDates: Bool = false, units: [ImportedName: String] = [:],
    holds: @escaping (EntryKind, EntryID) throws -> Bool = { _, _ in false }
  ) {
    targets = Dictionary(
      uniqueKeysWithValues: NameMapping.Role.allCases.map { ($0, mapping.targets(as: $0)) })
    self.units = units
    self.holds = holds
    var factorUnits: [Slug: String] = [:]
    for (name, unit) in units.sorted(by: { $0.key < $1.key }) {
      if case .factor(let slug)? = mapping.target(of: name), factorUnits[slug] == nil {
        factorUnits[slug] = unit
      }
    }
    self.factorUnits = factorUnits
    self.kinds = Dictionary(kinds.map { ($0.slug, $0) }) { first, _ in first }
    self.zone = zone
    self.dayStart = dayStart
    self.now = now
    self.midnightsAreDates = midnightsAreDates
  }

  /// The result for a value.
  ///
  /// - Throws: any error of `holds`.
  package func make(_ value: ImportedValue) throws -> Made {
    do {
      switch value {
      case .session(let session): return try make(session)
      case .pain(let pain): return try make(pain)
      case .scale(let scale): return try make(scale)
      case .factor(let factor): return try make(factor)
      case .measurement(let measurement): return try make(measurement)
      case .habit(let habit): return try make(habit)
      case .rejected(let row): return .rejected(row)
      }
    } catch let problem as Problem {
      return .rejected(
        RejectedRow(
          file: value.file, line: problem.line, reason: problem.reason, rows: value.rows))
    } catch let error as InputError {
      return .rejected(
        RejectedRow(
          file: value.file, line: value.line, reason: "cannot be kept: \(error.message)",
          rows: value.rows))
    }
  }

  func target(_ name: String, role: NameMapping.Role) -> NameMapping.Target? {
    targets[role]?[name.trimmed]
  }

  struct Problem: Error {
    let line: Int
    let reason: String
  }

  private func make(_ imported: ImportedSession) throws -> Made {
    // Sets of one dose form one entry: a dose is in repetitions, holds or both.
    let line = imported.lines.lowerBound
    let moment = try moment(imported.start, line: line)
    var entries: [ExerciseEntry] = []
    var notes = [imported.title, imported.note].compactMap(\.self)
    var skipped = 0
    var marks = SetMarks()
    var run: (entry: ExerciseEntry, sets: [SetDone])?
    func close() {
      guard let done = run else { return }
      let head = done.entry
      entries.append(
        ExerciseEntry(
          exercise: head.exercise, sets: done.sets, side: head.side, load: head.load,
          pain: head.pain))
      run = nil
    }
    for set in imported.sets {
      guard case .exercise(let slug, let side)? = target(set.exercise, role: .exercise) else {
        skipped += 1
        continue
      }
      if let note = set.note { notes.append("\(set.exercise): \(note)") }
      marks.add(set)
      let head = ExerciseEntry(
        exercise: slug, sets: [], side: set.side ?? side, load: set.load, pain: set.pain)
      if let current = run, current.entry == head, current.sets.count < 1000,
        current.sets[0].isLike(set.done)
      {
        run?.sets.append(set.done)
      } else {
        close()
        run = (head, [set.done])
      }
    }
    close()
    guard entries.count <= 1000 else {
      throw Problem(line: line, reason: "begins a session of more than 1000 exercises")
    }
    if entries.isEmpty, skipped > 0 { return .skipped(skipped) }
    let note = EntryBuilder.shortened((notes + marks.lines).joined(separator: "\n"))
    return .session(
      Session(
        id: imported.key, moment: moment, duration: imported.duration, effort: imported.effort,
        entries: entries, note: note.isEmpty ? nil : try checked(note, line: line)),
      leftOut: skipped)
  }

  /// A note cut to the length that the log stores, with a word where it was cut.
  private static func shortened(_ note: String) -> String {
    guard note.utf8.count > FreeText.longestNote else { return note }
    var size = cut.utf8.count
    let kept = note.prefix { letter in
      size += letter.utf8.count
      return size <= FreeText.longestNote
    }
    return kept + cut
  }

  private func checked(_ note: String, line: Int) throws -> String {
    do { return try FreeText.note(note) } catch let error as InputError {
      throw Problem(line: line, reason: "has a note that cannot be kept: \(error.message)")
    }
  }

  private func note(_ words: String?, line: Int) throws -> String? {
    try words.map { try checked(EntryBuilder.shortened($0), line: line) }
  }

  private func make(_ pain: ImportedPain) throws -> Made {
    let moment = try moment(pain.when, line: pain.line)
    switch pain.name.map({ target($0, role: .pain) }) ?? .pain(nil) {
    case .pain(let site)?:
      return .entry(
        .pain(
          PainRating(
            id: try key(pain.key, kind: .pain, or: .measurement), moment: moment, score: pain.score,
            sites: site.map { [$0] } ?? [], note: try note(pain.note, line: pain.line))))
    case .measure(let slug, let side)?:
      return .entry(
        .measurement(
          try measurement(
            id: try key(pain.key, kind: .measurement, or: .pain), moment: moment, slug: slug,
            side: side,
            hundredths: pain.score.tenths * 10, note: pain.note, line: pain.line)))
    default: return .skipped(1)
    }
  }

  private func make(_ scale: ImportedScale) throws -> Made {
    let moment = try moment(scale.when, line: scale.line, part: scale.part)
    let words = [scale.word, scale.note].compactMap(\.self).joined(separator: ": ")
    switch target(scale.name, role: .rating) {
    case .measure(let slug, let side)?:
      return .entry(
        .measurement(
          try measurement(
            id: try key(scale.key, kind: .measurement, or: .day), moment: moment, slug: slug,
            side: side,
            hundredths: scale.hundredths, note: words.isEmpty ? nil : words, line: scale.line)))
    case .factor(let slug)?:
      return try day(
        id: try key(scale.key, kind: .day, or: .measurement), moment: moment, slug: slug,
        hundredths: scale.hundredths, line: scale.line)
    default: return .skipped(1)
    }
  }

  private func make(_ factor: ImportedFactor) throws -> Made {
    guard case .factor(let slug)? = target(factor.name, role: .factor) else { return .skipped(1) }
    let moment = try moment(factor.when, line: factor.line, part: factor.part)
    return .entry(
      .day(
        DayRecord(
          id: factor.key, moment: moment,
          factors: [Factor(name: slug, value: factor.value)])))
  }

  private func make(_ imported: ImportedMeasurement) throws -> Made {
    let moment = try moment(imported.when, line: imported.line, part: imported.part)
    switch target(imported.name, role: .measurement) {
    case .measure(let slug, let side)?:
      return .entry(
        .measurement(
          try measurement(
            id: try key(imported.key, kind: .measurement, or: .day), moment: moment, slug: slug,
            side: imported.side ?? side, hundredths: try amount(imported, slug: slug),
            note: imported.note, line: imported.line)))
    case .factor(let slug)?:
      try checkUnit(imported.unit, of: slug, line: imported.line)
      return try day(
        id: try key(imported.key, kind: .day, or: .measurement), moment: moment, slug: slug,
        hundredths: imported.hundredths, line: imported.line)
    default: return .skipped(1)
    }
  }

  private func make(_ habit: ImportedHabit) throws -> Made {
    let moment = try moment(CivilTime(day: habit.day), line: habit.line)
    switch target(habit.name, role: .habit) {
    case .exercise(let slug, let side)?:
      if habit.hundredths == 0 { return .leftOut("days of exercises with an amount of 0") }
      let (set, rest) = HabitAmount.set(habit.hundredths, unit: habit.unit)
      let words = [rest, habit.note].compactMap(\.self).joined(separator: "\n")
      return .session(
        Session(
          id: try key(habit.key, kind: .session, or: .day), moment: moment,
          entries: [ExerciseEntry(exercise: slug, sets: [set], side: side)],
          note: try note(words.isEmpty ? nil : words, line: habit.line)), leftOut: 0)
    case .factor(let slug)?:
      if habit.hundredths != nil { try checkUnit(habit.unit, of: slug, line: habit.line) }
      return try day(
        id: try key(habit.key, kind: .day, or: .session), moment: moment, slug: slug,
        hundredths: habit.hundredths ?? 100, line: habit.line)
    default: return .skipped(1)
    }
  }

  private func day(
    id: EntryID, moment: Moment, slug: Slug, hundredths: Int, line: Int
  ) throws -> Made {
    guard hundredths >= 0 else {
      throw Problem(
        line: line,
        reason:
          "has \(Decimal.text(hundredths: hundredths)), and the factor '\(slug)' cannot be below 0")
    }
    let value = FactorValue(unit: .number, hundredths: hundredths)
    return .entry(
      .day(
        DayRecord(
          id: id, moment: moment, factors: [Factor(name: slug, value: value)])))
  }

  private func measurement(
    id: EntryID, moment: Moment, slug: Slug, side: Side?, hundredths: Int, note words: String?,
    line: Int
  ) throws -> Measurement {
    guard let kind = kinds[slug] else {
      throw Problem(line: line, reason: "measures '\(slug)' in a unit that the log does not know")
    }
    guard kind.range.contains(hundredths) else {
      throw Problem(
        line: line, reason: "has \(Decimal.text(hundredths: hundredths)), which '\(slug)' cannot be"
      )
    }
    guard kind.sided == (side != nil) else {
      throw Problem(
        line: line, reason: kind.sided ? "has no side for '\(slug)'" : "has a side for '\(slug)'")
    }
    return Measurement(
      id: id, moment: moment, kind: kind, side: side, trials: [hundredths],
      note: try note(words, line: line))
  }
}
