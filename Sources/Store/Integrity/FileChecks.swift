import Core
import System

/// Checks the file, its folder, its disk and its backups, before SQLite opens anything.
struct FileChecks {
  private let path: String
  private let around: Doctor.Surroundings

  init(_ path: String, around: Doctor.Surroundings) {
    self.path = path
    self.around = around
  }

  /// The age in seconds from which a temporary file is a leftover.
  static let oldTemporary = 3600
  /// The free bytes below which a disk is too full, however small the log is.
  static let leastSpace = 50_000_000
  /// The age in days from which the latest backup is too old.
  static let oldestBackup = 14

  private var backupFolder: BackupFolder { BackupFolder(log: path) }

  /// Checks the owner of the file and its folder, who can read them, and what is next to them.
  func file() -> [Diagnostic] {
    guard let status = try? FileStatus(path) else { return [] }
    return owner(status) + mode(status) + names(status) + folders() + backupModes() + journal()
      + temporaryFiles()
  }

  private func owner(_ status: FileStatus) -> [Diagnostic] {
    guard status.owner != CurrentProcess.userID else { return [] }
    return [
      Diagnostic(
        "owner", severity: .attention,
        statement: "the file belongs to the user with number \(status.owner), not to you",
        advice: "its owner, or the system's administrator, can give it to you with 'chown'")
    ]
  }

  private func mode(_ status: FileStatus) -> [Diagnostic] {
    let mode = status.permissions
    guard mode != 0o600 else { return [] }
    let isOpen = mode & 0o077 != 0
    return [
      Diagnostic(
        "mode", severity: isOpen ? .attention : .note,
        statement: "the file has mode \(octal(mode)), not 0600"
          + (isOpen ? ": others on this machine may open it" : ""),
        advice: "'psoas doctor --fix' sets it, as does 'chmod 600'")
    ]
  }

  private func names(_ status: FileStatus) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if (try? FileStatus(path, followingLinks: false))?.kind == .link {
      diagnostics.append(
        Diagnostic(
          "symlink", severity: .note, statement: "the path is a symbolic link to the file",
          advice: "nothing to do if you made it; a copy of the link is no copy of the log"))
    }
    if status.links > 1 {
      diagnostics.append(
        Diagnostic(
          "hard-links", severity: .note,
          statement: "the file has \(status.links) names (hard links)",
          advice: "open it by one of them only: a journal is looked for next to the name in use"))
    }
    return diagnostics
  }

  /// Checks the folder of the file, and that of a link to it: whoever can write there can replace the file.
  private func folders() -> [Diagnostic] {
    let real = LogFile.resolved(path)
    let named = folder(of: path, isOwn: around.isDefaultPlace)
    return Paths.areSame(LogFile.folder(of: real), LogFile.folder(of: path))
      ? named : named + folder(of: real, isOwn: false)
  }

  private func folder(of file: String, isOwn: Bool) -> [Diagnostic] {
    guard let mode = (try? FileStatus(LogFile.folder(of: file)))?.permissions else { return [] }
    // In a folder such as /tmp only the owner of a file can replace it.
    if mode & 0o022 != 0, mode & 0o1000 == 0 {
      return [
        Diagnostic(
          "folder-mode", severity: .attention,
          statement:
            "others may write to the folder of the file (mode \(octal(mode))), and so replace it",
          advice: isOwn
            ? "'psoas doctor --fix' makes it private"
            : "remove their permission with 'chmod go-w', or keep the log in a folder of its own")
      ]
    }
    guard isOwn, mode & 0o777 != 0o700 else { return [] }
    return [
      Diagnostic(
        "folder-mode", severity: .note,
        statement: "the folder of the log has mode \(octal(mode)), not 0700",
        advice: "'psoas doctor --fix' sets it")
    ]
  }

  /// Checks who can open the backups in the folder next to the log.
  private func backupModes() -> [Diagnostic] {
    let folder = backupFolder.path
    guard let status = try? FileStatus(folder, followingLinks: false), status.kind == .folder,
      let around = try? FileStatus(LogFile.folder(of: path))
    else { return [] }
    let mode = status.permissions
    let open = LogFile.names(in: folder).filter { name in
      guard name.hasSuffix(".db"),
        let copy = try? FileStatus("\(folder)/\(name)", followingLinks: false)
      else { return false }
      return copy.kind == .regular && copy.permissions & 0o077 != 0
    }
    guard mode & 0o077 != 0 || !open.isEmpty else { return [] }
    // A folder that others cannot enter protects what is in it, whatever its mode.
    let isReached = around.permissions & 0o011 != 0
    let isOpen = isReached && (mode & 0o022 != 0 || (mode & 0o011 != 0 && !open.isEmpty))
    let modes =
      "\(open.count.counted("file")) in it \(open.count == 1 ? "has" : "have") a mode other than 0600"
    return [
      Diagnostic(
        "copies-mode", severity: isOpen ? .attention : .note,
        statement: "the folder of the backups, \(folder.quotedPath), has mode \(octal(mode))"
          + (mode & 0o077 == 0 ? "" : ", not 0700") + (open.isEmpty ? "" : "; \(modes)")
          + (isOpen ? ": others on this machine may open them" : ""),
        advice: "set it with 'chmod 700' on the folder and 'chmod 600' on the files in it")
    ]
  }

  private func journal() -> [Diagnostic] {
    guard LogFile.size(of: LogFile.resolved(path) + "-journal") > 0 else { return [] }
    return [
      Diagnostic(
        "journal", severity: .note,
        statement: "a journal is next to the file: a write is going on, or was interrupted",
        advice: "an interrupted write is rolled back when the file is opened, as it just was")
    ]
  }

  private func temporaryFiles() -> [Diagnostic] {
    let files = FileChecks.oldTemporaryFiles(nextTo: path, now: around.now)
    guard !files.isEmpty else { return [] }
    return [
      Diagnostic(
        "drafts", severity: .note,
        statement:
          "\(files.count.counted("unfinished copy", several: "unfinished copies")) of the log "
          + "\(files.count == 1 ? "was" : "were") left next to it: "
          + files.map { $0.quoted }.joined(separator: ", "),
        advice: "'psoas doctor --fix' removes \(files.count == 1 ? "it" : "them")")
    ]
  }

  /// Temporary files that were left behind.
  static func oldTemporaryFiles(nextTo path: String, now: Int) -> [String] {
    LogFile.temporaryFiles(nextTo: path).filter {
      guard let status = try? FileStatus($0) else { return false }
      return now - status.modified.seconds > FileChecks.oldTemporary
    }
  }

  private func octal(_ mode: UInt32) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Checks that the disk has room for the next writes and a backup.
  func space() -> [Diagnostic] {
    guard let size = (try? FileStatus(path))?.size, let free = around.freeBytes ?? freeBytes
    else { return [] }
    guard free < max(2 * size, FileChecks.leastSpace) else { return [] }
    return [
      Diagnostic(
        "disk", severity: .attention,
        statement: "the disk of the log has \(free / 1_000_000) MB free; a copy of the log needs "
          + "\(max(1, size / 1_000_000)) MB, and every write some room for its journal",
        advice: "free some space; an entry that does not fit is not stored at all")
    ]
  }

  private var freeBytes: Int? {
    FileSystem.freeBytes(at: LogFile.folder(of: LogFile.resolved(path)))
  }

  /// Checks the age of the backups in the folder next to the log.
  func backups() -> [Diagnostic] {
    guard let newest = backupFolder.allDays.max(), let status = try? FileStatus(path) else {
      return []
    }
    let (today, changed) = (around.now / 86_400, status.modified.seconds / 86_400)
    guard today - newest.number > FileChecks.oldestBackup, changed > newest.number else {
      return []
    }
    return [
      Diagnostic(
        "backup", severity: .note,
        statement:
          "the newest backup in \(backupFolder.path.quotedPath) is of \(newest), and the log has changed "
          + "since", advice: "make one with 'psoas backup'")
    ]
  }

  /// Checks whether a log that has been in use for a while has any backup.
  func backups(of log: LogStore) throws -> [Diagnostic] {
    guard backupFolder.allDays.isEmpty,
      let first = try log.database.first(
        "SELECT min(at) FROM operation", values: [], read: { $0.integer(0) }),
      first > 0, (around.now - first) / 86_400 > FileChecks.oldestBackup
    else { return [] }
    return [
      Diagnostic(
        "no-backup", severity: .note,
        statement: "there is no backup of the log in \(backupFolder.path.quotedPath)",
        advice: "make one with 'psoas backup'")
    ]
  }
}
