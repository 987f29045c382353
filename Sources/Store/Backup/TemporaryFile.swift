import Core
import System

/// An unfinished file, next to the place where it will be, that only its owner can read. It is deleted with
/// this object unless ``settle(as:replacing:)`` gave it its name.
final class TemporaryFile {
  /// Where it is until then.
  let path: String
  /// Held open and locked, so that no other process takes it for one that was left behind.
  private let file: File
  private var isSettled = false

  /// Begins a file for a path.
  ///
  /// - Throws: ``StoreError``.
  init(for target: String) throws {
    path = "\(target).\(CurrentProcess.id).tmp"
    if LogFile.isTooLong(path) { throw StoreError(unwritable: target, .nameTooLong) }
    // One of this name is of an earlier process with this number.
    if TemporaryFile.isFree(path) { try? FileSystem.remove(path) }
    do {
      file = try File(path, for: .readingAndWriting, options: [.create, .noFollow])
    } catch { throw StoreError(unwritable: target, error) }
    file.lock()
    try? file.setPermissions(0o600)
  }

  deinit {
    if !isSettled { try? FileSystem.remove(path) }
  }

  /// Says when the content was last changed. To be called when nobody writes to it any more.
  func date(_ modified: FileStatus.Time) { file.setModified(modified) }

  /// Gives the file its name, on the disk before anything relies on it.
  ///
  /// - Parameter replacing: whether a file of that name is replaced.
  /// - Returns: false when there is one and it is not.
  /// - Throws: ``StoreError``.
  func settle(as target: String, replacing: Bool) throws -> Bool {
    do {
      try file.sync()
    } catch { throw StoreError(unwritable: target, error) }
    if !replacing, LogFile.exists(target) { return false }
    try LogFile.removeAuxiliaryFiles(target)
    do {
      guard try replacing ? take(target) : claim(target) else { return false }
    } catch { throw StoreError(unwritable: target, error) }
    isSettled = true
    LogFile.syncFolder(of: target)
    return true
  }

  private func take(_ target: String) throws(SystemError) -> Bool {
    try FileSystem.rename(path, to: target)
    return true
  }

  /// Takes a name that nothing has yet.
  ///
  /// - Returns: false when something has it.
  private func claim(_ target: String) throws(SystemError) -> Bool {
    do {
      try FileSystem.link(path, to: target)
      try? FileSystem.remove(path)
      return true
    } catch .alreadyExists {
      return false
    } catch .notPermitted, .notSupported, .notImplemented, .tooManyLinks {
      // A file system without links: there two at once may both make it, one after the other.
      return FileSystem.exists(target) ? false : try take(target)
    }
  }

  /// Copies the bytes of a file.
  ///
  /// - Throws: ``StoreError``.
  func fill(from source: OpenFile) throws {
    while true {
      let bytes: [UInt8]
      do {
        bytes = try source.file.read(upTo: 1 << 16)
      } catch { throw LogFile.unreachable(source.path, error) }
      if bytes.isEmpty { return }
      do {
        // The part that fits is written before the disk is called full.
        try file.write(bytes)
      } catch { throw StoreError(unwritable: path, error) }
    }
  }

  /// The file's size and, as it is new, the time by the clock of its disk.
  var status: (size: Int, modified: FileStatus.Time) {
    guard let status = try? file.status() else { return (0, .init(seconds: 0)) }
    return (status.size, status.modified)
  }
}

extension TemporaryFile {
  /// Removes unfinished files from a folder whose processes have ended.
  ///
  /// - Parameters:
  ///   - isOurs: whether a name is one that the finished file would have.
  ///   - now: the time by the clock of the disk, in seconds since 1970.
  static func removeLeftovers(in folder: String, where isOurs: (Substring) -> Bool, now: Int) {
    for name in LogFile.names(in: folder) {
      guard let (target, maker) = parts(of: name), isOurs(target) else { continue }
      let path = "\(folder)/\(name)"
      guard let status = try? FileStatus(path, followingLinks: false), status.kind == .regular
      else { continue }
      let isGone = !CurrentProcess.isRunning(maker)
      // The number may belong to another process by now, and a process of another machine has a number
      // that says nothing here. So the lock decides.
      if isGone || status.modified.seconds < now - 3600, isFree(path) {
        try? FileSystem.remove(path)
      }
    }
  }

  /// The name that an unfinished file will get, by its own name; nil for any other file.
  static func target(of name: String) -> Substring? { parts(of: name)?.target }

  /// The name that an unfinished file will get, and the number of the process that makes it.
  private static func parts(of name: String) -> (target: Substring, maker: Int32)? {
    guard name.hasSuffix(".tmp") else { return nil }
    let stem = name.dropLast(4)
    guard let point = stem.lastIndex(of: "."), point != stem.startIndex else { return nil }
    let number = stem[stem.index(after: point)...]
    guard LogFile.isNumber(number), let maker = Int32(number), maker > 0 else { return nil }
    return (stem[..<point], maker)
  }

  /// Whether no process holds an unfinished file.
  private static func isFree(_ path: String) -> Bool {
    guard let file = try? File(path, options: [.noFollow, .nonBlocking]) else { return false }
    return file.lock()
  }
}

/// A file held open for reading. Closing any descriptor of a file drops every lock that the process has on
/// it (POSIX `fcntl`), SQLite's too, so this object has to live longer than those.
final class OpenFile {
  let path: String
  let file: File

  /// Opens it.
  ///
  /// - Throws: ``StoreError``.
  init(_ path: String) throws {
    self.path = path
    do {
      file = try File(path)
    } catch { throw LogFile.unreachable(path, error) }
  }
}
