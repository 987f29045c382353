import Core
import SQLite

extension LogStore {
  /// Stores daily factors.
  ///
  /// - Returns: the amounts that counted for the day so far and count no longer.
  /// - Throws: ``InputError`` when a factor is counted in another unit on other days,
  ///   ``StoreError``.
  package func insert(_ record: DayRecord) throws -> [Factor] {
    var replaced: [Factor] = []
    for factor in record.factors {
      try checkUnit(of: factor)
      if let old = try amount(of: factor.name, on: record.moment.day) {
        replaced.append(Factor(name: factor.name, value: old))
      }
    }
    try database.run(
      "INSERT INTO day_record (id, at, utc_offset, zone, day) VALUES (?, ?, ?, ?, ?)",
      [record.id.value] + record.moment.values)
    try insertFactors(of: record)
    return replaced
  }

  /// Stores the factors of a record.
  func insertFactors(of record: DayRecord) throws {
    for factor in record.factors {
      try database.run(
        "INSERT INTO day_factor (day_id, factor, unit, value_hundredths) VALUES (?, ?, ?, ?)",
        [
          record.id.value, .text(factor.name.text), .text(factor.value.unit.rawValue),
          .integer(factor.value.hundredths),
        ])
    }
  }

  /// The amount of a factor that counts for a day, or nil without any.
  private func amount(of factor: Slug, on day: Day) throws -> FactorValue? {
    try database.first(
      """
      SELECT unit, value_hundredths FROM day_record JOIN day_factor ON day_id = id
      WHERE day = ? AND factor = ? ORDER BY id DESC LIMIT 1
      """, [.integer(day.number), .text(factor.text)]
    ) { try $0.factorValue(0) }
  }

  /// Refuses a unit that other days of a factor do not have.
  func checkUnit(of factor: Factor) throws {
    let other = factor.value.unit == .time ? FactorUnit.number : .time
    let isTaken = try database.first(
      "SELECT 1 FROM day_factor WHERE factor = ? AND unit = ? LIMIT 1",
      [.text(factor.name.text), .text(other.rawValue)]
    ) { _ in true }
    guard isTaken == nil else {
      let (shape, wanted) =
        other == .time
        ? ("a time", "a time, such as 6.5h or 30m") : ("a number", "a plain number")
      throw InputError(
        "'\(factor.name)' is \(shape) on other days of this log, not "
          + quoted(factor.value.description),
        hint: "give \(wanted), or use another name")
    }
  }

  /// The day records of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func dayRecords(_ window: EntryWindow = EntryWindow()) throws -> [DayRecord] {
    let factors = try factorsStatement()
    return try database.rows(
      LogStore.dayColumns + window.clause("day_record"), window.values
    ) { try self.record($0, factors) }
  }

  /// The day record with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func dayRecord(_ id: EntryID) throws -> DayRecord? {
    let factors = try factorsStatement()
    return try database.first(LogStore.dayColumns + " WHERE id = ?", [id.value]) {
      try self.record($0, factors)
    }
  }

  private static let dayColumns = "SELECT id, at, utc_offset, zone, day FROM day_record"

  private func factorsStatement() throws -> Statement {
    try database.prepare(
      "SELECT factor, unit, value_hundredths FROM day_factor WHERE day_id = ? ORDER BY factor")
  }

  private func record(_ row: Statement, _ statement: Statement) throws -> DayRecord {
    let id = try row.id(0)
    var factors: [Factor] = []
    try statement.bind([id.value])
    while try statement.step() {
      factors.append(
        Factor(name: Slug(stored: statement.text(0)), value: try statement.factorValue(1)))
    }
    return DayRecord(id: id, moment: try row.moment(1), factors: factors)
  }
}

extension Statement {
  /// The amount of a factor in two columns, its unit and its hundredths.
  ///
  /// - Throws: ``StoreError`` when it is none, which the tables do not allow.
  func factorValue(_ column: Int32) throws -> FactorValue {
    let unit = try readable(FactorUnit(rawValue: text(column)), "unit")
    let hundredths = integer(column + 1)
    guard (0...100_000_000_000).contains(hundredths) else { return try readable(nil, "amount") }
    return FactorValue(unit: unit, hundredths: hundredths)
  }
}
