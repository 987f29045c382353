import Core
import SQLite

extension LogStore {
  /// The first format version in which entries have checksums.
  static let firstChecksumVersion = 3

  /// The row counts and fingerprints of all entries at present.
  func currentChecksums() throws -> [ChecksumKey: ChecksumChange] {
    var checksums: [ChecksumKey: ChecksumChange] = [:]
    for table in LogTable.recorded {
      let isKey = table.schema.columns.map(\.isKey)
      // Every column in the file, including those that another program has added.
      let rows = try database.prepare("SELECT * FROM \(table.rawValue)")
      let name = ChecksumKey(bytes: Array(table.rawValue.utf8))
      var sum = ChecksumChange(key: name, isWhole: true)
      func close() {
        if sum.rows > 0 { checksums[sum.key, default: ChecksumChange(key: sum.key)].add(sum) }
      }
      while try rows.step() {
        let key = table.role == .list ? name : ChecksumKey(bytes: rows.blob(0))
        if key != sum.key {
          close()
          sum = ChecksumChange(key: key, isWhole: true)
        }
        sum.rows += 1
        sum.fingerprint ^= LogStore.fingerprint(of: rows, in: table, isKey: isKey)
      }
      close()
    }
    return checksums
  }

  /// The combined fingerprint of the cells in a row; the same as for its insertion.
  private static func fingerprint(of rows: Statement, in table: LogTable, isKey: [Bool]) -> Int64 {
    var row = Fingerprint()
    row.mix(table.word)
    for (column, isKey) in isKey.enumerated() where isKey {
      _ = row.add(rows, column: Int32(column))
    }
    var sum = row.value
    for column in 0..<rows.columns where !isKey.indices.contains(Int(column)) || !isKey[Int(column)]
    {
      var cell = row
      cell.mix(UInt64(column))
      if cell.add(rows, column: column) { sum ^= cell.value }
    }
    return sum
  }

  /// Recomputes the checksums of everything in the log.
  func recomputeChecksums() throws {
    try database.run("DELETE FROM seal")
    try updateChecksums(try currentChecksums().values)
  }

  /// The entries that do not match their checksum, or have none.
  ///
  /// - Throws: ``StoreError``.
  package func checksumFindings() throws -> ChecksumFindings {
    var present = try currentChecksums()
    var findings = ChecksumFindings()
    let checksums = try database.prepare("SELECT entry, row_count, fingerprint FROM seal")
    while try checksums.step() {
      let key = ChecksumKey(bytes: checksums.blob(0))
      let found = present.removeValue(forKey: key)
      // Left behind by a removed entry.
      if found == nil, checksums.integer(1) == 0 { continue }
      if found?.rows != checksums.integer(1) || found?.fingerprint != Int64(checksums.integer(2)) {
        findings.broken.append(ChecksumFindings.Subject(key))
      }
    }
    findings.missing = present.keys.map { ChecksumFindings.Subject($0) }
    return findings
  }
}

/// The result of comparing all rows with their checksums.
package struct ChecksumFindings: Sendable, Equatable {
  /// What a checksum covers.
  package enum Subject: Sendable, Hashable {
    case entry(EntryID)
    /// A table, by name.
    case table(String)

    init(_ key: ChecksumKey) {
      let name = String(decoding: key.bytes, as: UTF8.self)
      if LogTable(recorded: name)?.role == .list {
        self = .table(name)
      } else if let id = EntryID(bytes: key.bytes) {
        self = .entry(id)
      } else {
        self = .table(name)
      }
    }
  }

  /// Those that differ from what was written.
  package var broken: [Subject] = []
  /// Those that another program has written.
  package var missing: [Subject] = []
}
