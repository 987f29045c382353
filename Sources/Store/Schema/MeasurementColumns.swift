import Core
import SQLite

enum MeasurementColumn: Int, TableColumn {
  case id, at, utcOffset, zone, day
  case kind, side, method, motion, pain, photo, note

  static let table = TableSchema(
    .measurement, columns: MeasurementColumn.self, key: "measurements", noun: "measurement")

  var column: ColumnSchema {
    switch self {
    case .id, .at, .utcOffset, .zone, .day: shared
    case .kind: .init("kind", is: .slug, of: .measurementKind)
    case .side: .init("side", is: .choice(["", "left", "right"]))
    case .method: .init("method", is: .choice([""] + Instrument.allCases.map(\.rawValue)))
    case .motion: .init("motion", is: .choice(["", "active", "passive"]))
    case .pain:
      .init(
        "pain_tenths", is: .tenths(0...100), key: "pain", title: "pain during it (0-10)",
        isOptional: true)
    case .photo: .init("photo", is: .text(1...4096), isOptional: true, redacted: .goes)
    case .note: .note
    }
  }
}

enum TrialColumn: Int, TableColumn {
  case measurement, number, value

  static let table = TableSchema(
    .measurementTrial, columns: TrialColumn.self, key: "trials", noun: "trial")

  static let values = -100_000_000...100_000_000

  var column: ColumnSchema {
    switch self {
    case .measurement: .parent("measurement_id", key: "measurement")
    case .number: .init("number", is: .integer(1...100), isKey: true)
    case .value:
      .init(
        "value_hundredths", is: .hundredths(TrialColumn.values), key: "value",
        title: "value (in the unit of its kind)")
    }
  }
}

enum MeasurementKindColumn: Int, TableColumn {
  case slug, title, unit, better, sided, lowest, highest, own

  static let table = TableSchema(
    .measurementKind, columns: MeasurementKindColumn.self, key: "kinds",
    noun: "kind of measurement",
    rules: [
      .ascending(
        low: MeasurementKindColumn.lowest.rawValue, high: MeasurementKindColumn.highest.rawValue,
        strictly: true)
    ])

  /// The range that a kind may have, in its unit.
  static let values = -1_000_000...1_000_000

  var column: ColumnSchema {
    switch self {
    case .slug: .init("slug", is: .slug, isKey: true)
    case .title: .init("title", is: .text(1...200), redacted: .slugIfOwn)
    case .unit: .init("unit", is: .choice(MeasurementKind.Unit.allCases.map(\.rawValue)))
    case .better: .init("better", is: .choice(["higher", "lower"]))
    case .sided: .init("sided", is: .flag)
    case .lowest: .init("lowest", is: .integer(MeasurementKindColumn.values))
    case .highest: .init("highest", is: .integer(MeasurementKindColumn.values))
    case .own: .init("own", is: .flag)
    }
  }
}

extension Measurement: StoredEntry {
  var rows: [TableRow] {
    let row = MeasurementColumn.row(
      id: id, moment: moment,
      [
        .kind: .text(kind.slug.text), .side: .text(side?.rawValue ?? ""),
        .method: .text(instrument?.rawValue ?? ""), .motion: .text(motion?.rawValue ?? ""),
        .pain: Value(pain?.tenths), .photo: Value(photo), .note: Value(note),
      ])
    let trials = trials.enumerated().map { index, value in
      TrialColumn.row(of: id, [.number: .integer(index + 1), .value: .integer(value)])
    }
    return [row] + trials
  }

  /// A measurement is read with its kind, in the columns after its own.
  static var select: String {
    let (measurement, kind) = (MeasurementColumn.table, MeasurementKindColumn.table)
    return """
      SELECT \(measurement.qualifiedColumns), \(kind.qualifiedColumns)
      FROM measurement JOIN measurement_kind ON measurement_kind.slug = measurement.kind
      """
  }

  init(_ row: StoredRow<MeasurementColumn>, parts: RowStatements) throws {
    let id = try row.id
    self.init(
      id: id, moment: try row.moment, kind: try MeasurementKind(row.next()),
      side: Side(rawValue: row.text(.side)), instrument: Instrument(rawValue: row.text(.method)),
      motion: Motion(rawValue: row.text(.motion)),
      trials: try parts.rows(of: id) { (row: StoredRow<TrialColumn>) in
        try row.number(.value, in: TrialColumn.values, what: "value")
      },
      pain: row.optionalScore(.pain), photo: row.optionalText(.photo),
      note: row.optionalText(.note))
  }
}

extension MeasurementKind {
  func row(own: Bool) -> TableRow {
    MeasurementKindColumn.row([
      .slug: .text(slug.text), .title: .text(title), .unit: .text(unit.rawValue),
      .better: .text(better.rawValue), .sided: Value(sided),
      .lowest: .integer(range.lowerBound / 100), .highest: .integer(range.upperBound / 100),
      .own: Value(own),
    ])
  }

  /// The kind in a row; the built-in one with that name, if there is one.
  init(_ row: StoredRow<MeasurementKindColumn>) throws {
    let slug = row.slug(.slug)
    if let builtIn = MeasurementKind.builtIn.first(where: { $0.slug == slug }) {
      self = builtIn
      return
    }
    let what = "range of the kind '\(slug)'"
    let low = try row.number(.lowest, in: MeasurementKindColumn.values, what: what)
    let high = try row.number(.highest, in: MeasurementKindColumn.values, what: what)
    guard low < high else { throw StoreError.unreadable(what) }
    self.init(
      slug: slug, title: row.text(.title), unit: try row.choice(.unit, "unit"),
      better: try row.choice(.better, "direction"), sided: row.flag(.sided), range: low...high)
  }
}
