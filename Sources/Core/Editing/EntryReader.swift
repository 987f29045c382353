/// Reads edited lines back into an entry. Fields whose lines are as they were keep their value to the last
/// digit; only what is different is read.
package struct EntryReader {
  private let catalogue: Catalogue
  private let measurements: MeasurementParser
  private let moment: (String) throws -> Moment
  private let photo: (String) throws -> String

  /// A reader.
  ///
  /// - Parameters:
  ///   - catalogue: the exercises and routines that there are.
  ///   - measurements: the kinds of measurement that there are.
  ///   - moment: reads WHEN.
  ///   - photo: checks the path of a picture.
  package init(
    _ catalogue: Catalogue, _ measurements: MeasurementParser,
    moment: @escaping (String) throws -> Moment, photo: @escaping (String) throws -> String
  ) {
    self.catalogue = catalogue
    self.measurements = measurements
    self.moment = moment
    self.photo = photo
  }

  /// The entry as the lines say it is.
  ///
  /// - Throws: ``LineError`` for the first line that cannot be read.
  package func read(_ text: EntryText, as entry: LogEntry) throws -> LogEntry {
    let edit = FieldReader(before: entry.editable, after: text)
    switch entry {
    case .session(let session, let pain): return try read(edit, session, pain)
    case .pain(let rating, let answers): return .pain(try read(edit, rating), answers: answers)
    case .measurement(let measurement): return .measurement(try read(edit, measurement))
    case .day(let record):
      let factors = try edit.all(.factor, record.factors) { try Factor($0) }
      let names = factors.map(\.name)
      if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
        throw edit.error(.factor, "'\(twice)' was given twice", "give each factor once")
      }
      guard !factors.isEmpty else {
        throw edit.error(.factor, "no factor is left", "'psoas rm' removes the whole entry")
      }
      return .day(
        DayRecord(id: record.id, moment: try at(edit, record.moment), factors: factors))
    case .flare(let flare):
      let start = try at(edit, flare.start)
      let end = try edit.one(.end, flare.end, moment)
      if let end, end.utc < start.utc {
        throw edit.error(.end, "the flare would end before it begins", "give a later end")
      }
      return .flare(Flare(id: flare.id, start: start, end: end, note: try note(edit, flare.note)))
    case .stage(let change):
      return .stage(
        StageTransition(
          id: change.id, moment: try at(edit, change.moment), kind: change.kind,
          rehabProtocol: change.rehabProtocol, stage: change.stage, unmet: change.unmet,
          answers: change.answers, note: try note(edit, change.note)))
    case .check(let check):
      let resolution = try edit.text(.resolution, check.resolution) { try FreeText.note($0) }
      guard (resolution == nil) == (check.resolution == nil) else {
        throw edit.error(
          .resolution, "a check is kept as it was answered",
          "'psoas check --resolved NOTE' says how it was seen to, 'psoas rm' removes it")
      }
      return .check(
        SafetyCheck(
          id: check.id, moment: check.moment, answers: check.answers, findings: check.findings,
          resolution: resolution))
    }
  }

  private func at(_ edit: FieldReader, _ before: Moment) throws -> Moment {
    try edit.needed(.at, before, moment)
  }

  private func note(_ edit: FieldReader, _ before: String?) throws -> String? {
    try edit.text(.note, before) { try FreeText.note($0) }
  }

  private func read(
    _ edit: FieldReader, _ session: Session, _ pain: PainAround
  ) throws -> LogEntry {
    let parser = EntryParser(exercises: catalogue.index)
    let entries = try edit.all(.exercise, session.entries.map { [$0] }) { try parser.parse([$0]) }
      .flatMap(\.self)
    let edited = Session(
      id: session.id, moment: try at(edit, session.moment),
      routine: try edit.one(.routine, session.routine) {
        try catalogue.routine(named: $0).slug
      },
      duration: try edit.one(.minutes, session.duration) { try Duration(minutes: $0) },
      effort: try edit.one(.effort, session.effort) { try Effort($0) }, entries: entries,
      planned: session.planned, note: try note(edit, session.note))
    var around = pain
    around.before = try edit.one(.before, pain.before) {
      try NPRSScore($0, for: "pain before the session")
    }
    around.after = try edit.one(.after, pain.after) {
      try NPRSScore($0, for: "pain after the session")
    }
    let parts: [Any?] = [
      edited.duration, edited.effort, edited.note, around.before, around.after, edited.routine,
    ]
    guard !entries.isEmpty || parts.contains(where: { $0 != nil }) else {
      throw edit.error(
        .exercise, "nothing would be left of the session", "'psoas rm' removes it whole")
    }
    return .session(edited, pain: around)
  }

  private func read(_ edit: FieldReader, _ rating: PainRating) throws -> PainRating {
    PainRating(
      id: rating.id, moment: try at(edit, rating.moment),
      score: try edit.needed(.score, rating.score) { try NPRSScore($0) },
      recall: try edit.needed(.recall, rating.recall) { text in
        guard let recall = Recall(rawValue: text) else {
          let names = Recall.allCases.map(\.rawValue).joined(separator: ", ")
          throw InputError(
            "there is no recall window \(quoted(text))", hint: "choose from \(names)")
        }
        return recall
      },
      sites: try edit.all(.site, rating.sites) { try PainSite($0) },
      triggers: try edit.all(.trigger, rating.triggers) { try FreeText.trigger($0) },
      woke: try edit.needed(.woke, rating.woke) { text in
        guard let woke = ["yes": true, "no": false][text.lowercased()] else {
          throw InputError("'woke' cannot be \(quoted(text))", hint: "write yes or no")
        }
        return woke
      },
      session: rating.session, note: try note(edit, rating.note))
  }

  private func read(_ edit: FieldReader, _ measurement: Measurement) throws -> Measurement {
    let kind = try edit.needed(.kind, measurement.kind) { try measurements.kind(named: $0) }
    let isOther = kind.slug != measurement.kind.slug
    // Another kind may have other limits and other ideas of a side.
    let trials =
      !isOther && !edit.isChanged(.value)
      ? measurement.trials : try edit.on(.value) { try measurements.trials($0, of: kind) }
    let side =
      !isOther && !edit.isChanged(.side)
      ? measurement.side
      : try edit.on(.side) { try measurements.side($0.first, of: kind) }
    let motion = try edit.one(.motion, measurement.motion) { text in
      guard let motion = Motion(rawValue: text) else {
        throw InputError("there is no motion \(quoted(text))", hint: "write active or passive")
      }
      return motion
    }
    guard kind.unit == .degrees || motion == nil else {
      throw edit.error(.motion, "'\(kind.slug)' is not an angle", "leave the motion empty")
    }
    return Measurement(
      id: measurement.id, moment: try at(edit, measurement.moment), kind: kind, side: side,
      instrument: try edit.one(.method, measurement.instrument) { try Instrument($0) },
      motion: motion,
      trials: trials,
      pain: try edit.one(.pain, measurement.pain) {
        try NPRSScore($0, for: "pain during a measurement")
      }, photo: try edit.one(.photo, measurement.photo, photo),
      note: try note(edit, measurement.note))
  }
}

/// The fields of an entry before and after an edit.
struct FieldReader {
  let before: EntryText
  let after: EntryText

  func isChanged(_ field: EntryField) -> Bool { before.values(field) != after.values(field) }

  /// A field with one value or none.
  func one<Value>(
    _ field: EntryField, _ value: Value?, _ read: (String) throws -> Value
  ) throws -> Value? {
    guard isChanged(field) else { return value }
    let lines = after.lines(field)
    guard lines.count <= 1 else {
      throw LineError(
        line: lines[1].place,
        InputError("'\(field.rawValue)' was given twice", hint: "keep one of the lines"))
    }
    return try lines.first.map { line in try self.read(line, read) }
  }

  /// A field that an entry cannot be without.
  func needed<Value>(
    _ field: EntryField, _ value: Value, _ read: (String) throws -> Value
  ) throws -> Value {
    guard let value = try one(field, value, read) else {
      throw error(field, "'\(field.rawValue)' cannot be empty", "give it a value")
    }
    return value
  }

  /// A field with any number of values. Lines that were there before keep their values.
  func all<Value>(
    _ field: EntryField, _ values: [Value], _ read: (String) throws -> Value
  ) throws -> [Value] {
    guard isChanged(field) else { return values }
    let known = Dictionary(zip(before.values(field), values)) { first, _ in first }
    return try after.lines(field).map { line in
      if let value = known[line.value] { return value }
      return try self.read(line, read)
    }
  }

  /// A field whose lines are one text.
  func text(
    _ field: EntryField, _ value: String?, _ read: (String) throws -> String
  ) throws -> String? {
    guard isChanged(field) else { return value }
    let lines = after.lines(field)
    guard let first = lines.first else { return nil }
    let joined = lines.map(\.value).joined(separator: "\n")
    return try self.read(FieldLine(field, joined, number: first.number), read)
  }

  /// Reads the values of all lines of a field at once.
  func on<Value>(_ field: EntryField, _ read: ([String]) throws -> Value) throws -> Value {
    let lines = after.lines(field)
    do { return try read(lines.map(\.value)) } catch let error as InputError {
      // The first that cannot stand alone is the one that is meant; else it is about all of them.
      let meant = lines.first { (try? read([$0.value])) == nil } ?? lines.first
      throw LineError(line: meant?.place, error)
    }
  }

  /// An error about a field.
  func error(_ field: EntryField, _ message: String, _ hint: String) -> LineError {
    LineError(line: after.lines(field).first?.place, InputError(message, hint: hint))
  }

  private func read<Value>(
    _ line: FieldLine, _ read: (String) throws -> Value
  ) throws -> Value {
    do { return try read(line.value) } catch let error as InputError {
      throw LineError(line: line.place, error)
    }
  }
}

extension FieldLine {
  /// The number of the line, nil where there is none.
  fileprivate var place: Int? { number > 0 ? number : nil }
}
