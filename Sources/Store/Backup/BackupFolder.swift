import Core
import System

/// The folder of a log's backups, next to the log.
struct BackupFolder {
  let log: String
  var path: String { log + ".backups" }

  /// The path of the automatic backup of a day.
  func daily(_ day: Day) -> String { "\(path)/\(day).db" }

  /// The path of a backup made at a moment.
  func made(at moment: Moment, before: String = "") -> String {
    let time = moment.clock.secondOfDay
    let digits = [time / 3600, time / 60 % 60, time % 60].map { $0.padded(to: 2) }.joined()
    return "\(path)/\(before)\(moment.calendarDay)T\(digits).db"
  }

  /// The temporary name of a restored log.
  static let restoring = "restore"

  /// Whether psoas makes files with this name, so that it is not the user's own.
  static func isOwn(_ name: Substring) -> Bool {
    name == restoring || name.hasSuffix(".db") && BackupTimestamp(name.dropLast(3)) != nil
  }

  /// The days of all backups that have one in their name.
  var allDays: [Day] {
    LogFile.names(in: path).compactMap {
      $0.hasSuffix(".db") ? BackupTimestamp($0.dropLast(3))?.day : nil
    }
  }

  /// The days of the automatic backups.
  var days: [Day] { LogFile.names(in: path).compactMap(BackupFolder.day) }

  /// The day of an automatic backup, nil for another file.
  static func day(_ name: String) -> Day? {
    name.hasSuffix(".db") ? Day(name.dropLast(3)) : nil
  }

  /// Creates the folder, private, if it is missing.
  ///
  /// - Throws: ``StoreError``, also where something else has its name.
  func make() throws {
    do {
      try FileSystem.makePrivateFolder(path)
      return LogFile.syncFolder(of: path)
    } catch  where error != .alreadyExists {
      throw StoreError(unwritable: path, error)
    } catch {}
    let status: FileStatus
    do {
      status = try FileStatus(path, followingLinks: false)
    } catch { throw StoreError(unwritable: path, error) }
    switch status.kind {
    case .folder: break
    case .link:
      throw StoreError(
        .notFound, message: "\(path.quotedPath) is a link, which psoas does not follow",
        hint: "put a folder in its place")
    case .regular, .other:
      throw StoreError(
        .notFound, message: "\(path.quotedPath) is not a folder",
        hint: "move it away, so that one can be made")
    }
    guard [status.owner, 0].contains(CurrentProcess.userID) else {
      throw StoreError(
        .permission, message: "the folder \(path.quotedPath) belongs to another user",
        hint: "move it away, so that one of yours can be made")
    }
  }

  /// Removes the folder if it is still empty.
  func removeIfEmpty() { try? FileSystem.removeFolder(path) }
}
