import Core
import SQLite

enum SessionColumn: Int, TableColumn {
  case id, at, utcOffset, zone, day
  case routine, duration, effort, setCount, note

  static let table = TableSchema(
    .session, columns: SessionColumn.self, key: "sessions", noun: "session")

  var column: ColumnSchema {
    switch self {
    case .id, .at, .utcOffset, .zone, .day: shared
    case .routine: .init("routine", is: .slug, isOptional: true)
    case .duration:
      .init(
        "duration_seconds", is: .integer(1...86_400), key: "durationSeconds",
        title: "duration (s)", isOptional: true)
    case .effort:
      .init(
        "effort_tenths", is: .tenths(0...100), key: "effort", title: "effort (CR10)",
        isOptional: true)
    case .setCount: .init("set_count", is: .count(of: .exerciseSet))
    case .note: .note
    }
  }
}

/// One row per set: `entry` numbers the exercises of a session, `number` the sets of an exercise.
enum SetColumn: Int, TableColumn {
  case session, entry, number, exercise, reps, hold, side, load, loadUnit, pain

  static let table = TableSchema(
    .exerciseSet, columns: SetColumn.self, key: "sets", noun: "set",
    rules: [.together([SetColumn.load.rawValue, SetColumn.loadUnit.rawValue])])

  var column: ColumnSchema {
    switch self {
    case .session: .parent("session_id", key: "session")
    case .entry: .init("entry", is: .integer(1...1000), isKey: true)
    case .number: .init("number", is: .integer(1...1000), isKey: true)
    case .exercise: .init("exercise", is: .slug, of: .exercise)
    case .reps: .init("reps", is: .integer(1...9999), isOptional: true)
    case .hold:
      .init(
        "hold_seconds", is: .integer(1...86_400), key: "holdSeconds", title: "hold (s)",
        isOptional: true)
    case .side: .init("side", is: .choice(Side.allCases.map(\.rawValue)), isOptional: true)
    case .load:
      .init(
        "load_hundredths", is: .hundredths(0...100_000), key: "load", title: "load (kg or lb)",
        isOptional: true)
    case .loadUnit:
      .init(
        "load_unit", is: .choice(["kg", "lb"]), key: "loadUnit", title: "load unit",
        isOptional: true)
    case .pain:
      .init(
        "pain_tenths", is: .tenths(0...100), key: "pain", title: "pain during it (0-10)",
        isOptional: true)
    }
  }
}

enum PlannedColumn: Int, TableColumn {
  case session, position, entry

  static let table = TableSchema(
    .plannedExercise, columns: PlannedColumn.self, key: "planned", noun: "planned exercise")

  var column: ColumnSchema {
    switch self {
    case .session: .parent("session_id", key: "session")
    case .position: .init("position", is: .integer(1...1000), isKey: true)
    case .entry: .init("entry", is: .text(1...1000))
    }
  }
}

extension Session: StoredEntry {
  var rows: [TableRow] {
    let row = SessionColumn.row(
      id: id, moment: moment,
      [
        .routine: Value(routine?.text), .duration: Value(duration?.seconds),
        .effort: Value(effort?.tenths), .setCount: .integer(setCount), .note: Value(note),
      ])
    let planned = planned.enumerated().map { index, text in
      PlannedColumn.row(of: id, [.position: .integer(index + 1), .entry: .text(text)])
    }
    return [row] + setRows() + planned
  }

  /// The rows of its sets, exercises numbered from `last` + 1.
  func setRows(after last: Int = 0) -> [TableRow] {
    entries.enumerated().flatMap { position, entry in
      entry.sets.enumerated().map { index, set in
        SetColumn.row(
          of: id,
          [
            .entry: .integer(last + position + 1), .number: .integer(index + 1),
            .exercise: .text(entry.exercise.text), .reps: Value(set.reps),
            .hold: Value(set.hold), .side: Value(entry.side?.rawValue),
            .load: Value(entry.load?.hundredths), .loadUnit: Value(entry.load?.unit.rawValue),
            .pain: Value(entry.pain?.tenths),
          ])
      }
    }
  }

  init(_ row: StoredRow<SessionColumn>, parts: RowStatements) throws {
    let id = try row.id
    let sets = try parts.rows(of: id) { (row: StoredRow<SetColumn>) in
      (entry: row.integer(.entry), exercise: ExerciseEntry(row))
    }
    self.init(
      id: id, moment: try row.moment, routine: row.optionalSlug(.routine),
      duration: row.optionalInteger(.duration).flatMap { Duration(seconds: $0) },
      effort: row.optionalInteger(.effort).flatMap { Effort(tenths: $0) },
      entries: Session.entries(of: sets),
      planned: try parts.rows(of: id) { (row: StoredRow<PlannedColumn>) in row.text(.entry) },
      note: row.optionalText(.note))
  }

  /// Reassembles the exercises from their sets; the first set has the values that are not per set.
  private static func entries(
    of sets: [(entry: Int, exercise: ExerciseEntry)]
  ) -> [ExerciseEntry] {
    var entries: [ExerciseEntry] = []
    var open: (entry: Int, first: ExerciseEntry, sets: [SetDone])?
    func close() {
      guard let open else { return }
      entries.append(
        ExerciseEntry(
          exercise: open.first.exercise, sets: open.sets, side: open.first.side,
          load: open.first.load, pain: open.first.pain))
    }
    for (entry, exercise) in sets {
      if open?.entry == entry {
        open?.sets += exercise.sets
      } else {
        close()
        open = (entry, exercise, exercise.sets)
      }
    }
    close()
    return entries
  }
}

extension ExerciseEntry {
  /// An exercise with the one set in a row.
  fileprivate init(_ row: StoredRow<SetColumn>) {
    let unit = row.optionalText(.loadUnit).flatMap { Load.Unit(rawValue: $0) }
    self.init(
      exercise: row.slug(.exercise),
      sets: [SetDone(reps: row.optionalInteger(.reps), hold: row.optionalInteger(.hold))],
      side: row.optionalText(.side).flatMap { Side(rawValue: $0) },
      load: unit.flatMap { Load(hundredths: row.integer(.load), unit: $0) },
      pain: row.optionalScore(.pain))
  }
}
