import Core
import SQLite
import System

/// A damaged file, opened as far as possible. The file itself is never changed: what must be repaired before
/// SQLite can read it is repaired in a copy.
///
/// SQLite needs three things before it reads a row: a header with the size and number of pages, a file of
/// that length, and the list of tables (`sqlite_schema`), on page 1 and the pages below it. Even if one of
/// them is damaged, all rows may still be there. So each is replaced by a guess in turn, and a guess is good
/// when it finds the tables of a log:
///
/// 1. A journal or write-ahead log next to the file is applied to the copy.
/// 2. The header: the file's own with the right number of pages, then that of a new log, for every page size.
/// 3. The list of tables: that of a new log, whose tables start on the same pages unless the log was
///    upgraded (``SchemaPages``).
/// 4. If none of these work, some of the tables under the most likely header.
final class SalvageSource {
  let database: Database
  /// How the file had to be read.
  let remarks: [String]
  /// Its format version; the latest if it gives an impossible one.
  let version: Int
  private let temporary: String?

  private init(_ database: Database, remarks: [String], temporary: String?) {
    self.database = database
    self.remarks = remarks
    self.temporary = temporary
    version = SalvageSource.version(database)
  }

  deinit { temporary.map(LogFile.removeTemporary) }

  /// Opens the file at a path, or a repaired copy of it.
  ///
  /// - Parameter temporary: the path of the copy, which is deleted with the result.
  /// - Throws: ``StoreError`` when no table of a log can be found in it.
  static func open(_ path: String, temporary: String) throws -> SalvageSource {
    let journals = ["-journal", "-wal"].filter { LogFile.size(of: path + $0) > 0 }
    let header = DamagedHeader(FileHead(path).bytes)
    if journals.isEmpty, header.isPlausible(size: LogFile.size(of: path)),
      let database = readable(path), isWhole(database)
    {
      return SalvageSource(database, remarks: [], temporary: nil)
    }
    LogFile.removeTemporary(temporary)
    do {
      for ending in [""] + journals { try LogFile.copy(path + ending, to: temporary + ending) }
      var remarks: [String] = []
      if !journals.isEmpty { try settleJournal(temporary, remarks: &remarks) }
      let database = try repaired(temporary, remarks: &remarks)
      guard let database else { throw Doctor.nothingReadable(path) }
      return SalvageSource(database, remarks: remarks, temporary: temporary)
    } catch {
      LogFile.removeTemporary(temporary)
      throw error
    }
  }

  /// Rolls back an interrupted write in a copy, or completes it.
  private static func settleJournal(_ temporary: String, remarks: inout [String]) throws {
    if let database = try? Database(path: temporary),
      (try? database.execute("PRAGMA journal_mode = DELETE; SELECT count(*) FROM sqlite_schema"))
        != nil
    {
      remarks.append("an interrupted write was rolled back in a copy")
    }
    for ending in LogFile.auxiliaryEndings { try? FileSystem.remove(temporary + ending) }
  }

  /// Repairs the header, the length and the list of tables of a copy, as far as needed.
  ///
  /// - Returns: the copy, if a table of a log is found in it then.
  private static func repaired(_ temporary: String, remarks: inout [String]) throws -> Database? {
    let size = LogFile.size(of: temporary)
    let header = DamagedHeader(FileHead(temporary).bytes)
    if header.pageSize != nil, !header.isPlausible(size: size) {
      remarks.append("the file is shorter than its header says; its end may be missing")
    }
    let beginning = "the header of the file was damaged and was repaired in a copy"
    var found: [String: Int] = [:]
    for (page, bytes) in header.candidates(size: size) {
      try LogFile.overwrite(temporary, bytes: bytes, padTo: page)
      guard let database = readable(temporary) else { continue }
      if isWhole(database) {
        if bytes != header.withCount(of: size) { remarks.append(beginning) }
        return database
      }
      if found.isEmpty { found = SchemaPages.roots(database) }
    }
    if let database = try withTables(in: temporary, header: header, size: size, found: found) {
      remarks.append("the list of tables was damaged and was repaired in a copy")
      return database
    }
    // Some of the tables are better than none. Other page sizes are not tried again for it.
    let page = header.pageSizes[0]
    let bytes =
      header.pageSize == nil
      ? DamagedHeader.fresh(pageSize: page, size: size) : header.withCount(of: size)
    try LogFile.overwrite(temporary, bytes: bytes, padTo: page)
    return readable(temporary)
  }

  /// Replaces the damaged list of tables in a copy by that of a new log, if it matches: what is still
  /// readable of the old list agrees, and at most a quarter of the tables and indexes start on a page of the
  /// wrong type. If not all tables are found then, the bytes are restored.
  private static func withTables(
    in temporary: String, header: DamagedHeader, size: Int, found: [String: Int]
  ) throws -> Database? {
    let page = SchemaPages.size
    let fitting = try SchemaPages.ofNewLogs(temporary: temporary + ".new").filter {
      $0.agrees(with: found) && $0.mismatches(in: temporary) <= $0.roots.count / 4
    }
    guard header.pageSize == nil || header.pageSize == page,
      let best = fitting.min(by: { $0.mismatches(in: temporary) < $1.mismatches(in: temporary) })
    else { return nil }
    // The header of another version would not match the list.
    try LogFile.overwrite(
      temporary, bytes: DamagedHeader.fresh(pageSize: page, size: size), padTo: page)
    let before = try LogFile.bytes(of: temporary, best.places)
    try best.put(into: temporary)
    if let database = readable(temporary), isWhole(database) { return database }
    for (place, bytes) in before {
      try LogFile.overwrite(temporary, bytes: bytes, at: place, padTo: page)
    }
    return nil
  }

  /// The file, if at least one table of a log is found in it.
  private static func readable(_ path: String) -> Database? {
    guard let database = try? Database(.unchangedFile(path)),
      (try? database.readPastDamage()) != nil
    else { return nil }
    return LogTable.recorded.contains { has(database, table: $0.rawValue) } ? database : nil
  }

  private static func has(_ database: Database, table: String) -> Bool {
    (try? database.prepare("SELECT * FROM \(table)")) != nil
  }

  /// Whether every table of its version is found.
  private static func isWhole(_ database: Database) -> Bool {
    let version = SalvageSource.version(database)
    return LogTable.allCases.allSatisfy {
      $0.firstVersion > version || has(database, table: $0.rawValue)
    }
  }

  private static func version(_ database: Database) -> Int {
    let stored = try? database.first("PRAGMA user_version") { $0.integer(0) }
    return stored.flatMap { (1...LogStore.version).contains($0) ? $0 : nil } ?? LogStore.version
  }
}

extension Doctor {
  /// Says that there is nothing to save.
  static func nothingReadable(_ path: String) -> StoreError {
    StoreError(
      .damaged,
      message: "nothing can be read from \(path.quotedPath): no table of a log can be found in it",
      hint: "restore your last backup with 'psoas restore'")
  }
}
