import Core
import SQLite
import System

extension LogStore {
  /// Copies the log in its present state into a temporary file.
  ///
  /// - Parameters:
  ///   - target: the final name, for messages.
  ///   - isDated: whether the copy gets the log's modification time.
  ///   - work: what to do with the copy before it is closed.
  /// - Throws: ``StoreError``, and what `work` throws.
  func copy<Result>(
    into temporary: TemporaryFile, as target: String, isDated: Bool = true,
    _ work: (LogStore) throws -> Result
  ) throws -> Result {
    // Read first: a change during the copying makes the log newer than its copy, never older.
    let status = try? FileStatus(path)
    let result = try fill(temporary, as: target, work: work)
    if isDated, let status { temporary.date(status.modified) }
    return result
  }

  private func fill<Result>(
    _ temporary: TemporaryFile, as target: String, work: (LogStore) throws -> Result
  ) throws -> Result {
    let source = path
    let copy = LogStore(
      database: try Database(
        path: temporary.path, explain: { StoreError(copying: $0, from: source, to: target) }),
      path: source)
    // A temporary file need not survive a crash; it is synced when it gets its name.
    try copy.database.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
    try database.copyPages(into: copy.database)
    return try work(copy)
  }

  /// Checks the structure of the file, the references between rows, and the checksums.
  ///
  /// - Parameter content: whether to read only the user's rows, all of them, and not the indexes, which can
  ///   be rebuilt.
  /// - Returns: what differs from what was written.
  /// - Throws: ``StoreError`` for a damaged file.
  func verify(content: Bool = false) throws -> ChecksumFindings {
    if !content {
      try verifyStructure()
      let orphaned = try database.first("PRAGMA foreign_key_check") { $0.text(0) }
      if let orphaned { throw damage("a row of '\(orphaned)' belongs to none") }
    }
    return try header("user_version") < LogStore.firstChecksumVersion
      ? ChecksumFindings() : try checksumFindings()
  }

  /// Checks that the pages of the file are consistent.
  ///
  /// - Throws: ``StoreError`` for a damaged file.
  func verifyStructure() throws {
    let verdict = try database.first("PRAGMA integrity_check(1)") { $0.text(0) }
    guard verdict == "ok" else { throw damage(verdict ?? "it cannot be checked") }
  }

  private func damage(_ what: String) -> StoreError {
    StoreError(
      .damaged, message: "\(path.quotedPath) is damaged: \(what.split(separator: "\n").last ?? "")",
      hint: StoreError.adviceForDamage)
  }

  /// The number of entries, and the latest day of one; for a log of any version.
  func content() throws -> Backup.Content {
    let there = Set(
      try database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") { $0.text(0) })
    var (entries, newest): (Int, Int?) = (0, nil)
    for name in EntryKind.allCases.map(\.table.rawValue) where there.contains(name) {
      entries += try database.first("SELECT count(*) FROM \(name)") { $0.integer(0) } ?? 0
      let day = try database.first("SELECT day FROM \(name) ORDER BY at DESC LIMIT 1") {
        $0.integer(0)
      }
      newest = [newest, day].compactMap(\.self).max()
    }
    return Backup.Content(
      version: try header("user_version"), entries: entries,
      newestDay: newest.map { Day(number: $0) })
  }
}
