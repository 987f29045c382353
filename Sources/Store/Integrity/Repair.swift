import Core
import SQLite
import System

extension Doctor {
  /// Repairs everything that needs no decision. The content is changed in one transaction, after a verified
  /// copy was made next to the file.
  ///
  /// - Throws: ``StoreError``; the content is then unchanged.
  package func repair() throws -> RepairReport {
    var report = RepairReport()
    repairFile(&report)
    switch LogFile.state(of: path) {
    case .present: break
    case .missing, .empty: return report
    case .unusable(let error):
      // The check afterwards names a file that is not a log. An access problem must not look as if there were
      // nothing to repair.
      guard error.kind == .damaged || error.kind == .notALog else { throw error }
      report.hindrance = error.message
      return report
    }
    do {
      let log = try LogStore.openUnchecked(path)
      let identity = try StructureChecks(log).identity()
      guard identity.isReadable else {
        report.hindrance = "its tables cannot be read"
        return report
      }
      if !identity.isCurrent {
        try upgrade(&report)
      } else {
        try repairContents(log, report: &report)
      }
    } catch let error as StoreError where error.kind == .damaged || error.kind == .notALog {
      // If the file cannot be read, nothing in it can be repaired; the check afterwards says so.
      report.hindrance = error.message
    }
    return report
  }

  /// Repairs permissions, and removes leftovers next to the file.
  private func repairFile(_ report: inout RepairReport) {
    guard let status = try? FileStatus(path), status.kind == .regular else { return }
    if makePrivate(path, status: status, mode: 0o600) {
      report.done.append("gave the file mode 0600")
    }
    let folder = LogFile.folder(of: path)
    if around.isDefaultPlace, let status = try? FileStatus(folder),
      makePrivate(folder, status: status, mode: 0o700)
    {
      report.done.append("gave the folder mode 0700")
    }
    for temporary in FileChecks.oldTemporaryFiles(nextTo: path, now: around.now)
    where (try? FileSystem.remove(temporary)) != nil {
      report.done.append("removed the unfinished copy \(temporary.quoted)")
    }
  }

  /// - Returns: whether the permissions were changed.
  private func makePrivate(_ path: String, status: FileStatus, mode: UInt32) -> Bool {
    // The sticky bit and similar ones do not affect a folder's privacy.
    let present = mode == 0o700 ? status.permissions & 0o777 : status.permissions
    return status.owner == CurrentProcess.userID && present != mode
      && (try? FileSystem.setPermissions(mode, of: path)) != nil
  }

  private func upgrade(_ report: inout RepairReport) throws {
    do {
      guard let upgrade = try LogStore.open(path)?.upgrade else { return }
      report.done.append("brought the log from format \(upgrade.from) up to date")
      report.copy = upgrade.copy
    } catch let error as StoreError where error.kind == .newer || error.kind == .refused {
      // A newer log is left alone, and so is one with unexpected tables; the check says so.
    }
  }

  private func repairContents(_ log: LogStore, report: inout RepairReport) throws {
    let lines = try PageChecks(log).lines()
    // Damaged pages are not written to, so that the rest can still be salvaged.
    guard lines.allSatisfy({ PageChecks.isOfIndex($0) || PageChecks.isOfValue($0) }) else {
      report.hindrance =
        lines.contains(where: PageChecks.isOfDisk)
        ? "the disk did not give all of the file"
        : "parts of the file are damaged, and such a file is not written to"
      return
    }
    let contents = Repair(log)
    guard try contents.isNeeded(for: lines) else { return }
    let isWriteAhead = FileHead(path).isWriteAhead
    let copy = try backUpBeforeRepair(log)
    try log.makeDurable()
    do {
      report.done += try log.database.transaction { try contents.run(on: lines) }
    } catch let error as StoreError where error.kind == .damaged {
      // Nothing was repaired, so the copy equals the log.
      try? FileSystem.remove(copy)
      throw error
    }
    if isWriteAhead, !FileHead(path).isWriteAhead {
      report.done.append("removed the write-ahead log")
    }
    report.copy = copy
  }

  /// Computes new checksums for everything in the log, after a verified copy was made next to it.
  ///
  /// - Throws: ``StoreError``; the log is then unchanged.
  package func accept() throws -> RepairReport {
    var report = RepairReport()
    do {
      try accept(&report)
    } catch let error as StoreError where error.kind == .damaged {
      // Unreadable entries have no checksum; the check afterwards says so.
      if let copy = report.copy { try? FileSystem.remove(copy) }
      report = RepairReport()
      report.done.append("made no checksums, since the log cannot be read completely")
    }
    return report
  }

  private func accept(_ report: inout RepairReport) throws {
    guard let log = try LogStore.open(path) else { return }
    report.copy = try backUpBeforeRepair(log)
    try log.makeDurable()
    let count = try log.database.transaction {
      try log.recomputeChecksums()
      return try log.database.first("SELECT count(*) FROM seal") { $0.integer(0) } ?? 0
    }
    report.done.append(
      "made checksums of \(count.counted("part")) of the log as \(count == 1 ? "it is" : "they are") now; "
        + "what had changed before can no longer be told from what was written so")
  }

  /// Copies every page, and checks that SQLite finds the same in the copy as in the log.
  ///
  /// - Returns: its path.
  private func backUpBeforeRepair(_ log: LogStore) throws -> String {
    let temporary = "\(path).before-fix.\(CurrentProcess.id).tmp"
    LogFile.removeTemporary(temporary)
    defer { LogFile.removeTemporary(temporary) }
    try LogFile.create(temporary, folderToo: false)
    try log.read {
      let copy = try LogStore.openUnchecked(temporary)
      try log.database.copyPages(into: copy.database)
      guard try PageChecks(copy).lines() == PageChecks(log).lines() else {
        throw StoreError(
          .damaged,
          message: "\(path.quotedPath) could not be copied completely, so nothing was repaired",
          hint: StoreError.adviceForDamage)
      }
    }
    let copy = LogFile.freeName("\(path).before-fix")
    try LogFile.settle(temporary, as: copy)
    return copy
  }
}

/// Repairs inside the file that need no decision.
struct Repair {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// Whether there is anything to do.
  func isNeeded(for lines: [String]) throws -> Bool {
    if try !header().isEmpty || !lines.filter(PageChecks.isOfIndex).isEmpty { return true }
    if FileHead(log.path).isWriteAhead { return true }
    if try !StructureChecks(log).indexStatements().isEmpty { return true }
    return try ReferenceChecks(log).orphanCount() > 0
      || !ReferenceChecks(log).miscountedSessions().isEmpty
      || !log.checksumFindings().missing.isEmpty
  }

  /// Repairs, within the transaction around it.
  ///
  /// - Returns: what was done.
  func run(on lines: [String]) throws -> [String] {
    var done: [String] = []
    let header = try header()
    for statement in header { try log.database.execute(statement) }
    if !header.isEmpty { done.append("corrected the format in the header of the file") }
    if lines.contains(where: PageChecks.isOfIndex) {
      try log.database.execute("REINDEX")
      done.append("rebuilt the indexes")
    }
    try buildIndexes(&done)
    let orphans = try ReferenceChecks(log).orphanCount()
    if orphans > 0 {
      try ReferenceChecks(log).removeOrphans()
      done.append("removed \(orphans.counted("row")) that belonged to no entry")
    }
    let counts = try countSets()
    if counts > 0 { done.append("counted the sets of \(counts.counted("session"))") }
    let added = try addMissingChecksums()
    if added > 0 {
      done.append("made checksums of \(added.counted("part")) that another program had written")
    }
    return done
  }

  /// Rebuilds missing or wrong indexes. One that the rows do not allow is left out, and the next check names
  /// it again.
  private func buildIndexes(_ done: inout [String]) throws {
    var isBuilt = false
    for statements in try StructureChecks(log).indexStatements() {
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

  /// The statements that correct the header.
  private func header() throws -> [String] {
    var statements: [String] = []
    guard try StructureChecks(log).hasCurrentTables() else { return [] }
    if try log.header("application_id") != LogStore.applicationID {
      statements.append("PRAGMA application_id = \(LogStore.applicationID)")
    }
    if try log.header("user_version") != LogStore.version {
      statements.append("PRAGMA user_version = \(LogStore.version)")
    }
    return statements
  }

  /// Recounts the sets of sessions, except where the checksum shows that sets are missing.
  private func countSets() throws -> Int {
    let wrong = try ReferenceChecks(log).miscountedSessions()
    guard !wrong.isEmpty else { return 0 }
    let broken = Set(try log.checksumFindings().broken)
    let recount =
      """
      UPDATE session
      SET set_count = (SELECT count(*) FROM exercise_set WHERE session_id = session.id) WHERE id = ?
      """
    // Recorded as a change, so that the checksum follows.
    let recording = try Recording(log.database, tables: [LogTable.session.rawValue])
    let sound = wrong.filter { !broken.contains(.entry($0)) }
    for id in sound { try log.database.run(recount, values: [id.value]) }
    try log.updateChecksums(try ChangeSummary(try recording.take()).checksums)
    // Damaged later: the count is right if the checksum then matches.
    var old: [(id: EntryID, count: Int)] = []
    for id in wrong where broken.contains(.entry(id)) {
      let count = try log.database.first(
        "SELECT set_count FROM session WHERE id = ?", values: [id.value]
      ) {
        $0.integer(0)
      }
      old.append((id, count ?? 0))
      try log.database.run(recount, values: [id.value])
    }
    let left = old.isEmpty ? [] : Set(try log.checksumFindings().broken)
    let kept = old.filter { !left.contains(.entry($0.id)) }
    // Restores it even against the constraints of the table.
    try log.database.execute("PRAGMA ignore_check_constraints = ON")
    defer { try? log.database.execute("PRAGMA ignore_check_constraints = OFF") }
    for (id, count) in old where left.contains(.entry(id)) {
      try log.database.run(
        "UPDATE session SET set_count = ? WHERE id = ?", values: [.integer(count), id.value])
    }
    return sound.count + kept.count
  }

  private func addMissingChecksums() throws -> Int {
    let keys = Set(try log.database.rows("SELECT entry FROM seal") { $0.blob(0) })
    let missing = try log.currentChecksums().filter { !keys.contains($0.key.bytes) }
    try log.updateChecksums(missing.values)
    return missing.count
  }
}
