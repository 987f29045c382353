import Core
import SQLite

extension LogStore {
  /// Stores a measurement. Its kind is copied into the log when it is not there yet.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ measurement: Measurement) throws {
    try insert(measurement.kind, own: false)
    try database.run(
      """
      INSERT INTO measurement (id, at, utc_offset, zone, day, kind, side, method, motion, pain_tenths,
        photo, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [measurement.id.value] + measurement.moment.values + [
        .text(measurement.kind.slug.text), .text(measurement.side?.rawValue ?? ""),
        .text(measurement.instrument?.rawValue ?? ""), .text(measurement.motion?.rawValue ?? ""),
        Value(measurement.pain?.tenths), Value(measurement.photo), Value(measurement.note),
      ])
    try insertTrials(of: measurement)
  }

  /// Stores the trials of a measurement.
  func insertTrials(of measurement: Measurement) throws {
    let insertTrial = try database.prepare(
      "INSERT INTO measurement_trial (measurement_id, number, value_hundredths) VALUES (?, ?, ?)")
    for (index, trial) in measurement.trials.enumerated() {
      try insertTrial.run([measurement.id.value, .integer(index + 1), .integer(trial)])
    }
  }

  /// Adds a kind of measurement. One that is there already stays as it is.
  ///
  /// - Returns: whether it was added.
  /// - Throws: ``StoreError``.
  @discardableResult
  package func insert(_ kind: MeasurementKind, own: Bool) throws -> Bool {
    try database.run(
      """
      INSERT INTO measurement_kind (slug, title, unit, better, sided, lowest, highest, own)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """,
      [
        .text(kind.slug.text), .text(kind.title), .text(kind.unit.rawValue),
        .text(kind.better.rawValue), Value(kind.sided), .integer(kind.range.lowerBound / 100),
        .integer(kind.range.upperBound / 100), Value(own),
      ])
    return database.changes > 0
  }

  /// The kinds that the user defined, by name.
  ///
  /// - Throws: ``StoreError``.
  package func ownKinds() throws -> [MeasurementKind] {
    try database.rows(
      """
      SELECT slug, title, unit, better, sided, lowest, highest FROM measurement_kind
      WHERE own = 1 ORDER BY slug
      """
    ) { try self.kind($0, from: 0) }
  }

  /// The measurements of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func measurements(_ window: EntryWindow = EntryWindow()) throws -> [Measurement] {
    let trials = try trialsStatement()
    return try database.rows(
      LogStore.measurementColumns + window.clause("measurement"), window.values
    ) { try self.measurement($0, trials) }
  }

  /// The measurement with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func measurement(_ id: EntryID) throws -> Measurement? {
    let trials = try trialsStatement()
    return try database.first(
      LogStore.measurementColumns + " WHERE measurement.id = ?", [id.value]
    ) { try self.measurement($0, trials) }
  }

  /// The newest measurement of every kind and side, by kind.
  ///
  /// - Throws: ``StoreError``.
  package func newestMeasurements() throws -> [Measurement] {
    let trials = try trialsStatement()
    return try database.rows(
      LogStore.measurementColumns
        + """
         WHERE measurement.id IN (
          SELECT (SELECT id FROM measurement newest
                  WHERE newest.kind = series.kind AND newest.side = series.side
                  ORDER BY at DESC, id DESC LIMIT 1)
          FROM (SELECT DISTINCT kind, side FROM measurement) series)
        ORDER BY at DESC, kind, side
        """
    ) { try self.measurement($0, trials) }
  }

  private static let measurementColumns =
    """
    SELECT measurement.id, at, utc_offset, zone, day, side, method, motion, pain_tenths, photo, note,
      measurement_kind.slug, title, unit, better, sided, lowest, highest
    FROM measurement JOIN measurement_kind ON measurement_kind.slug = measurement.kind
    """

  private func trialsStatement() throws -> Statement {
    try database.prepare(
      "SELECT value_hundredths FROM measurement_trial WHERE measurement_id = ? ORDER BY number")
  }

  private func measurement(_ row: Statement, _ trials: Statement) throws -> Measurement {
    let id = try row.id(0)
    var values: [Int] = []
    try trials.bind([id.value])
    while try trials.step() { values.append(try trials.trial(0)) }
    return Measurement(
      id: id, moment: try row.moment(1), kind: try kind(row, from: 11),
      side: Side(rawValue: row.text(5)), instrument: Instrument(rawValue: row.text(6)),
      motion: Motion(rawValue: row.text(7)), trials: values, pain: row.painScore(8),
      photo: row.optionalText(9), note: row.optionalText(10))
  }

  private func kind(_ row: Statement, from column: Int32) throws -> MeasurementKind {
    let slug = row.text(column)
    if let builtIn = MeasurementKind.builtIn.first(where: { $0.slug.text == slug }) {
      return builtIn
    }
    let (low, high) = (row.integer(column + 5), row.integer(column + 6))
    guard low < high, low >= -1_000_000, high <= 1_000_000 else {
      return try readable(nil, "range of the kind '\(slug)'")
    }
    return MeasurementKind(
      slug: Slug(stored: slug), title: row.text(column + 1),
      unit: try readable(MeasurementKind.Unit(rawValue: row.text(column + 2)), "unit"),
      better: try readable(MeasurementKind.Better(rawValue: row.text(column + 3)), "direction"),
      sided: row.integer(column + 4) != 0, range: low...high)
  }
}
