import Core
import Glibc

/// The file and its folder: whose they are, who may read them, and what lies beside them.
struct FileCheck {
  private let path: String
  private let around: Doctor.Surroundings

  init(_ path: String, _ around: Doctor.Surroundings) {
    self.path = path
    self.around = around
  }

  /// After how many seconds a draft was left behind.
  static let oldTemporary = 3600

  func findings() throws -> [Diagnostic] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    return owner(status) + mode(status) + names(status) + folders() + copies() + besides()
  }

  private func owner(_ status: stat) -> [Diagnostic] {
    guard status.st_uid != geteuid() else { return [] }
    return [
      Diagnostic(
        "owner", .attention,
        "the file belongs to the user with number \(status.st_uid), not to you",
        advice: "its owner, or the system's administrator, can give it to you with 'chown'")
    ]
  }

  private func mode(_ status: stat) -> [Diagnostic] {
    let mode = status.st_mode & 0o7777
    guard mode != 0o600 else { return [] }
    let others = mode & 0o077 != 0
    return [
      Diagnostic(
        "mode", others ? .attention : .note,
        "the file has mode \(octal(mode)), not 0600"
          + (others ? ": others on this machine may get at it" : ""),
        advice: "'psoas doctor --fix' sets it, as does 'chmod 600'")
    ]
  }

  private func names(_ status: stat) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var own = stat()
    if lstat(path, &own) == 0, own.st_mode & S_IFMT == S_IFLNK {
      findings.append(
        Diagnostic(
          "symlink", .note, "the path is a symbolic link to the file",
          advice: "nothing to do when you made it; a copy of the link is no copy of the log"))
    }
    if status.st_nlink > 1 {
      findings.append(
        Diagnostic(
          "hard-links", .note, "the file has \(status.st_nlink) names (hard links)",
          advice: "open it by one of them only: a journal is looked for beside the name in use"))
    }
    return findings
  }

  /// The folder of the file, and that of the link which leads to it: who may write there may put another
  /// in its place.
  private func folders() -> [Diagnostic] {
    let real = LogFile.resolved(path)
    let named = folder(of: path, isOwn: around.isDefaultPlace)
    return Paths.areSame(LogFile.folder(of: real), LogFile.folder(of: path))
      ? named : named + folder(of: real, isOwn: false)
  }

  private func folder(of file: String, isOwn: Bool) -> [Diagnostic] {
    var status = stat()
    guard stat(LogFile.folder(of: file), &status) == 0 else { return [] }
    let mode = status.st_mode & 0o7777
    // In a folder such as /tmp only the owner of a file may replace it.
    if mode & 0o022 != 0, mode & S_ISVTX == 0 {
      return [
        Diagnostic(
          "folder-mode", .attention,
          "others may write in the folder of the file (mode \(octal(mode))), and so replace it",
          advice: isOwn
            ? "'psoas doctor --fix' makes it yours alone"
            : "take their permission with 'chmod go-w', or keep the log in a folder of its own")
      ]
    }
    guard isOwn, mode & 0o777 != 0o700 else { return [] }
    return [
      Diagnostic(
        "folder-mode", .note, "the folder of the log has mode \(octal(mode)), not 0700",
        advice: "'psoas doctor --fix' sets it")
    ]
  }

  /// Who may get at the copies in the folder beside the log.
  private func copies() -> [Diagnostic] {
    let folder = BackupFolder(log: path).path
    var (status, around) = (stat(), stat())
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      stat(LogFile.folder(of: path), &around) == 0
    else { return [] }
    let mode = status.st_mode & 0o7777
    let open = LogFile.names(in: folder).filter {
      $0.hasSuffix(".db") && lstat("\(folder)/\($0)", &status) == 0
        && status.st_mode & S_IFMT == S_IFREG && status.st_mode & 0o077 != 0
    }
    guard mode & 0o077 != 0 || !open.isEmpty else { return [] }
    // A folder that others may not go through keeps what is in it, whatever its mode.
    let isReached = around.st_mode & 0o011 != 0
    let isOpen = isReached && (mode & 0o022 != 0 || (mode & 0o011 != 0 && !open.isEmpty))
    let modes =
      "\(counted(open.count, "copy", "copies")) in it \(open.count == 1 ? "has" : "have") a mode other "
      + "than 0600"
    return [
      Diagnostic(
        "copies-mode", isOpen ? .attention : .note,
        "the folder of the copies, \(quotedPath(folder)), has mode \(octal(mode))"
          + (mode & 0o077 == 0 ? "" : ", not 0700") + (open.isEmpty ? "" : "; \(modes)")
          + (isOpen ? ": others on this machine may get at them" : ""),
        advice: "'chmod 700' on the folder and 'chmod 600' on the files in it set that right")
    ]
  }

  private func besides() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var status = stat()
    if stat(LogFile.resolved(path) + "-journal", &status) == 0, status.st_size > 0 {
      findings.append(
        Diagnostic(
          "journal", .note, "a journal lies beside the file: a write goes on, or was cut short",
          advice: "one that was cut short is rolled back when the file is opened, as it was now"))
    }
    let temporaryFiles = LogFile.temporaryFiles(beside: path).filter {
      stat($0, &status) == 0 && around.now - status.st_mtim.tv_sec > FileCheck.oldTemporary
    }
    if !temporaryFiles.isEmpty {
      findings.append(
        Diagnostic(
          "drafts", .note,
          "\(counted(temporaryFiles.count, "unfinished copy", "unfinished copies")) of the log "
            + "\(temporaryFiles.count == 1 ? "was" : "were") left beside it: "
            + temporaryFiles.map { quoted($0) }.joined(separator: ", "),
          advice: "'psoas doctor --fix' removes \(temporaryFiles.count == 1 ? "it" : "them")"))
    }
    return findings
  }

  private func octal(_ mode: mode_t) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// A number with its word: '1 row', '2 rows'.
func counted(_ count: Int, _ one: String, _ several: String? = nil) -> String {
  "\(count) \(count == 1 ? one : several ?? one + "s")"
}
