import Core
import SQLite

extension LogStore {
  /// Stores daily factors.
  ///
  /// - Returns: the day's earlier amounts that no longer count.
  /// - Throws: ``InputError`` when a factor has another unit on other days, ``StoreError``.
  package func insert(_ record: DayRecord) throws -> [Factor] {
    var replaced: [Factor] = []
    for factor in record.factors {
      try checkUnit(of: factor)
      if let old = try amount(of: factor.name, on: record.moment.day) {
        replaced.append(Factor(name: factor.name, value: old))
      }
    }
    try insert(rows: record.rows)
    return replaced
  }

  /// The amount of a factor that counts for a day, or nil without any.
  private func amount(of factor: Slug, on day: Day) throws -> FactorValue? {
    try database.first(
      """
      SELECT unit, value_hundredths FROM day_record JOIN day_factor ON day_id = id
      WHERE day = ? AND factor = ? ORDER BY id DESC LIMIT 1
      """, values: [.integer(day.number), .text(factor.text)]
    ) { try $0.factorValue(0) }
  }

  /// Refuses a unit that differs from other days of a factor.
  func checkUnit(of factor: Factor) throws {
    let other = factor.value.unit == .time ? FactorUnit.number : .time
    let isTaken = try database.first(
      "SELECT 1 FROM day_factor WHERE factor = ? AND unit = ? LIMIT 1",
      values: [.text(factor.name.text), .text(other.rawValue)]
    ) { _ in true }
    guard isTaken == nil else {
      let (shape, wanted) =
        other == .time
        ? ("a time", "a time, such as 6.5h or 30m") : ("a number", "a plain number")
      throw InputError(
        "'\(factor.name)' is \(shape) on other days of this log, not "
          + factor.value.description.quoted,
        hint: "give \(wanted), or use another name")
    }
  }

  /// The day records of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func dayRecords(_ window: EntryWindow = EntryWindow()) throws -> [DayRecord] {
    try statements.entries(in: window)
  }

  /// - Throws: ``StoreError``.
  package func dayRecord(_ id: EntryID) throws -> DayRecord? { try statements.entry(id) }
}

extension Statement {
  /// The amount of a factor in two columns, its unit and its hundredths.
  ///
  /// - Throws: ``StoreError`` for an invalid one, which the tables do not allow.
  func factorValue(_ column: Int32) throws -> FactorValue {
    let unit = try StoreError.required(FactorUnit(rawValue: text(column)), what: "unit")
    let hundredths = integer(column + 1)
    guard FactorColumn.values.contains(hundredths) else { throw StoreError.unreadable("amount") }
    return FactorValue(unit: unit, hundredths: hundredths)
  }

  /// A measured value in hundredths of its unit.
  ///
  /// - Throws: ``StoreError`` for an invalid one, which the tables do not allow.
  func trial(_ column: Int32) throws -> Int {
    let value = integer(column)
    return try StoreError.required(TrialColumn.values.contains(value) ? value : nil, what: "value")
  }
}
