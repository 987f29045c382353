import Core

/// The sets of a Hevy export, from the app or the web site. Two column names include the unit: `weight_kg` or
/// `weight_lbs`, `distance_km` or `distance_miles`.
///
/// Two sessions with the same title and start differ by their end. The app writes a line break in a note as
/// the two characters `\n`, and assistance with an exercise as a negative weight.
struct HevyRows: RowReader {
  private var dates: DateColumn
  private var ends: DateColumn?
  private var blocks: SessionBlocks
  private let sets: SetColumns
  private let title: Int?
  private let exercise: Int
  private let description: Int?
  private let note: Int?
  private let kind: Int?
  private var names = RepeatedText()

  init(_ header: Header, options: ImportOptions, dates finder: DateColumn.Finder) {
    let start = header["start_time"] ?? 0
    let end = header["end_time"]
    dates = DateColumn(start, finder: finder)
    ends = end.map { DateColumn($0, finder: finder) }
    title = header["title"]
    exercise = header["exercise_title"] ?? 0
    description = header["description"]
    note = header["exercise_notes"]
    kind = header["set_type"]
    blocks = SessionBlocks(.hevy, by: [start, title, end])
    var sets = SetColumns()
    sets.reps = header["reps"]
    sets.seconds = header["duration_seconds"]
    sets.rpe = header["rpe"]
    sets.unit = options.unit
    sets.countsHelp = true
    for (name, unit) in [
      ("weight_kg", .kg), ("weight_lbs", .lb), ("weight", nil),
    ] as [(String, Load.Unit?)] {
      if let column = header[name] { sets.loads.append((column, unit)) }
    }
    for (name, unit) in [("distance_km", .kilometres), ("distance_miles", .miles)]
      as [(String, ImportedDistance.Unit)]
    {
      if let column = header[name] { sets.distances.append((column, unit)) }
    }
    self.sets = sets
  }

  mutating func read(_ record: CSVRecord, into output: inout Output) throws {
    guard let name = names.words(record, field: exercise) else {
      throw RowProblem(reason: "names no exercise")
    }
    var set = try sets.read(record, exercise: name, into: &output)
    set.kind = kind.flatMap { HevyRows.kinds[record.text($0)] } ?? .work
    set.note = note.flatMap { record.isBlank($0) ? nil : HevyRows.note(record.text($0)) }
    if !blocks.holds(record) { try open(record, into: &output) }
    blocks.update(record) { session in
      // The note of an exercise is repeated in each of its rows.
      if let note = set.note,
        session.sets.reversed().prefix(while: { $0.exercise == name }).contains(where: {
          $0.note == note
        })
      {
        set.note = nil
      }
      session.sets.append(set)
    }
  }

  mutating func finish(into output: inout Output) { blocks.close(into: &output) }

  private mutating func open(_ record: CSVRecord, into output: inout Output) throws {
    let start = try dates.read(record, into: &output)
    let end = try? ends?.read(record, into: &output)
    let seconds = end.flatMap { start.seconds(to: $0) }
    let length = seconds.flatMap { Core.Duration(seconds: $0) }
    if let seconds, seconds > 0, length == nil { output.leaveOut("lengths of over a day") }
    try blocks.begin(
      record, start: start, title: title.flatMap { record.words($0) },
      ending: end?.description ?? "", into: &output)
    let note = description.flatMap { HevyRows.note(record.text($0)) }
    blocks.update(record) { ($0.duration, $0.note) = (length, note) }
  }

  private static let kinds: [String: ImportedSet.Kind] = [
    "warmup": .warmUp, "dropset": .drop, "failure": .failure,
  ]

  /// A note with the line breaks that the app wrote as `\n`.
  static func note(_ text: String) -> String? {
    guard text.contains("\\") else { return text.asNote }
    var whole = ""
    var escaped = false
    for character in text {
      if escaped {
        whole += character == "n" ? "\n" : "\\\(character)"
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else {
        whole.append(character)
      }
    }
    return (escaped ? whole + "\\" : whole).asNote
  }
}
