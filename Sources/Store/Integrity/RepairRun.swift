import Core
import Glibc
import SQLite

extension Doctor {
  /// Mends what can be mended without a choice. What is in the file is changed in one transaction, after a
  /// checked copy was laid beside it.
  ///
  /// - Throws: ``StoreError``; what is in the file is then as it was.
  package func repair() throws -> RepairReport {
    var repair = RepairReport()
    repairFile(&repair)
    switch LogFile.state(of: path) {
    case .present: break
    case .missing, .empty: return repair
    case .unusable(let error):
      // What is no log the look afterwards names; what cannot be reached now is no reason to say that
      // there is nothing to mend.
      guard error.kind == .damaged || error.kind == .notALog else { throw error }
      repair.hindrance = error.message
      return repair
    }
    do {
      let log = try LogStore.openUnchecked(path)
      let identity = try IdentityCheck(log).identity()
      guard identity.isReadable else {
        repair.hindrance = "its tables cannot be read"
        return repair
      }
      if !identity.isCurrent {
        try upgrade(&repair)
      } else {
        try repairContents(log, &repair)
      }
    } catch let error as StoreError where error.kind == .damaged || error.kind == .notALog {
      // Where the file cannot be read, nothing in it can be mended; the look afterwards says so.
      repair.hindrance = error.message
    }
    return repair
  }

  /// The permissions, and what was left beside the file.
  private func repairFile(_ repair: inout RepairReport) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    if status.st_uid == geteuid(), status.st_mode & 0o7777 != 0o600, chmod(path, 0o600) == 0 {
      repair.done.append("gave the file mode 0600")
    }
    let folder = LogFile.folder(of: path)
    if around.isDefaultPlace, stat(folder, &status) == 0, status.st_uid == geteuid(),
      status.st_mode & 0o777 != 0o700, chmod(folder, 0o700) == 0
    {
      repair.done.append("gave the folder mode 0700")
    }
    for temporary in LogFile.temporaryFiles(beside: path)
    where stat(temporary, &status) == 0
      && around.now - status.st_mtim.tv_sec > FileCheck.oldTemporary && unlink(temporary) == 0
    {
      repair.done.append("removed the unfinished copy \(quoted(temporary))")
    }
  }

  private func upgrade(_ repair: inout RepairReport) throws {
    do {
      guard let upgrade = try LogStore.open(path)?.upgrade else { return }
      repair.done.append("brought the log from format \(upgrade.from) up to date")
      repair.copy = upgrade.copy
    } catch let error as StoreError where error.kind == .newer || error.kind == .refused {
      // A newer log is left alone, and so is one whose tables are in the way; the look says so.
    }
  }

  private func repairContents(_ log: LogStore, _ repair: inout RepairReport) throws {
    let lines = try PageCheck(log).lines()
    // Damaged pages are not to be written to: the rest can still be saved as it is.
    guard lines.allSatisfy({ PageCheck.isOfIndex($0) || PageCheck.isOfValue($0) }) else {
      repair.hindrance =
        lines.contains(where: PageCheck.isOfDisk)
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
      repair.done += try log.database.transaction { try contents.run(on: lines) }
    } catch let error as StoreError where error.kind == .damaged {
      // Nothing was mended, so that the copy is of the log as it is.
      unlink(copy)
      throw error
    }
    if isWriteAhead, !FileHead(path).isWriteAhead {
      repair.done.append("took the write-ahead log away")
    }
    repair.copy = copy
  }

  /// Seals all that is in the log as it is now, after a checked copy was laid beside it.
  ///
  /// - Throws: ``StoreError``; the log is then as it was.
  package func accept() throws -> RepairReport {
    var repair = RepairReport()
    do {
      try accept(&repair)
    } catch let error as StoreError where error.kind == .damaged {
      // What cannot be read cannot be sealed; the look afterwards says so.
      if let copy = repair.copy { unlink(copy) }
      repair = RepairReport()
      repair.done.append("sealed nothing, since the log cannot be read whole")
    }
    return repair
  }

  private func accept(_ repair: inout RepairReport) throws {
    guard let log = try LogStore.open(path) else { return }
    repair.copy = try backUpBeforeRepair(log)
    try log.makeDurable()
    let count = try log.database.transaction {
      try log.recomputeChecksums()
      return try log.database.first("SELECT count(*) FROM seal") { $0.integer(0) } ?? 0
    }
    repair.done.append(
      "sealed \(counted(count, "part")) of the log as \(count == 1 ? "it is" : "they are") now; "
        + "what had changed before can no longer be told from what was written so")
  }

  /// Makes a copy of every page, and checks that it says the same of itself as the log.
  ///
  /// - Returns: where it is.
  private func backUpBeforeRepair(_ log: LogStore) throws -> String {
    let temporary = "\(path).before-fix.\(getpid()).tmp"
    LogFile.removeTemporary(temporary)
    defer { LogFile.removeTemporary(temporary) }
    try LogFile.create(temporary, folderToo: false)
    try log.read {
      let copy = try LogStore.openUnchecked(temporary)
      try log.database.copyPages(into: copy.database)
      guard try PageCheck(copy).lines() == PageCheck(log).lines() else {
        throw StoreError(
          .damaged, "\(quotedPath(path)) could not be copied whole, so that nothing was mended",
          hint: StoreError.adviceForDamage)
      }
    }
    let copy = LogFile.freeName("\(path).before-fix")
    try LogFile.settle(temporary, as: copy)
    return copy
  }
}
