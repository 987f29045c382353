import Core
import SQLite
import System

/// The result of a restore.
package struct Restoration: Sendable, Equatable {
  /// The content of the log now.
  package let content: Backup.Content
  /// The format version of the backup.
  package let version: Int
  /// Where the previous log is kept; nil if there was none.
  package let kept: String?
}

/// Replaces a log by a copy. If it is interrupted anywhere, the log is either the old or the new one.
struct LogReplacement {
  /// The copy.
  let file: String
  let log: String
  /// The command, and its moment.
  let commandRecord: CommandRecord
  /// Whether missing folders above the log may be created.
  let makesFolders: Bool
  /// Whether the copy is the log from before another restore, which comes back unchanged, damaged or not.
  let isUndo: Bool

  private var folder: BackupFolder { BackupFolder(log: log) }

  /// Restores the copy byte for byte, with the journal that was kept with it.
  ///
  /// - Returns: where the previous log is kept; nil if there was none.
  /// - Throws: ``StoreError``; the log is then unchanged.
  func performUnchanged() throws -> String? {
    let present = try ReplacedLog(log)
    try folder.make()
    let temporary = try TemporaryFile(for: "\(folder.path)/\(BackupFolder.restoring)")
    try temporary.fill(from: try OpenFile(file))
    let kept = present.nameToKeep(in: folder, at: commandRecord.moment)
    try present.replace(byFileIn: temporary, keptAs: kept)
    let target = LogFile.resolved(log)
    for ending in LogFile.auxiliaryEndings where FileSystem.exists(file + ending) {
      let journal = try TemporaryFile(for: target + ending)
      try journal.fill(from: try OpenFile(file + ending))
      _ = try journal.settle(as: target + ending, replacing: true)
    }
    return kept
  }

  /// - Throws: ``StoreError``; the log is then unchanged.
  func perform() throws -> Restoration {
    let present = try ReplacedLog(log)
    let source = try BackupSource(file, of: log).open()
    if makesFolders { try LogFile.createFolders(above: log) }
    try folder.make()
    defer { folder.removeIfEmpty() }
    let temporary = try TemporaryFile(for: "\(folder.path)/\(BackupFolder.restoring)")
    TemporaryFile.removeLeftovers(
      in: folder.path, where: BackupFolder.isOwn, now: temporary.status.modified.seconds)
    return try source.copy(into: temporary, as: log, isDated: false) { copy in
      // A copy in another journal mode would have more files next to it.
      try copy.database.execute("PRAGMA journal_mode = DELETE; PRAGMA journal_mode = MEMORY")
      let version = try check(copy)
      let kept = present.nameToKeep(in: folder, at: commandRecord.moment)
      if !isUndo {
        try copy.database.transaction {
          try OperationRecorder(copy).finish(
            commandRecord, replaced: kept.map { LogFile.absolute($0) } ?? LogStore.noLogBefore)
        }
      }
      let content = try copy.content()
      try present.replace(by: copy, temporary, keptAs: kept)
      return Restoration(content: content, version: version, kept: kept)
    }
  }

  /// Checks the copy and upgrades it.
  ///
  /// - Returns: its previous version.
  private func check(_ copy: LogStore) throws -> Int {
    do {
      let findings = try copy.verify()
      if !isUndo, let first = findings.broken.first {
        let more = findings.broken.count - 1
        throw StoreError(
          .damaged,
          message: "\(file.quotedPath) is damaged: \(first.words) "
            + (more > 0 ? "and \(more) more are" : "is") + " not as written")
      }
    } catch let error as StoreError where error.kind == .damaged {
      throw error.advising(
        "rescue what can be read with 'psoas doctor --salvage', or restore another backup")
    }
    let version = try copy.header("user_version")
    if version < LogStore.version {
      try copy.database.transaction { try copy.migrate(from: version) }
    }
    return version
  }
}

extension ChecksumFindings.Subject {
  fileprivate var words: String {
    switch self {
    case .entry(let id): "the entry '\(id.short)'"
    case .table(let name): "the table '\(name)'"
    }
  }
}

extension LogStore {
  /// Replaces the content of a log by that of a backup, which is checked first, and keeps the old log in the
  /// backup folder. The history gets an operation for it, so that it can be undone.
  ///
  /// - Parameters:
  ///   - file: the backup: a log of this version or an earlier one.
  ///   - path: the path of the log, which may be missing.
  ///   - createFolder: whether to create missing folders too.
  /// - Throws: ``StoreError``; the log is then unchanged.
  package static func restore(
    _ file: String, to path: String, commandRecord: CommandRecord, createFolder: Bool
  ) throws -> Restoration {
    try LogReplacement(
      file: file, log: path, commandRecord: commandRecord, makesFolders: createFolder, isUndo: false
    ).perform()
  }

  /// Used in the history instead of a path where a restore replaced no log.
  package static let noLogBefore = "-"

  /// The path of the log that a restore replaced; nil if it is gone, or there was none.
  ///
  /// - Parameter copy: where it was kept; its name in the backup folder counts if the log has moved.
  static func keptLog(_ copy: String, of log: String) -> String? {
    if copy == noLogBefore { return nil }
    let moved = "\(BackupFolder(log: log).path)/\(LogFile.name(of: copy))"
    return [copy, moved].first { (try? FileStatus($0))?.kind == .regular }
  }

  /// Brings back the log that a restore replaced, damaged or not, and keeps the present one.
  ///
  /// - Parameter copy: where that log was kept, as for ``keptLog(_:of:)``.
  /// - Returns: where the present log is kept; nil if there was none.
  /// - Throws: ``StoreError``; the log is then unchanged.
  package static func undoRestore(
    _ copy: String, to path: String, commandRecord: CommandRecord
  ) throws -> String? {
    let replacement = LogReplacement(
      file: keptLog(copy, of: path) ?? copy, log: path, commandRecord: commandRecord,
      makesFolders: false, isUndo: true)
    do {
      return try replacement.perform().kept
    } catch let error as StoreError where error.kind == .damaged || error.kind == .notALog {
      // SQLite cannot read it: its bytes are copied.
      return try replacement.performUnchanged()
    }
  }
}
