import Core

/// The sets of a FitNotes export: one row per set, and all rows of a day as one session, since the app has no
/// sessions within a day. The unit of weights is a column or part of a column's name, and dates are written
/// as on the phone.
struct FitNotesRows: RowReader {
  private var dates: DateColumn
  private var blocks: SessionBlocks
  private let sets: SetColumns
  private let exercise: Int
  private let note: Int?
  private var names = RepeatedText()

  init(_ header: Header, options: ImportOptions, dates finder: DateColumn.Finder) {
    let date = header["date"] ?? 0
    dates = DateColumn(date, finder: finder)
    exercise = header["exercise"] ?? 0
    note = header["comment", "comments", "notes"]
    blocks = SessionBlocks(.fitnotes, by: [date])
    var sets = SetColumns()
    sets.reps = header["reps"]
    sets.clock = header["time", "duration"]
    sets.unit = options.unit
    sets.loadUnit = header["weight unit"]
    sets.distanceUnit = header["distance unit"]
    for (name, unit) in [
      ("weight", nil), ("weight (kgs)", .kg), ("weight (kg)", .kg), ("weight (lbs)", .lb),
      ("weight (lb)", .lb),
    ] as [(String, Load.Unit?)] {
      if let column = header[name] { sets.loads.append((column, unit)) }
    }
    if let column = header["distance"] { sets.distances = [(column, nil)] }
    self.sets = sets
  }

  mutating func read(_ record: CSVRecord, into output: inout Output) throws {
    guard let name = names.words(record, field: exercise) else {
      throw RowProblem(reason: "names no exercise")
    }
    var set = try sets.read(record, exercise: name, into: &output)
    set.note = note.flatMap { record.text($0).asNote }
    if !blocks.holds(record) {
      let start = try dates.read(record, into: &output)
      try blocks.begin(record, start: start, title: nil, into: &output)
    }
    blocks.update(record) { $0.sets.append(set) }
  }

  mutating func finish(into output: inout Output) { blocks.close(into: &output) }
}
