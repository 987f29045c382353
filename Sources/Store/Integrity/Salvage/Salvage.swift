import Core
import SQLite

/// Copies the rows of a damaged file into a new log.
///
/// Rows are copied table by table with foreign keys off, since a row may come before the one it refers to.
/// Then they are made consistent (``SalvageSettling``), and the result is compared with the old checksums:
/// missing or different entries are reported by their keys. Only then are new checksums computed, for what
/// was saved.
final class Salvage {
  private let source: SalvageSource
  private let log: LogStore
  private var salvaged = Salvaged()
  private var checksums: [ChecksumKey: ChecksumChange] = [:]
  private var kinds: [EntryID: EntryKind] = [:]

  init(_ source: SalvageSource, into path: String) throws {
    self.source = source
    log = try LogStore.create(path, createFolder: false)
    salvaged.remarks = source.remarks
  }

  func run() throws -> Salvaged {
    try log.makeDurable()
    try log.database.withoutForeignKeys {
      try log.database.transaction {
        try readChecksums()
        let known = knownKeys()
        for table in LogTable.allCases
        where table != .checksum && table.firstVersion <= source.version {
          try copy(table, known: table.isOfEntry ? known : [])
        }
        try SalvageSettling(log).settle(&salvaged)
        try compare()
        try log.recomputeChecksums()
      }
    }
    try count()
    return salvaged
  }

  private func readChecksums() throws {
    guard source.version >= LogStore.firstChecksumVersion else { return }
    let reader = try TableReader(source.database, table: .checksum)
    try reader?.read(known: []) { row in
      if case (.blob(let key), .integer(let rows), .integer(let fingerprint)) = (
        row[0], row[1], row[2]
      ), rows > 0 {
        let key = ChecksumKey(bytes: key)
        checksums[key] = ChecksumChange(
          key: key, rows: rows, fingerprint: Int64(fingerprint), isWhole: true)
      }
    }
  }

  /// The entry keys that checksums and indexes still have. They help to find rows between damaged pages, and
  /// to name what could not be read. An index is read from both ends, like a table.
  private func knownKeys() -> Set<Value> {
    var keys = Set(checksums.keys.map { Value.blob($0.bytes) })
    for kind in EntryKind.allCases {
      let name = kind.table.rawValue
      for order in ["at, id", "at DESC, id DESC"] {
        guard
          let rows = try? source.database.prepare(
            "SELECT id FROM \(name) INDEXED BY \(name)_by_at ORDER BY \(order)")
        else { continue }
        while (try? rows.step()) == true {
          keys.insert(rows.value(0))
          if let id = EntryID(bytes: rows.blob(0)) { kinds[id] = kind }
        }
      }
    }
    return keys
  }

  private func copy(_ table: LogTable, known: Set<Value>) throws {
    let name = table.rawValue
    guard let reader = try TableReader(source.database, table: table) else {
      salvaged.lost.append(Salvaged.Loss(name, reason: "the table cannot be found in the file"))
      return
    }
    let insert = try log.database.prepare(TableSchema.insert(into: name, reader.columns))
    try reader.read(known: known) { row in
      do {
        try insert.run(row)
      } catch let error as StoreError where error.kind == .refused {
        var entry: EntryID?
        if table.isOfEntry, case .blob(let key) = row[0] { entry = EntryID(bytes: key) }
        salvaged.lost.append(
          Salvaged.Loss(
            name, entry: entry, rows: 1, reason: "the new log refuses it: \(Salvage.reason(error))"
          ))
      }
    }
    if reader.hasGaps {
      salvaged.lost.append(Salvaged.Loss(name, reason: "a part of it is on damaged pages"))
    }
  }

  /// The end of a message, which is SQLite's own.
  private static func reason(_ error: StoreError) -> String {
    let mark = " did not take it: "
    var rest = error.message[...]
    while !rest.isEmpty, !rest.hasPrefix(mark) { rest = rest.dropFirst() }
    return rest.isEmpty ? error.message : String(rest.dropFirst(mark.count))
  }

  /// Compares what was saved with the checksums of the damaged file.
  private func compare() throws {
    let present = try log.currentChecksums()
    var (reported, changed) = (
      Set(salvaged.lost.filter { $0.reason == SalvageSettling.emptied }.map(\.entry)),
      Set(salvaged.changed)
    )
    for (key, checksum) in checksums.sorted(by: {
      $0.key.bytes.lexicographicallyPrecedes($1.key.bytes)
    }) {
      let found = present[key]
      if found?.rows == checksum.rows, found?.fingerprint == checksum.fingerprint { continue }
      let table = LogTable(recorded: String(decoding: key.bytes, as: UTF8.self))
      if let table, table.role == .list {
        salvaged.changedLists.append(HistoryChecks.content(of: table.rawValue))
      } else if let id = EntryID(bytes: key.bytes), found == nil {
        guard reported.insert(id).inserted else { continue }
        salvaged.lost.append(
          Salvaged.Loss(
            kinds[id]?.rawValue ?? "entry", entry: id, rows: checksum.rows,
            reason: "it could not be read"))
      } else if let id = EntryID(bytes: key.bytes), changed.insert(id).inserted {
        salvaged.changed.append(id)
      }
    }
    salvaged.uncompared = present.keys.filter { checksums[$0] == nil }
      .compactMap { EntryID(bytes: $0.bytes) }.sorted()
  }

  private func count() throws {
    for table in (LogTable.recorded + [.operation]).map(\.rawValue) {
      let rows = try log.database.first("SELECT count(*) FROM \(table)") { $0.integer(0) } ?? 0
      if rows > 0 { salvaged.rescued.append(Salvaged.Count(table: table, rows: rows)) }
    }
  }
}
