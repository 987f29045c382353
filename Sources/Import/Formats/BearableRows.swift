import Core

/// The readings in a Bearable export: one row per reading of one category.
///
/// - `Symptom`: a rating of 0–4 under the symptom's name, with the app's word for it.
/// - `Mood`, `Energy`, `Sleep quality`: a rating whose scale the file does not give.
/// - `Sleep`: a duration.
/// - `Health measurements`: a number, with its unit after the name.
/// - every other category whose detail is a list, such as `Factors` or one of the user's own: each item,
///   with 1 to 3 for `Little`, `Moderate` and `A lot`, and 1 without a level.
///
/// Medications, notes and readings without detail are counted and left out.
struct BearableRows: RowReader {
  private var dates: DateColumn
  private let time: Int?
  private let category: Int
  private let amount: Int
  private let detail: Int
  private let note: Int?
  private var keys = KeyMaker(format: .bearable)

  /// The limits of the symptom scale.
  static let symptoms = 0...4

  init(_ header: Header, dates finder: DateColumn.Finder) {
    // `date formatted` is ISO; `date` writes the day as 8th.
    dates = DateColumn(header["date formatted", "date"] ?? 0, finder: finder)
    time = header["time of day"]
    category = header["category"] ?? 0
    amount = header["rating/amount"] ?? 0
    detail = header["detail"] ?? 0
    note = header["notes"]
  }

  mutating func read(_ record: CSVRecord, into output: inout Output) throws {
    var when = try dates.read(record, into: &output)
    let (clock, part) = BearableRows.time(time.map { record.text($0) } ?? "")
    when.time = clock ?? when.time
    let place = Place(
      when: when, part: part, note: note.flatMap { record.text($0).asNote }, line: record.line)
    let category = record.words(self.category) ?? ""
    switch category.lowercased() {
    case "symptom", "symptoms":
      let (name, word) = BearableRows.parted(record.text(detail))
      try rating(
        record, name: name, word: word, of: BearableRows.symptoms, place: place, into: &output)
    case "mood", "energy", "sleep quality":
      try rating(
        record, name: category, word: record.words(detail), of: nil, place: place, into: &output)
    case "sleep": try sleep(record, place: place, into: &output)
    case "health measurements", "health measurement":
      try measurement(record, place: place, into: &output)
    case "medication", "medications", "meds", "meds/supplements", "nutrition", "note", "notes", "":
      output.leaveOut(category.isEmpty ? "rows without a category" : "rows of '\(category)'")
    default: try factors(record, category: category, place: place, into: &output)
    }
  }

  /// When a reading was made, and its source row.
  private struct Place {
    let when: CivilTime
    let part: DayPart?
    let note: String?
    let line: Int

    func title(_ name: String) -> String { "\(name)\n\(part?.rawValue ?? "")" }
  }

  private mutating func rating(
    _ record: CSVRecord, name: String, word: String?, of range: ClosedRange<Int>?, place: Place,
    into output: inout Output
  ) throws {
    guard !name.isEmpty else { throw RowProblem(reason: "names no symptom") }
    guard let value = record.decimal(amount, places: 2), value >= 0,
      range.map({ value <= $0.upperBound * 100 }) ?? true
    else {
      let scale = range.map { " of \($0.lowerBound)-\($0.upperBound)" } ?? ""
      throw RowProblem(
        reason: "has \(record.text(amount).trimmed.quoted), which is no rating\(scale)")
    }
    let key = try keys.key(
      .scale, at: place.when, part: place.part, title: place.title(name), value: value)
    output.values.append(
      .scale(
        ImportedScale(
          key: key, when: place.when, part: place.part, name: name, hundredths: value, range: range,
          word: word, note: place.note, line: place.line)))
  }

  private mutating func sleep(
    _ record: CSVRecord, place: Place, into output: inout Output
  ) throws {
    // `7:30` is hours and minutes; the clock parser returns sixtieths of that.
    guard let sixtieths = SpanText.clock(record.text(amount)), sixtieths <= 1440 else {
      throw RowProblem(
        reason: "has the sleep \(record.text(amount).trimmed.quoted), which is no H:MM")
    }
    let value = FactorValue(unit: .time, hundredths: sixtieths * 100)
    try factor("Sleep", value: value, place: place, into: &output)
  }

  private mutating func measurement(
    _ record: CSVRecord, place: Place, into output: inout Output
  ) throws {
    let (name, unit) = BearableRows.parted(record.text(detail))
    guard !name.isEmpty, let value = record.decimal(amount, places: 2) else {
      throw RowProblem(reason: "has \(record.text(amount).trimmed.quoted), which is no number")
    }
    let key = try keys.key(
      .measurement, at: place.when, part: place.part, title: place.title(name), value: value)
    output.values.append(
      .measurement(
        ImportedMeasurement(
          key: key, when: place.when, part: place.part, name: name, hundredths: value, unit: unit,
          note: place.note, line: place.line)))
  }

  private mutating func factors(
    _ record: CSVRecord, category: String, place: Place, into output: inout Output
  ) throws {
    let details = record.text(detail).split(separator: "|").map { $0.trimmed }
    guard details.contains(where: { !$0.isEmpty }) else {
      output.leaveOut("rows of '\(category)' without a detail")
      return
    }
    guard details.count <= 200 else { throw RowProblem(reason: "lists more than 200 things") }
    for text in details where !text.isEmpty {
      let (name, level) = BearableRows.level(text)
      try factor(
        name, value: FactorValue(unit: .number, hundredths: level * 100), place: place,
        into: &output)
    }
  }

  private mutating func factor(
    _ name: String, value: FactorValue, place: Place, into output: inout Output
  ) throws {
    let key = try keys.key(
      .factor, at: place.when, part: place.part, title: place.title(name))
    output.values.append(
      .factor(
        ImportedFactor(
          key: key, when: place.when, part: place.part, name: name, value: value, note: place.note,
          line: place.line)))
  }
}
