import Core

/// The rows of any CSV file, with columns named by the user.
///
/// A row with an exercise is a set, or several if there is a column of sets; rows with the same date, time
/// and title form one session. Pain in a row without an exercise is a rating of its own, with the row's note.
struct ColumnRows: RowReader {
  private var dates: DateColumn
  private var blocks: SessionBlocks
  private var sets = SetColumns()
  private var columns: [ColumnMap.Role: Int] = [:]
  /// The file's name for the column of pain, so that another column is another rating.
  private var painName = ""
  private var factors: [(name: Slug, column: Int)] = []
  private var measures: [(kind: Slug, side: Side?, column: Int)] = []
  private var keys = KeyMaker(format: .csv)

  /// - Throws: ``ImportFailure`` for a column that the header does not have.
  init(
    _ header: Header, line: Int, options: ImportOptions, dates finder: DateColumn.Finder
  ) throws {
    guard let map = options.columns else {
      throw ImportFailure(
        "the columns of the file are unknown",
        hint: "say it with --columns, such as --columns date=…,pain=…,note=…")
    }
    func column(_ name: String) throws -> Int {
      guard let index = header.names.firstIndex(of: name) ?? header[name.lowercased()] else {
        let names = header.names.prefix(12).map { $0.quoted }.joined(separator: ", ")
        throw ImportFailure(
          "line \(line) has no column \(name.quoted)", hint: "its columns are \(names)", line: line
        )
      }
      return index
    }
    for (role, name) in map.names.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      columns[role] = try column(name)
    }
    painName = columns[.pain].map { header.names[$0].lowercased() } ?? ""
    factors = try map.factors.map { ($0.name, try column($0.column)) }
    measures = try map.measures.map { ($0.kind, $0.side, try column($0.column)) }
    dates = DateColumn(columns[.date] ?? 0, finder: finder)
    blocks = SessionBlocks(.csv, by: [columns[.date], columns[.time], columns[.title]])
    sets.reps = columns[.reps]
    sets.clock = columns[.seconds]
    sets.loadUnit = columns[.unit]
    sets.unit = options.unit
    if let weight = columns[.weight] { sets.loads = [(weight, nil)] }
  }

  mutating func read(_ record: CSVRecord, into output: inout Output) throws {
    var when = try dates.read(record, into: &output)
    if let text = words(record, role: .time) {
      guard let time = ClockText.time(text.lowercased().filter { $0 != " " }) else {
        throw RowProblem(reason: "has the time \(text.trimmed.quoted), which is none")
      }
      when.time = time
    }
    let note = words(record, role: .note).flatMap(\.asNote)
    // The whole row is parsed before any of it is used, since a row is refused as a whole.
    var values = try factors.compactMap {
      try factor(record, name: $0.name, column: $0.column, when: when)
    }
    values += try measures.compactMap { try measurement(record, measure: $0, when: when) }
    let pain = try record.painScore(columns[.pain])
    if let name = words(record, role: .exercise).flatMap(\.asLine) {
      let (set, count) = try set(record, name: name, note: note, pain: pain, into: &output)
      try session(record, when: when, into: &output) { session in
        session.sets.append(set)
        var another = set
        another.note = nil
        session.sets += repeatElement(another, count: count - 1)
      }
    } else {
      try checkNoSet(record)
      if words(record, role: .minutes) != nil || words(record, role: .effort) != nil {
        try session(record, when: when, into: &output) {
          $0.note = String.joinedNotes($0.note, note)
        }
      }
      if let pain {
        let key = try keys.key(.pain, at: when, title: painName, value: pain.tenths)
        values.append(
          .pain(ImportedPain(key: key, when: when, score: pain, note: note, line: record.line)))
      } else if words(record, role: .minutes) == nil, words(record, role: .effort) == nil {
        ColumnRows.attach(note, to: &values)
      }
    }
    output.values += values
    if values.isEmpty, !blocks.holds(record) { output.leaveOut("rows with nothing to keep") }
  }

  mutating func finish(into output: inout Output) { blocks.close(into: &output) }

  private func words(_ record: CSVRecord, role: ColumnMap.Role) -> String? {
    columns[role].flatMap { record.words($0) }
  }

  private func set(
    _ record: CSVRecord, name: String, note: String?, pain: NPRSScore?, into output: inout Output
  ) throws -> (ImportedSet, Int) {
    var set = try sets.read(record, exercise: name, into: &output)
    set.side = try words(record, role: .side).map { try Side($0) }
    (set.note, set.pain) = (note, pain)
    return (set, try record.count(columns[.sets], of: "sets", most: 100) ?? 1)
  }

  private func checkNoSet(_ record: CSVRecord) throws {
    for role in [ColumnMap.Role.reps, .sets, .seconds, .weight]
    where words(record, role: role) != nil {
      throw RowProblem(reason: "has \(role.rawValue) and names no exercise")
    }
  }

  /// Starts the session of a row if it is another one, and adds the row to it.
  private mutating func session(
    _ record: CSVRecord, when: CivilTime, into output: inout Output,
    change: (inout ImportedSession) -> Void
  ) throws {
    let effort = try words(record, role: .effort).map { text in
      guard let tenths = Decimal.scaled(text.utf8, places: 1), let effort = Effort(tenths: tenths)
      else {
        throw RowProblem(reason: "has the effort \(text.trimmed.quoted), which is not 0 to 10")
      }
      return effort
    }
    let length = try words(record, role: .minutes).map { text in
      guard let tenths = Decimal.scaled(text.utf8, places: 1),
        let length = Core.Duration(seconds: tenths * 6)
      else {
        throw RowProblem(
          reason: "has \(text.trimmed.quoted) minutes, which is not more than 0 and up to 1440")
      }
      return length
    }
    if !blocks.holds(record) {
      try blocks.begin(record, start: when, title: words(record, role: .title), into: &output)
    }
    blocks.update(record) { session in
      session.effort = effort ?? session.effort
      session.duration = length ?? session.duration
      change(&session)
    }
  }

  /// Adds the note of a row to its first measurement, or else to its first factor.
  private static func attach(_ note: String?, to values: inout [ImportedValue]) {
    let place = values.firstIndex { if case .measurement = $0 { true } else { false } }
    guard let index = place ?? values.indices.first else { return }
    switch values[index] {
    case .measurement(var value):
      value.note = note
      values[index] = .measurement(value)
    case .factor(var value):
      value.note = note
      values[index] = .factor(value)
    default: break
    }
  }

  private mutating func factor(
    _ record: CSVRecord, name: Slug, column: Int, when: CivilTime
  ) throws -> ImportedValue? {
    guard let text = record.words(column) else { return nil }
    let number = Decimal.scaled(text.utf8, places: 2).flatMap { $0 < 0 ? nil : $0 }
    if number == nil, text.contains(","), !text.contains(where: \.isLetter) {
      throw RowProblem(
        reason:
          "has the amount \(text.trimmed.quoted) of '\(name)', where the comma may group thousands")
    }
    let value =
      try number.map { FactorValue(unit: .number, hundredths: $0) }
      ?? FactorValue(String(text.map { $0 == "," ? "." : $0 }), of: name)
    let key = try keys.key(.factor, at: when, title: name.text)
    return .factor(
      ImportedFactor(key: key, when: when, name: name.text, value: value, line: record.line))
  }

  private mutating func measurement(
    _ record: CSVRecord, measure: (kind: Slug, side: Side?, column: Int), when: CivilTime
  ) throws -> ImportedValue? {
    guard let text = record.words(measure.column) else { return nil }
    guard let value = Decimal.scaled(text.utf8, places: 2) else {
      throw RowProblem(reason: "has the value \(text.trimmed.quoted), which is no number")
    }
    let title = "\(measure.kind)\n\(measure.side?.rawValue ?? "")"
    let key = try keys.key(.measurement, at: when, title: title, value: value)
    return .measurement(
      ImportedMeasurement(
        key: key, when: when, name: measure.kind.text, side: measure.side, hundredths: value,
        line: record.line))
  }
}
