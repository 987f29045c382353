import Core
import System

/// The file of a log, before SQLite opens it.
enum LogFile {
  enum State {
    case missing
    case empty
    case present
    case unusable(StoreError)
  }

  /// What is at a path.
  static func state(of path: String) -> State {
    guard !path.isEmpty else {
      return .unusable(
        StoreError(.notFound, message: "the path of the log is empty", hint: "give a file to --db"))
    }
    if isTooLong(path) { return .unusable(unreachable(path, error: .nameTooLong)) }
    let link = try? FileStatus(path, followingLinks: false)
    let isLink = link?.kind == .link
    if let link, isLink, isForeign(link, at: path) {
      return .unusable(
        StoreError(
          .permission,
          message: "\(path.quotedPath) is a link that another user put into a shared folder",
          hint: "name another file with --db or PSOAS_DB"))
    }
    let status: FileStatus
    do {
      status = try FileStatus(path)
    } catch .notFound where isLink {
      return .unusable(
        StoreError(
          .notFound, message: "\(path.quotedPath) is a link that leads nowhere",
          hint: "remove it, or name another file with --db or PSOAS_DB"))
    } catch .notFound {
      return .missing
    } catch {
      return .unusable(unreachable(path, error: error))
    }
    if status.kind == .folder {
      return .unusable(
        StoreError(
          .notFound, message: "\(path.quotedPath) is a folder, not a log",
          hint:
            "name a file in it, such as \((path + (path.hasSuffix("/") ? "" : "/") + "log.db").quotedPath)"
        ))
    }
    guard status.kind == .regular else {
      return .unusable(
        StoreError(
          .notALog, message: "\(path.quotedPath) is not a regular file",
          hint: "name another file with --db or PSOAS_DB"))
    }
    do {
      try FileSystem.check(path, allows: .read)
    } catch { return .unusable(unreachable(path, error: error)) }
    if status.size == 0 { return .empty }
    // An interrupted write can leave anything. SQLite repairs it from the journal, so it is checked later.
    if hasJournal(path) { return .present }
    return flawOfForm(path).map { .unusable($0) } ?? .present
  }

  /// Whether a path is too long for SQLite, which creates a journal next to the file: it limits paths to 512
  /// bytes, and file systems limit names to 255.
  static func isTooLong(_ path: String) -> Bool {
    let whole = FileSystem.exists(path) ? resolved(path) : absolute(path)
    let rest = "-journal".utf8.count
    return name(of: whole).utf8.count + rest > 255 || whole.utf8.count + rest > 512
  }

  /// Whether there is a journal of an unfinished write next to the file, or next to its link target.
  static func hasJournal(_ path: String) -> Bool {
    FileSystem.exists(resolved(path) + "-journal")
  }

  /// Whether a link may be another user's trap: a link in a folder where anyone can create links, by the rule
  /// of the kernel's `protected_symlinks`.
  private static func isForeign(_ link: FileStatus, at path: String) -> Bool {
    guard link.owner != CurrentProcess.userID, let folder = try? FileStatus(folder(of: path))
    else { return false }
    return folder.isShared && folder.owner != link.owner
  }

  /// What is wrong with the form of a file, where SQLite would not notice: it takes a file of a few bytes for
  /// an empty one, and a truncated last page for a complete one.
  ///
  /// Not while this process holds a lock on the file: closing it again would release the lock.
  static func flawOfForm(_ path: String) -> StoreError? {
    let (size, head): (Int, [UInt8])
    do {
      let file = try File(path)
      size = try file.status().size
      head = try file.read(96, at: 0)
    } catch { return unreachable(path, error: error) }
    guard head.count >= 18, head.starts(with: "SQLite format 3\0".utf8) else {
      return StoreError.notALog(path)
    }
    // Two bytes, big-endian; 1 stands for 65,536 (SQLite file format, 1.3.2).
    let stored = Int(head[16]) << 8 | Int(head[17])
    let page = stored == 1 ? 65_536 : stored
    guard page >= 512, size % page == 0 else {
      let surplus = size - page * pageCount(head)
      let what =
        page >= 512 && surplus > 0 && surplus < size
        ? "its end has \(surplus) byte\(surplus == 1 ? "" : "s") too many" : "its end is missing"
      return StoreError(
        .damaged, message: "\(path.quotedPath) is damaged: \(what)",
        hint: StoreError.adviceForDamage)
    }
    return nil
  }

  /// The number of pages in the header of a file, 0 if it is not valid: it is only if two counters agree
  /// (SQLite file format, 1.3.7).
  private static func pageCount(_ head: [UInt8]) -> Int {
    guard head.count == 96, head[24..<28] == head[92..<96] else { return 0 }
    return head[28..<32].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Creates an empty file that only its owner can read, whatever the umask.
  static func create(_ path: String, folderToo: Bool) throws {
    if folderToo { try createFolders(above: path) }
    if isTooLong(path) { throw unreachable(path, error: .nameTooLong) }
    do {
      let file = try File(path, for: .readingAndWriting, options: .create)
      try? file.setPermissions(0o600)
    } catch .alreadyExists {
      // Another process created it a moment ago, which is just as good.
    } catch {
      throw unreachable(path, error: error)
    }
  }

  /// Makes an empty file readable for its owner alone, before anything is in it.
  static func makePrivate(_ path: String) {
    try? FileSystem.setPermissions(0o600, of: path)
  }

  /// Temporary files that were left behind.
  static func temporaryFiles(nextTo path: String) -> [String] {
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    let folder = folder(of: path)
    return names(in: folder).filter {
      TemporaryFile.target(of: $0).map { isCopy($0, of: name) } ?? false
    }
    .map { folder == "." && !path.hasPrefix("./") ? $0 : "\(folder == "/" ? "" : folder)/\($0)" }
  }

  /// Whether psoas uses this name for the copy of a log before an upgrade or a repair.
  static func isCopy(_ name: Substring, of log: String) -> Bool {
    if name == log + ".before-fix" { return true }
    guard name.hasPrefix(log + ".version-") else { return false }
    return name.dropFirst(log.count + ".version-".count).split(
      separator: "-", omittingEmptySubsequences: false
    ).allSatisfy(isNumber)
  }

  /// Whether a part of a name is a number.
  static func isNumber(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy(\.isASCIIDigit)
  }

  /// Removes a temporary file, if there is one, and the journal that SQLite may have left.
  static func removeTemporary(_ temporary: String) {
    try? FileSystem.remove(temporary)
    try? FileSystem.remove(temporary + "-journal")
  }

  /// Gives a finished file its name, once its content is on disk.
  static func settle(_ temporary: String, as path: String) throws {
    do {
      try File(temporary).sync()
    } catch { throw unreachable(temporary, error: error) }
    try removeAuxiliaryFiles(path)
    do {
      try FileSystem.rename(temporary, to: path)
    } catch { throw unreachable(path, error: error) }
    syncFolder(of: path)
  }

  /// The suffixes of the files that SQLite creates next to a database.
  static let auxiliaryEndings = ["-journal", "-wal", "-shm"]

  /// Removes SQLite's files next to a file that is about to be replaced. The next reader would roll a journal
  /// of the old file back into the new one.
  ///
  /// - Throws: ``StoreError`` where one cannot be removed.
  static func removeAuxiliaryFiles(_ path: String) throws {
    var isChanged = false
    for file in auxiliaryEndings.map({ path + $0 }) {
      do {
        try FileSystem.remove(file)
        isChanged = true
      } catch  where error != .notFound {
        throw StoreError(unwritable: file, error)
      } catch {}
    }
    if isChanged { syncFolder(of: path) }
  }

  /// Whether a name is taken; a broken link counts.
  static func exists(_ path: String) -> Bool {
    (try? FileStatus(path, followingLinks: false)) != nil
  }

  /// The name, or the first one with a number before its extension, that is free.
  static func freeName(_ name: String, ending: String = "") -> String {
    var number = 1
    var free = name
    while exists(free) {
      number += 1
      free = "\(name.dropLast(ending.count))-\(number)\(ending)"
    }
    return free
  }

  /// Syncs the folder of a file to disk, as far as the file system can.
  static func syncFolder(of path: String) {
    try? File(folder(of: path), options: .folder).sync()
  }

  /// The names in a folder; none where it cannot be read.
  static func names(in folder: String) -> [String] { (try? FileSystem.names(in: folder)) ?? [] }

  static func createFolders(above path: String) throws {
    let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var folder = ""
    for (index, name) in folders.enumerated() {
      folder += (index == 0 ? "" : "/") + name
      if folder.isEmpty { continue }
      // Existing folders keep their mode; only new ones are private.
      do {
        try FileSystem.makePrivateFolder(folder)
        // On disk before anything in it: a log in a lost folder would be lost.
        syncFolder(of: folder)
      } catch  where error != .alreadyExists && error != .isFolder {
        if FileSystem.exists(folder) { continue }
        throw unreachable(path, error: error)
      } catch {}
    }
  }

  static func unreachable(_ path: String, error: SystemError) -> StoreError {
    let folder = folder(of: path)
    switch error {
    case .notFound:
      return StoreError(
        .notFound, message: "there is no folder \(folder.quotedPath)",
        hint: "make it with 'mkdir -p', or name another file with --db")
    case .notFolder:
      return StoreError(
        .notFound, message: "a part of the path \(path.quotedPath) is a file, not a folder",
        hint: "name another file with --db or PSOAS_DB")
    case .accessDenied, .notPermitted, .readOnly:
      return StoreError(
        .permission, message: "no permission for \(path.quotedPath)",
        hint: "check the permissions of the file and its folder, or name another with --db")
    case .nameTooLong:
      return StoreError(
        .notFound, message: "the path \(path.quotedPath) is too long",
        hint: "name another file: up to 200 bytes for its name, 400 with its folders")
    case .diskFull, .quotaExceeded:
      return StoreError(
        .disk, message: "the disk of \(path.quotedPath) is full", hint: "free some space")
    default:
      return StoreError(
        .notFound, message: "cannot use \(path.quotedPath): \(error.reason)",
        hint: "name another file with --db or PSOAS_DB")
    }
  }

  /// The path with links resolved; unchanged for a broken link.
  static func resolved(_ path: String) -> String {
    (try? FileSystem.resolve(path)) ?? path
  }

  /// The absolute path of a file in an existing folder.
  static func absolute(_ path: String) -> String {
    let folder = resolved(folder(of: path))
    return "\(folder == "/" ? "" : folder)/\(name(of: path))"
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// The folder of a file.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
