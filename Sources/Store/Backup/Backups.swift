import Core
import SQLite
import System

extension LogStore {
  /// The backups of a log, newest first.
  ///
  /// - Parameters:
  ///   - log: the path of the log, which may be missing.
  ///   - today: the user's day, which decides why a backup is kept.
  ///   - rotation: how many are kept.
  ///   - reading: whether to open each one and read what is in it.
  ///   - made: formats seconds since 1970 as a moment, `2026-11-20 18:00`.
  /// - Throws: ``StoreError`` where the backup folder, or that of the log, cannot be read.
  package static func backups(
    of log: String, today: Day, rotation: BackupRotation, reading: Bool = true,
    made: (Int) -> String
  ) throws -> [Backup] {
    let folder = BackupFolder(log: log)
    let reasons = rotation.kept(folder.days, today: today)
    let upgrades = try names(in: LogFile.folder(of: log)).filter {
      $0.hasPrefix(LogFile.name(of: log) + ".version-") && !$0.hasSuffix(".tmp")
    }
    let named =
      try names(in: folder.path).filter { $0.hasSuffix(".db") }.map {
        (String($0.dropLast(3)), "\(folder.path)/\($0)", BackupFolder.kind($0, reasons: reasons))
      } + upgrades.map { ($0, "\(LogFile.folder(of: log))/\($0)", .beforeUpgrade) }
    let copies = named.compactMap { name, path, kind -> Backup? in
      guard let status = try? FileStatus(path, followingLinks: false), status.kind == .regular
      else { return nil }
      return Backup(
        name: name, path: path, kind: kind,
        made: BackupTimestamp(name)?.moment ?? made(status.modified.seconds),
        bytes: status.size,
        content: reading ? try? content(of: path) : nil)
    }
    return copies.sorted { ($0.made, sortable($0.name)) > ($1.made, sortable($1.name)) }
  }

  /// The names in a folder; none if it is missing.
  private static func names(in folder: String) throws -> [String] {
    do {
      return try FileSystem.names(in: folder)
    } catch  where error != .notFound && error != .notFolder {
      throw StoreError(
        .permission, message: "the folder \(folder.quotedPath) cannot be read: \(error.reason)",
        hint: "check the permissions of the folder; backups may be in it")
    } catch {
      return []
    }
  }

  /// A name with its numbers padded so that it sorts: '-10' after '-2'.
  private static func sortable(_ name: String) -> String {
    var (text, digits) = ("", "")
    for character in name + "\0" {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if !digits.isEmpty {
        text += String(repeating: "0", count: max(0, 20 - digits.count)) + digits
        digits = ""
      }
      text.append(character)
    }
    return text
  }

  /// The content of a file, if it is a log of a known version.
  ///
  /// - Throws: ``StoreError``.
  static func content(of path: String) throws -> Backup.Content {
    if case .unusable(let error) = LogFile.state(of: path) { throw error }
    // Reading must not change the backup, as rolling back a journal would.
    let copy = LogStore(
      database: try Database(.unchangedFile(path), explain: { StoreError($0, path: path) }),
      path: path)
    guard try copy.checkIdentity() else { throw StoreError.notALog(path) }
    return try copy.content()
  }
}

extension BackupFolder {
  fileprivate static func kind(
    _ name: String, reasons: [Day: BackupRotation.Reason]
  ) -> Backup.Kind {
    guard let day = day(name) else {
      return name.hasPrefix(BackupTimestamp.beforeRestore) ? .beforeRestore : .byHand
    }
    return switch reasons[day] {
    case .monthly: .monthly
    case .weekly: .weekly
    case .ahead: .ahead
    // A backup that goes at the next rotation was the latest of its time.
    case .daily, nil: .daily
    }
  }
}
