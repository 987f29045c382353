import Core

/// The workouts of rehab-tracker: one row per exercise and day, with repetitions on each side, the number of
/// sets, and pain on 0–10.
struct RehabTrackerRows: RowReader {
  private var dates: DateColumn
  private var blocks: SessionBlocks
  private let phase: Int?
  private let exercise: Int
  private let left: Int?
  private let right: Int?
  private let sets: Int?
  private let pain: Int?
  private let note: Int?

  init(_ header: Header, dates finder: DateColumn.Finder) {
    let date = header["date"] ?? 0
    dates = DateColumn(date, finder: finder)
    phase = header["phase"]
    exercise = header["exercise"] ?? 0
    (left, right) = (header["left reps"], header["right reps"])
    (sets, pain, note) = (header["sets"], header["pain level"], header["notes"])
    blocks = SessionBlocks(.rehabTracker, by: [date, phase])
  }

  mutating func read(_ record: CSVRecord, into output: inout Output) throws {
    guard let name = record.words(exercise).flatMap(\.asLine) else {
      throw RowProblem(reason: "names no exercise")
    }
    let count = try number(record, column: sets, what: "sets", most: 100) ?? 1
    let onLeft = try number(record, column: left, what: "repetitions", most: 9999)
    let onRight = try number(record, column: right, what: "repetitions", most: 9999)
    var set = ImportedSet(exercise: name, done: SetDone(reps: nil, hold: nil), line: record.line)
    set.pain = try record.painScore(pain)
    let note = note.flatMap { record.isAbsent($0) ? nil : record.text($0).asNote }
    // Equal sides share one dose; otherwise each has its own.
    var doses: [(Side?, Int?)] = []
    if let onLeft, onLeft == onRight { doses = [(.both, onLeft)] }
    if doses.isEmpty, let onLeft { doses.append((.left, onLeft)) }
    if let onRight, onLeft != onRight { doses.append((.right, onRight)) }
    if doses.isEmpty { doses = [(nil, nil)] }
    if !blocks.holds(record) {
      let start = try dates.read(record, into: &output)
      let title = phase.flatMap { record.words($0) }.map { "Phase \($0)" }
      try blocks.begin(record, start: start, title: title, into: &output)
    }
    blocks.update(record) { session in
      for (index, (side, reps)) in doses.enumerated() {
        (set.side, set.done) = (side, SetDone(reps: reps, hold: nil))
        for number in 0..<count {
          set.note = index == 0 && number == 0 ? note : nil
          session.sets.append(set)
        }
      }
    }
  }

  mutating func finish(into output: inout Output) { blocks.close(into: &output) }

  private func number(
    _ record: CSVRecord, column: Int?, what: String, most: Int
  ) throws -> Int? {
    guard let column, !record.isAbsent(column) else { return nil }
    return try record.count(column, of: what, most: most)
  }
}

/// The weekly assessments of rehab-tracker: three tests on each side, without units in the file, and pain of
/// knee, back and foot on 0–10.
struct RehabTrackerWeeks: RowReader {
  private var dates: DateColumn
  private let note: Int?
  private let scores: [(name: String, column: Int)]
  private let tests: [(name: String, side: Side, column: Int)]
  private var keys = KeyMaker(format: .rehabTracker)

  init(_ header: Header, dates finder: DateColumn.Finder) {
    dates = DateColumn(header["date"] ?? 0, finder: finder)
    note = header["notes"]
    scores = ["Knee Pain", "Back Pain", "Foot Pain"].compactMap { name in
      header[name.lowercased()].map { (name, $0) }
    }
    tests = ["Stand", "Bridge", "Reach"].flatMap { name in
      [Side.left, .right].compactMap { side in
        header["\(name.lowercased()) \(side)"].map { (name, side, $0) }
      }
    }
  }

  mutating func read(_ record: CSVRecord, into output: inout Output) throws {
    let when = try dates.read(record, into: &output)
    let note = note.flatMap { record.isAbsent($0) ? nil : record.text($0).asNote }
    // Scores first: a row is refused as a whole, before it uses up a key.
    let scores = try scores.compactMap { name, column in
      try record.painScore(column).map { (name, $0) }
    }
    var values: [ImportedValue] = []
    for (name, side, column) in tests where !record.isAbsent(column) {
      guard let value = record.decimal(column, places: 2) else {
        throw RowProblem(reason: "has \(record.text(column).trimmed.quoted), which is no number")
      }
      let key = try keys.key(.measurement, at: when, title: "\(name)\n\(side)", value: value)
      values.append(
        .measurement(
          ImportedMeasurement(
            key: key, when: when, name: name, side: side, hundredths: value, note: note,
            line: record.line)))
    }
    for (name, score) in scores {
      let key = try keys.key(.pain, at: when, title: name, value: score.tenths)
      values.append(
        .pain(
          ImportedPain(
            key: key, when: when, name: name, score: score, note: note, line: record.line)))
    }
    output.values += values
  }
}
