import Core

/// The sets of a Strong export, which has had several forms: commas with or without notes and units,
/// semicolons with `Weight Unit`, semicolons with `Workout #` and units in the names, and an old one whose
/// weight and distance columns are named after the units.
struct StrongRows: RowReader {
  private var dates: DateColumn
  private var blocks: SessionBlocks
  private let sets: SetColumns
  private let title: Int
  private let exercise: Int
  private let order: Int
  private let duration: Int?
  private let note: Int?
  private let sessionNote: Int?
  private var names = RepeatedText()
  /// A note in a row of its own, before the sets of its exercise.
  private var waiting: (exercise: String, note: String)?

  init(_ header: Header, options: ImportOptions, dates finder: DateColumn.Finder) {
    let date = header["date"] ?? 0
    dates = DateColumn(date, finder: finder)
    title = header["workout name"] ?? 0
    exercise = header["exercise name"] ?? 0
    order = header["set order"] ?? 0
    duration = header["duration", "duration (sec)", "workout duration"]
    note = header["notes"]
    sessionNote = header["workout notes"]
    blocks = SessionBlocks(.strong, by: [date, title])
    var sets = SetColumns()
    sets.reps = header["reps"]
    sets.seconds = header["seconds", "secs"]
    sets.rpe = header["rpe"]
    sets.unit = options.unit
    sets.loadUnit = header["weight unit"]
    sets.distanceUnit = header["distance unit"]
    for (name, unit) in [
      ("weight", nil), ("weight (kg)", .kg), ("kg", .kg), ("weight (lbs)", .lb),
      ("weight (lb)", .lb), ("lbs", .lb), ("lb", .lb),
    ] as [(String, Load.Unit?)] {
      if let column = header[name] { sets.loads.append((column, unit)) }
    }
    for (name, unit) in [
      ("distance", nil), ("distance (meters)", .metres), ("distance (km)", .kilometres),
      ("km", .kilometres), ("distance (miles)", .miles), ("mi.", .miles), ("mi", .miles),
    ] as [(String, ImportedDistance.Unit?)] {
      if let column = header[name] { sets.distances.append((column, unit)) }
    }
    self.sets = sets
  }

  mutating func read(_ record: CSVRecord, into output: inout Output) throws {
    if record.field(order, is: StrongRows.restTimer) {
      output.leaveOut("rest timers")
      return
    }
    guard let name = names.words(record, field: exercise) else {
      throw RowProblem(reason: "names no exercise")
    }
    let noted = note.flatMap { record.isBlank($0) ? nil : record.text($0).asNote }
    if record.field(order, is: StrongRows.note) {
      try open(record, into: &output)
      if let noted { keep(noted, of: name, record: record) }
      return
    }
    var set = try sets.read(record, exercise: name, into: &output)
    set.kind = kind(record)
    set.note = noted
    try open(record, into: &output)
    if let waiting, waiting.exercise == name {
      set.note = String.joinedNotes(waiting.note, set.note)
      self.waiting = nil
    }
    blocks.update(record) { $0.sets.append(set) }
  }

  mutating func finish(into output: inout Output) { close(into: &output) }

  /// Starts the session of a row if it is another one.
  private mutating func open(_ record: CSVRecord, into output: inout Output) throws {
    if blocks.holds(record) { return }
    let start = try dates.read(record, into: &output)
    close(into: &output)
    try blocks.begin(record, start: start, title: record.words(title), into: &output)
    let seconds = duration.flatMap { SpanText.seconds(record.text($0)) }
    let length = seconds.flatMap { Core.Duration(seconds: $0) }
    if let seconds, seconds > 0, length == nil { output.leaveOut("lengths of over a day") }
    if seconds == nil, duration.map({ !record.isBlank($0) }) == true {
      output.leaveOut("lengths that cannot be read")
    }
    let note = sessionNote.flatMap { record.text($0).asNote }
    blocks.update(record) { ($0.duration, $0.note) = (length, note) }
  }

  /// Closes the open session, with a note that no set followed.
  private mutating func close(into output: inout Output) {
    if let waiting {
      blocks.updateOpen {
        $0.note = String.joinedNotes($0.note, "\(waiting.exercise): \(waiting.note)")
      }
    }
    waiting = nil
    blocks.close(into: &output)
  }

  /// Adds a note from a row of its own to its exercise.
  private mutating func keep(_ note: String, of name: String, record: CSVRecord) {
    var placed = false
    blocks.update(record) { session in
      guard let last = session.sets.indices.last, session.sets[last].exercise == name else {
        return
      }
      session.sets[last].note = String.joinedNotes(session.sets[last].note, note)
      placed = true
    }
    if placed { return }
    if let other = waiting, other.exercise != name {
      blocks.updateOpen {
        $0.note = String.joinedNotes($0.note, "\(other.exercise): \(other.note)")
      }
      waiting = nil
    }
    waiting = (name, String.joinedNotes(waiting?.note, note) ?? note)
  }

  private func kind(_ record: CSVRecord) -> ImportedSet.Kind {
    let range = record.bounds(order)
    guard range.count == 1 else { return .work }
    switch record.bytes[range.lowerBound] {
    case UInt8(ascii: "W"): return .warmUp
    case UInt8(ascii: "D"): return .drop
    case UInt8(ascii: "F"): return .failure
    default: return .work
    }
  }

  private static let restTimer = Array("Rest Timer".utf8)
  private static let note = Array("Note".utf8)
}
