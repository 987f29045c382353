import RehabLog
import SQLite

extension LogStore {
  /// Adds factors to the record of a day, and makes it with `newID` when there is none. A factor that
  /// was there gets the new amount.
  ///
  /// - Returns: the record as it is now, and the amounts that were replaced.
  /// - Throws: ``InputError`` when a factor is counted in another unit on other days,
  ///   ``StoreError``.
  public func add(
    _ factors: [Factor], at moment: Moment, newID: EntryID
  ) throws -> (record: DayRecord, replaced: [Factor]) {
    let old = try dayRecord(on: moment.day)
    let id = old?.id ?? newID
    if old == nil {
      try database.run(
        "INSERT INTO day_record (id, at, utc_offset, zone, day) VALUES (?, ?, ?, ?, ?)",
        [id.value] + moment.values)
    } else {
      try database.run(
        "UPDATE day_record SET at = ?2, utc_offset = ?3, zone = ?4, day = ?5 WHERE id = ?1",
        [id.value] + moment.values)
    }
    for factor in factors {
      try checkUnit(of: factor)
      try database.run(
        """
        INSERT INTO day_factor (day_id, factor, value_hundredths) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET value_hundredths = excluded.value_hundredths
        """,
        [id.value, .text(factor.name.text), .integer(factor.value.hundredths)])
    }
    let names = Set(factors.map(\.name))
    let record = try readable(try dayRecord(on: moment.day), "day")
    return (record, old?.factors.filter { names.contains($0.name) } ?? [])
  }

  /// Keeps the unit of a factor, or makes it known.
  private func checkUnit(of factor: Factor) throws {
    let known = try database.first(
      "SELECT unit FROM factor WHERE slug = ?", [.text(factor.name.text)]
    ) { $0.text(0) }
    guard let known else {
      try database.run(
        "INSERT INTO factor (slug, unit) VALUES (?, ?)",
        [.text(factor.name.text), .text(factor.value.unit.rawValue)])
      return
    }
    guard known == factor.value.unit.rawValue else {
      let wanted =
        known == FactorUnit.time.rawValue ? "a time, such as 6.5h or 30m" : "a plain number"
      throw InputError(
        "'\(factor.name)' is \(known == FactorUnit.time.rawValue ? "a time" : "a number") on other "
          + "days of this log, not \(quoted(factor.value.description))",
        hint: "give \(wanted), or use another name")
    }
  }

  /// The day records of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  public func dayRecords(_ window: EntryWindow = EntryWindow()) throws -> [DayRecord] {
    let factors = try factorsStatement()
    return try database.rows(
      LogStore.dayColumns + window.clause("day_record"), window.values
    ) { try self.record($0, factors) }
  }

  /// The day record with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  public func dayRecord(_ id: EntryID) throws -> DayRecord? {
    let factors = try factorsStatement()
    return try database.first(LogStore.dayColumns + " WHERE id = ?", [id.value]) {
      try self.record($0, factors)
    }
  }

  private func dayRecord(on day: Day) throws -> DayRecord? {
    let factors = try factorsStatement()
    return try database.first(LogStore.dayColumns + " WHERE day = ?", [.integer(day.number)]) {
      try self.record($0, factors)
    }
  }

  private static let dayColumns = "SELECT id, at, utc_offset, zone, day FROM day_record"

  private func factorsStatement() throws -> Statement {
    try database.prepare(
      """
      SELECT factor, unit, value_hundredths FROM day_factor JOIN factor ON slug = factor
      WHERE day_id = ? ORDER BY factor
      """)
  }

  private func record(_ row: Statement, _ statement: Statement) throws -> DayRecord {
    let id = try row.id(0)
    var factors: [Factor] = []
    try statement.bind([id.value])
    while try statement.step() {
      let unit = try readable(FactorUnit(rawValue: statement.text(1)), "unit")
      factors.append(
        Factor(
          name: Slug(stored: statement.text(0)),
          value: FactorValue(unit: unit, hundredths: statement.integer(2))))
    }
    return DayRecord(id: id, moment: row.moment(1), factors: factors)
  }
}
