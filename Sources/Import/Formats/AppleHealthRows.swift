import Core

/// The symptoms and workouts of an Apple Health export, as rows of ``HealthTable``.
///
/// - `LowerBackPain`: a rating on the app's own scale of four words, stored as 0–3 at each record's own
///   time. It is not a 0–10 score and never becomes one.
/// - A workout of strength, mobility or relaxation: a session of its duration with one exercise, named
///   after the activity.
///
/// Other workouts are counted and left out. Two exports may write one moment with two offsets, so keys are
/// made from the moment, not from the clock time.
struct AppleHealthRows: RowReader {
  private typealias Column = HealthTable.Column
  private var starts = DateColumn(Column.start)
  private var ends = DateColumn(Column.end)
  private var keys = KeyMaker(format: .appleHealth)

  /// The limits of the symptom scale.
  static let severities = 0...3

  func line(of record: CSVRecord) -> Int { record.whole(Column.line) ?? record.line }

  mutating func read(_ record: CSVRecord, into output: inout Output) throws {
    switch record.text(Column.element) {
    case HealthTable.record: try symptom(record, into: &output)
    case HealthTable.workout: try workout(record, into: &output)
    case HealthTable.end:
      // The last row is not one of the file's.
      output.counts.rows += (record.whole(Column.value) ?? 0) - 1
    default: throw RowProblem(reason: "is no record of Apple Health")
    }
  }

  private mutating func symptom(_ record: CSVRecord, into output: inout Output) throws {
    let value = record.text(Column.value)
    let mark = "HKCategoryValueSeverity"
    let word = value.hasPrefix(mark) ? String(value.dropFirst(mark.count)) : value
    if word == "Unspecified" { throw RowProblem(reason: "says no severity of the pain") }
    guard let (severity, words) = AppleHealthRows.words[word] else {
      throw RowProblem(reason: "has the severity \(word.trimmed.quoted), which is unknown")
    }
    let when = try starts.read(record, into: &output)
    let (key, isRepeated) = try key(
      .scale, record: record, start: when, end: try? ends.read(record, into: &output))
    guard !isRepeated else { return output.leaveOut(AppleHealthRows.repeated) }
    output.values.append(
      .scale(
        ImportedScale(
          key: key, when: when, name: "Lower Back Pain", hundredths: severity * 100,
          range: AppleHealthRows.severities, word: words, line: line(of: record))))
  }

  private static let repeated = "records that are there twice"

  private static let words = [
    "NotPresent": (0, "not present"), "Mild": (1, "mild"), "Moderate": (2, "moderate"),
    "Severe": (3, "severe"),
  ]

  private mutating func workout(_ record: CSVRecord, into output: inout Output) throws {
    let type = record.text(Column.type)
    let mark = "HKWorkoutActivityType"
    let activity = type.hasPrefix(mark) ? String(type.dropFirst(mark.count)) : type
    guard let name = AppleHealthRows.activities[activity] else {
      output.leaveOut("workouts of \(activity.trimmed.quoted)")
      return
    }
    let start = try starts.read(record, into: &output)
    let end = try? ends.read(record, into: &output)
    let duration = try duration(record, from: start, to: end)
    let (key, isRepeated) = try key(.session, record: record, start: start, end: end)
    guard !isRepeated else { return output.leaveOut(AppleHealthRows.repeated) }
    let line = line(of: record)
    output.values.append(
      .session(
        ImportedSession(
          key: key, start: start, title: nil, duration: duration,
          sets: [ImportedSet(exercise: name, done: SetDone(reps: nil, hold: nil), line: line)],
          lines: line...line, continues: false)))
  }

  /// The activities that belong to rehabilitation, and the names of their exercises.
  private static let activities = [
    "FunctionalStrengthTraining": "Functional Strength Training",
    "TraditionalStrengthTraining": "Traditional Strength Training", "Flexibility": "Flexibility",
    "Cooldown": "Cooldown", "CoreTraining": "Core Training", "Pilates": "Pilates", "Yoga": "Yoga",
    "MindAndBody": "Mind and Body", "PreparationAndRecovery": "Preparation and Recovery",
  ]

  /// The key of a record, and whether one with the same type, moments and source came before it.
  private mutating func key(
    _ kind: ImportKey.Kind, record: CSVRecord, start: CivilTime, end: CivilTime?
  ) throws -> (EntryID, Bool) {
    let utc = start.clockSeconds - 60 * (start.offsetMinutes ?? 0)
    let last = end.map { $0.clockSeconds - 60 * ($0.offsetMinutes ?? 0) }
    let title = [
      record.text(Column.type), last.map(String.init) ?? "", record.text(Column.source),
    ]
    let second = ((utc % 86_400) + 86_400) % 86_400
    let moment = CivilTime(
      day: Day(number: (utc - second) / 86_400),
      time: ClockTime(hour: second / 3600, minute: second / 60 % 60, second: second % 60),
      offsetMinutes: start.offsetMinutes == nil ? nil : 0)
    let (key, seen) = try keys.once(kind, at: moment, title: title.joined(separator: "\n"))
    return (key, seen)
  }
}

extension AppleHealthRows {
  /// The duration of a workout: the record's own, which excludes pauses, or from start to end if there is
  /// none, as in newer exports.
  private func duration(
    _ record: CSVRecord, from start: CivilTime, to end: CivilTime?
  ) throws -> Core.Duration {
    if record.isBlank(Column.duration) {
      guard let seconds = end.flatMap(start.seconds) else {
        throw RowProblem(reason: "has neither a length nor an end")
      }
      guard let duration = Core.Duration(seconds: seconds) else {
        throw RowProblem(
          reason: seconds > 0
            ? "lasts more than 24 hours" : "ends \(seconds == 0 ? "when" : "before") it begins")
      }
      return duration
    }
    let text = record.text(Column.duration)
    let unit = record.words(Column.unit) ?? "min"
    let units = ["min": 60, "s": 1, "sec": 1, "hr": 3600, "h": 3600]
    guard let length = units[unit] else {
      throw RowProblem(
        reason: "has a length in \(unit.trimmed.quoted), which is none of min, s and hr")
    }
    guard let millionths = record.decimal(Column.duration, places: 6) else {
      throw RowProblem(reason: "has the length \(text.trimmed.quoted), which is no number")
    }
    guard let duration = Core.Duration(seconds: (millionths * length + 500_000) / 1_000_000)
    else {
      throw RowProblem(
        reason: "has the length \(text.trimmed.quoted) \(unit), which is not 1 second to 24 hours")
    }
    return duration
  }
}
