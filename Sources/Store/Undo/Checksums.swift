import Core
import SQLite

/// What a checksum covers: the key of an entry, or the name of a table.
struct ChecksumKey: Hashable {
  let bytes: [UInt8]
}

/// A change to the checksum of an entry.
struct ChecksumChange {
  let key: ChecksumKey
  /// How many rows were added or, if negative, removed.
  var rows = 0
  /// The fingerprints of the cells added and removed, combined with exclusive or.
  var fingerprint: Int64 = 0
  /// Whether the entry itself was added, or the checksum is of a whole table.
  var isWhole = false
  /// Whether the entry was added or removed.
  var cameOrWent = false
  /// Whether the entry was removed, with every row that it had.
  var isGone = false
  /// Whether a row of it changed.
  var isTouched = false

  mutating func add(_ other: ChecksumChange) {
    rows += other.rows
    fingerprint ^= other.fingerprint
    isWhole = isWhole || other.isWhole
    cameOrWent = cameOrWent || other.cameOrWent
    isGone = isGone || other.isGone
    isTouched = isTouched || other.isTouched
  }
}

/// Reads a changeset once: sums up the changes of checksums, and counts entries.
struct ChangeSummary {
  /// The changes of checksums, one per key, in key order.
  private(set) var checksums: [ChecksumChange] = []
  /// How many entries were added, changed and removed.
  private(set) var entries = EntryCounts()

  /// Reads a changeset.
  ///
  /// - Throws: ``SQLiteError`` for invalid bytes, ``StoreError`` for an unknown table.
  init(_ changeset: [UInt8]) throws {
    let cursor = try ChangeCursor(changeset)
    var table = LogTable.setting
    var changes: [ChecksumChange] = []
    while try cursor.next() {
      if cursor.isNewTable {
        table = try StoreError.required(
          LogTable(recorded: cursor.table), what: "change of an unknown table")
      }
      let key = table.role == .list ? Array(table.rawValue.utf8) : cursor.key(0).map(\.bytes) ?? []
      var change = ChecksumChange(
        key: ChecksumKey(bytes: key), fingerprint: ChangeSummary.fingerprint(cursor, table: table))
      switch cursor.kind {
      case .insert: change.rows = 1
      case .delete: change.rows = -1
      case .update: break
      }
      switch (table.role, cursor.kind) {
      case (.list, _), (.record, _): change.isWhole = true
      case (.entry, .insert):
        change.isWhole = true
        entries.added += 1
        change.cameOrWent = true
      case (.entry, .delete):
        entries.removed += 1
        change.cameOrWent = true
        change.isGone = true
      case (.entry, .update), (.part, _): change.isTouched = true
      }
      changes.append(change)
    }
    checksums = ChangeSummary.merged(changes)
    entries.changed = checksums.count { $0.isTouched && !$0.cameOrWent }
  }

  /// The combined changes per key.
  ///
  /// By sorting: for a command that writes one row, a dictionary would cost more than the row, since Swift
  /// creates its generic types at run time, and it would store the checksums in a different order each time.
  private static func merged(_ changes: [ChecksumChange]) -> [ChecksumChange] {
    var merged: [ChecksumChange] = []
    let sorted =
      changes.count < 2
      ? changes
      : changes.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
    for change in sorted {
      if merged.last?.key == change.key {
        merged[merged.count - 1].add(change)
      } else {
        merged.append(change)
      }
    }
    return merged
  }

  /// The combined fingerprint of all cells added and removed by a change.
  private static func fingerprint(_ cursor: ChangeCursor, table: LogTable) -> Int64 {
    var row = Fingerprint()
    row.mix(table.word)
    for column in 0..<cursor.columns where cursor.isKey(column) {
      if let value = cursor.key(column) { _ = row.add(value) }
    }
    var sum = cursor.kind == .update ? 0 : row.value
    for column in 0..<cursor.columns where !cursor.isKey(column) {
      for value in [cursor.old(column), cursor.new(column)] {
        guard let value else { continue }
        var cell = row
        cell.mix(UInt64(column))
        if cell.add(value) { sum ^= cell.value }
      }
    }
    return sum
  }
}

extension LogStore {
  /// Updates the checksums after changes.
  ///
  /// A checksum is the exclusive or of the fingerprints of an entry's cells, so a change needs only the cells
  /// that it touched: the removed and added ones are combined into the stored value, and the entry's rows are
  /// not read. An entry that was damaged before therefore stays recognisably damaged.
  ///
  /// An entry that another program has added has no checksum, and a change does not give it one. If an entry
  /// did not match its checksum when it was removed, the difference stays in the row, so that undoing the
  /// removal restores the mismatch as well.
  ///
  /// - Parameter isStep: whether the changes undo or redo others.
  func updateChecksums(_ changes: some Sequence<ChecksumChange>, isStep: Bool = false) throws {
    // Most commands only add: statements for the rest are prepared where they are used.
    lazy var add = Result { try database.prepare(LogStore.addChecksum) }
    lazy var change = Result { try database.prepare(LogStore.changeChecksum) }
    lazy var drop = Result {
      try database.prepare("DELETE FROM seal WHERE entry = ? AND row_count = 0 AND fingerprint = 0")
    }
    for checksum in changes {
      let isNew = checksum.isWhole && checksum.rows >= 0
      // Whatever number the checksum has: another program may have removed some rows before.
      let rows = checksum.isGone ? -LogStore.mostRows : checksum.rows
      let values: [Value] = [
        .blob(checksum.key.bytes), .integer(rows), .integer(Int(checksum.fingerprint)),
      ]
      try (isNew ? add : change).get().run(isNew ? values + [Value(isStep)] : values)
      if checksum.rows < 0 { try drop.get().run([.blob(checksum.key.bytes)]) }
    }
  }

  /// More rows than any entry has.
  private static let mostRows = 1_000_000_000

  // SQL has no exclusive or: it is the bits in either (|) minus those in both (&). What a removed entry left
  // behind does not count for a new one (?4 is false).
  private static let addChecksum =
    """
    INSERT INTO seal (entry, row_count, fingerprint) VALUES (?1, ?2, ?3)
    ON CONFLICT DO UPDATE SET row_count = max(0, row_count + ?2),
      fingerprint = CASE WHEN row_count > 0 OR ?4
        THEN (fingerprint | ?3) - (fingerprint & ?3) ELSE ?3 END
    """

  private static let changeChecksum =
    """
    UPDATE seal SET row_count = max(0, row_count + ?2),
      fingerprint = (fingerprint | ?3) - (fingerprint & ?3)
    WHERE entry = ?1
    """
}
