import Core
import SQLite

extension LogStore {
  /// - Throws: ``StoreError``.
  package func insert(_ flare: Flare) throws { try insert(rows: flare.rows) }

  /// Sets the end of a flare, and its note where one is given.
  ///
  /// - Throws: ``StoreError``.
  package func end(_ flare: EntryID, at moment: Moment, note: String? = nil) throws {
    try database.run(
      """
      UPDATE flare SET end_at = ?, end_utc_offset = ?, end_zone = ?, end_day = ?,
        note = coalesce(?, note) WHERE id = ?
      """, values: moment.values + [Value(note), flare.value])
  }

  /// The flares that start in a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func flares(_ window: EntryWindow = EntryWindow()) throws -> [Flare] {
    try statements.entries(in: window)
  }

  /// The flares that overlap a range of days, oldest first.
  ///
  /// - Throws: ``StoreError``.
  package func flares(touching days: ClosedRange<Day>) throws -> [Flare] {
    try entries(
      FlareQuery.isTouching,
      values: [.integer(days.lowerBound.number), .integer(days.upperBound.number)])
  }

  /// - Throws: ``StoreError``.
  package func flare(_ id: EntryID) throws -> Flare? { try statements.entry(id) }
}
