import Core

/// A backup that was just made.
package struct BackupResult: Sendable, Equatable {
  package let path: String
  package let bytes: Int
  package let content: Backup.Content
  /// How many entries or lists are damaged, in the log and in its backup.
  package let damaged: Int
}

extension LogStore {
  /// Makes a backup, verified and on disk before it gets its name.
  ///
  /// - Parameters:
  ///   - target: its path; nil for the backup folder, with a name made from the moment.
  ///   - moment: now.
  ///   - replacing: whether to replace an existing file.
  /// - Throws: ``StoreError``; nothing new is left behind then.
  package func backUp(to target: String?, at moment: Moment, replacing: Bool) throws -> BackupResult
  {
    let folder = BackupFolder(log: path)
    let wanted = target ?? folder.made(at: moment)
    if let target {
      _ = try BackupTarget(target, of: path, replacing: replacing)
    } else {
      try folder.make()
    }
    let temporary = try TemporaryFile(for: wanted)
    TemporaryFile.removeLeftovers(
      in: LogFile.folder(of: wanted),
      where: { target == nil ? BackupFolder.isOwn($0) : $0 == LogFile.name(of: wanted) },
      now: temporary.status.modified.seconds)
    // In another journal mode a single file would not be the whole log. A log that cannot be written is
    // copied as it is.
    try? makeDurable()
    let (content, findings) = try copy(into: temporary, as: wanted) { copy in
      (try copy.content(), try copy.verify())
    }
    if !findings.broken.isEmpty { try makeSureOfSource(findings, target: wanted) }
    let bytes = temporary.status.size
    var path = target ?? LogFile.freeName(wanted, ending: ".db")
    while try !temporary.settle(as: path, replacing: replacing && target != nil) {
      if target != nil {
        throw StoreError(
          .notFound, message: "there is a file \(path.quotedPath) already",
          hint: "name another, or replace it with --force")
      }
      path = LogFile.freeName(wanted, ending: ".db")
    }
    return BackupResult(path: path, bytes: bytes, content: content, damaged: findings.broken.count)
  }

  /// Refuses a copy that is damaged where the log is not.
  private func makeSureOfSource(_ findings: ChecksumFindings, target: String) throws {
    let source = Set(try checksumFindings().broken)
    if source.isSuperset(of: findings.broken) { return }
    throw StoreError(
      .disk, message: "the copy \(target.quoted) does not match the log",
      hint: "check the disk and try again; the log is as it was")
  }
}
