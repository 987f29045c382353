import Core
import SQLite
import System

/// What automatic backups need from outside the store.
package struct AutomaticBackups {
  /// The user's day; nil where the clock shows an impossible time.
  let today: () -> Day?
  /// Tells the user about a backup that failed.
  let report: (String) -> Void

  /// - Parameter today: the user's day.
  package init(today: @escaping () -> Day?, report: @escaping (String) -> Void) {
    (self.today, self.report) = (today, report)
  }
}

extension LogStore {
  /// Makes a backup before the first change of a day. If that fails, the change goes on, and the backup is
  /// tried again before the next one.
  func backUpIfDue() {
    guard let automaticBackups, let today = automaticBackups.today() else { return }
    let folder = BackupFolder(log: path)
    if LogFile.exists(folder.daily(today)) { return }
    // A log that cannot be read is reported elsewhere, where it matters.
    guard (try? needsBackup(folder, today: today)) == true else { return }
    do {
      try makeAutomaticBackup(in: folder, today: today, report: automaticBackups.report)
    } catch let error as StoreError {
      automaticBackups.report("today's backup of the log failed: \(error.message)")
    } catch {
      automaticBackups.report("today's backup of the log failed")
    }
  }

  /// Whether there is something from before today that no backup has.
  private func needsBackup(_ folder: BackupFolder, today: Day) throws -> Bool {
    let begun = try database.first("SELECT day FROM operation WHERE number = 1") { $0.integer(0) }
    guard begun != today.number, try settings()["backup.auto"] != "off",
      try begun != nil || content().entries > 0
    else { return false }
    guard let log = try? FileStatus(path) else { return false }
    return !folder.days.contains { day in
      guard let copy = try? FileStatus(folder.daily(day)) else { return false }
      // A file can change twice within one tick of the clock.
      return copy.modified == log.modified && copy.changed.seconds > log.modified.seconds + 1
    }
  }

  private func makeAutomaticBackup(
    in folder: BackupFolder, today: Day, report: (String) -> Void
  ) throws {
    try folder.make()
    defer { folder.removeIfEmpty() }
    let name = folder.daily(today)
    let temporary = try TemporaryFile(for: name)
    TemporaryFile.removeLeftovers(
      in: folder.path, where: BackupFolder.isOwn, now: temporary.status.modified.seconds)
    let findings = try copy(into: temporary, as: name) { try $0.verify(content: true) }
    // If another process was faster, its backup is from before its change.
    guard try temporary.settle(as: name, replacing: false) else { return }
    // A damaged copy does not replace a good one.
    guard findings.broken.isEmpty else {
      report("the log is not as it was written; run 'psoas doctor'")
      return
    }
    rotate(folder, today: today)
  }

  /// Removes the automatic backups that the rotation does not keep.
  private func rotate(_ folder: BackupFolder, today: Day) {
    let rotation =
      (try? settings()["backup.keep"]).flatMap { $0 }.flatMap { BackupRotation($0) } ?? .standard
    let days = folder.days
    let kept = rotation.kept(days, today: today)
    for day in days where kept[day] == nil { try? FileSystem.remove(folder.daily(day)) }
  }
}
