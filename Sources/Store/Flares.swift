import Core
import SQLite

extension LogStore {
  /// Stores a flare.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ flare: Flare) throws {
    try database.run(
      """
      INSERT INTO flare (id, at, utc_offset, zone, day, end_at, end_utc_offset, end_zone, end_day, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [flare.id.value] + flare.start.values
        + (flare.end?.values ?? [.null, .null, .null, .null]) + [Value(flare.note)])
  }

  /// Sets the end of a flare, and its note where one is given.
  ///
  /// - Throws: ``StoreError``.
  package func end(_ flare: EntryID, at moment: Moment, note: String? = nil) throws {
    try database.run(
      """
      UPDATE flare SET end_at = ?, end_utc_offset = ?, end_zone = ?, end_day = ?,
        note = coalesce(?, note) WHERE id = ?
      """, moment.values + [Value(note), flare.value])
  }

  /// The flares that begin in a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func flares(_ window: EntryWindow = EntryWindow()) throws -> [Flare] {
    try database.rows(LogStore.flareColumns + window.clause("flare"), window.values, flare)
  }

  /// The flares that touch a stretch of days, oldest first.
  ///
  /// - Throws: ``StoreError``.
  package func flares(touching days: ClosedRange<Day>) throws -> [Flare] {
    try database.rows(
      FlareQuery.touching,
      [.integer(days.lowerBound.number), .integer(days.upperBound.number)], flare)
  }

  /// The flare with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func flare(_ id: EntryID) throws -> Flare? {
    try database.first(LogStore.flareColumns + " WHERE id = ?", [id.value], flare)
  }

  static let flareColumns =
    """
    SELECT id, at, utc_offset, zone, day, end_at, end_utc_offset, end_zone, end_day, note FROM flare
    """

  private func flare(_ row: Statement) throws -> Flare {
    Flare(
      id: try row.id(0), start: try row.moment(1), end: row.isNull(5) ? nil : try row.moment(5),
      note: row.optionalText(9))
  }
}
