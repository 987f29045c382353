import Core
import Glibc

/// Whether the copies of the log in the folder beside it are fresh.
struct BackupCheck {
  private let path: String
  private let around: Doctor.Surroundings

  init(_ path: String, _ around: Doctor.Surroundings) {
    self.path = path
    self.around = around
  }

  /// The age in days from which a copy is no longer fresh.
  static let oldest = 14

  private var folder: BackupFolder { BackupFolder(log: path) }

  /// Whether a log that has been kept for a while has no copy at all.
  ///
  /// - Throws: ``StoreError``.
  func findings(in log: LogStore) throws -> [Diagnostic] {
    guard folder.allDays.isEmpty,
      let first = try log.database.first("SELECT min(at) FROM operation", [], { $0.integer(0) }),
      first > 0, (around.now - first) / 86_400 > BackupCheck.oldest
    else { return [] }
    return [
      Diagnostic(
        "no-backup", .note, "there is no copy of the log in \(quotedPath(folder.path))",
        advice: "make one with 'psoas backup'")
    ]
  }

  func findings() -> [Diagnostic] {
    var status = stat()
    guard let newest = folder.allDays.max(), stat(path, &status) == 0 else { return [] }
    let (today, changed) = (around.now / 86_400, status.st_mtim.tv_sec / 86_400)
    guard today - newest.number > BackupCheck.oldest, changed > newest.number else { return [] }
    return [
      Diagnostic(
        "backup", .note,
        "the newest copy in \(quotedPath(folder.path)) is of \(newest), and the log has changed since",
        advice: "make one with 'psoas backup'")
    ]
  }
}
