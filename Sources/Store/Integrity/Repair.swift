import Core
import SQLite

/// What can be put right inside the file without a choice.
struct Repair {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// Whether there is anything to do.
  func isNeeded(for lines: [String]) throws -> Bool {
    if try !header().isEmpty || !lines.filter(PageCheck.isOfIndex).isEmpty { return true }
    if FileHead(log.path).isWriteAhead { return true }
    if try !TableCheck(log).indexStatements().isEmpty { return true }
    return try OrphanedParts(log).count() > 0 || !SetCountCheck(log).sessions().isEmpty
      || !log.checksumFindings().missing.isEmpty
  }

  /// Does it, in the transaction around it.
  ///
  /// - Returns: what was done.
  func run(on lines: [String]) throws -> [String] {
    var done: [String] = []
    let header = try header()
    for statement in header { try log.database.execute(statement) }
    if !header.isEmpty { done.append("said in the file again which format it has") }
    if lines.contains(where: PageCheck.isOfIndex) {
      try log.database.execute("REINDEX")
      done.append("built the indexes anew")
    }
    try buildIndexes(&done)
    let orphans = try OrphanedParts(log).count()
    if orphans > 0 {
      try OrphanedParts(log).remove()
      done.append("removed \(counted(orphans, "row")) that belonged to no entry")
    }
    let counts = try countSets()
    if counts > 0 { done.append("counted the sets of \(counted(counts, "session"))") }
    let sealed = try sealUnsealed()
    if sealed > 0 {
      done.append("sealed \(counted(sealed, "part")) that another program had written")
    }
    return done
  }

  /// Builds indexes that are missing or not as they should be. One that the rows do not allow stays away,
  /// and is found again.
  private func buildIndexes(_ done: inout [String]) throws {
    var isBuilt = false
    for statements in try TableCheck(log).indexStatements() {
      try log.database.execute("SAVEPOINT building")
      do {
        for statement in statements { try log.database.execute(statement) }
        isBuilt = true
      } catch let error as StoreError where error.kind == .refused || error.kind == .damaged {
        try log.database.execute("ROLLBACK TO building")
      }
      try log.database.execute("RELEASE building")
    }
    if isBuilt { done.append("built the missing indexes") }
  }

  /// The statements that put the header right.
  private func header() throws -> [String] {
    var statements: [String] = []
    guard try IdentityCheck(log).hasCurrentTables() else { return [] }
    if try log.header("application_id") != LogStore.applicationID {
      statements.append("PRAGMA application_id = \(LogStore.applicationID)")
    }
    if try log.header("user_version") != LogStore.version {
      statements.append("PRAGMA user_version = \(LogStore.version)")
    }
    return statements
  }

  /// Counts the sets of sessions again, but not where the seal says that sets are missing.
  private func countSets() throws -> Int {
    let wrong = try SetCountCheck(log).sessions()
    guard !wrong.isEmpty else { return 0 }
    let broken = Set(try log.checksumFindings().broken)
    let recount =
      """
      UPDATE session
      SET set_count = (SELECT count(*) FROM exercise_set WHERE session_id = session.id) WHERE id = ?
      """
    // Written so: the seal goes along.
    let recording = try Recording(log.database, tables: [LogTable.session.rawValue])
    let sound = wrong.filter { !broken.contains(.entry($0)) }
    for id in sound { try log.database.run(recount, [id.value]) }
    try log.updateChecksums(try ChangeSummary(try recording.take()).checksums)
    // Damaged since: the count is right when the seal agrees with it then.
    var old: [(id: EntryID, count: Int)] = []
    for id in wrong where broken.contains(.entry(id)) {
      let count = try log.database.first("SELECT set_count FROM session WHERE id = ?", [id.value]) {
        $0.integer(0)
      }
      old.append((id, count ?? 0))
      try log.database.run(recount, [id.value])
    }
    let left = old.isEmpty ? [] : Set(try log.checksumFindings().broken)
    let kept = old.filter { !left.contains(.entry($0.id)) }
    // As it was, whatever the tables say about it.
    try log.database.execute("PRAGMA ignore_check_constraints = ON")
    defer { try? log.database.execute("PRAGMA ignore_check_constraints = OFF") }
    for (id, count) in old where left.contains(.entry(id)) {
      try log.database.run(
        "UPDATE session SET set_count = ? WHERE id = ?", [.integer(count), id.value])
    }
    return sound.count + kept.count
  }

  private func sealUnsealed() throws -> Int {
    let keys = Set(try log.database.rows("SELECT entry FROM seal") { $0.blob(0) })
    let missing = try log.currentChecksums().filter { !keys.contains($0.key.bytes) }
    try log.updateChecksums(missing.values)
    return missing.count
  }
}
