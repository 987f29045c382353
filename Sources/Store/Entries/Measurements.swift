import Core
import SQLite

extension LogStore {
  /// Stores a measurement. Its kind is copied into the log on first use.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ measurement: Measurement) throws {
    try insert(measurement.kind, own: false)
    try insert(rows: measurement.rows)
  }

  /// Adds a kind of measurement. An existing one stays unchanged.
  ///
  /// - Returns: whether it was added.
  /// - Throws: ``StoreError``.
  @discardableResult
  package func insert(_ kind: MeasurementKind, own: Bool) throws -> Bool {
    try statements.insertNew(kind.row(own: own))
  }

  /// The kinds that the user defined, by name.
  ///
  /// - Throws: ``StoreError``.
  package func ownKinds() throws -> [MeasurementKind] {
    try database.rows(MeasurementKindColumn.table.select + " WHERE own = 1 ORDER BY slug") {
      try MeasurementKind(StoredRow($0))
    }
  }

  /// The measurements of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func measurements(_ window: EntryWindow = EntryWindow()) throws -> [Measurement] {
    try statements.entries(in: window)
  }

  /// - Throws: ``StoreError``.
  package func measurement(_ id: EntryID) throws -> Measurement? { try statements.entry(id) }

  /// The newest measurement of every kind and side, by kind.
  ///
  /// - Throws: ``StoreError``.
  package func newestMeasurements() throws -> [Measurement] {
    try entries(
      """
       WHERE measurement.id IN (
        SELECT (SELECT id FROM measurement newest
                WHERE newest.kind = series.kind AND newest.side = series.side
                ORDER BY at DESC, id DESC LIMIT 1)
        FROM (SELECT DISTINCT kind, side FROM measurement) series)
      ORDER BY at DESC, kind, side
      """)
  }
}
