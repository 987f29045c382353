import Core
import System

/// A temporary file next to its final path, readable by its owner only. It is deleted with this object unless
/// ``settle(as:replacing:)`` gave it its name.
final class TemporaryFile {
  /// Its temporary path.
  let path: String
  /// Held open and locked, so that no other process takes it for a leftover.
  private let file: File
  private var isSettled = false

  /// Creates a temporary file for a path.
  ///
  /// - Throws: ``StoreError``.
  init(for target: String) throws {
    path = "\(target).\(CurrentProcess.id).tmp"
    if LogFile.isTooLong(path) { throw StoreError(unwritable: target, .nameTooLong) }
    // A file with this name belongs to an earlier process with the same number.
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

  /// Sets the modification time. To be called after the last write.
  func date(_ modified: FileStatus.Time) { file.setModified(modified) }

  /// Gives the file its name, once its content is on disk.
  ///
  /// - Parameter replacing: whether to replace a file with that name.
  /// - Returns: false when there is one and it was not replaced.
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

  /// Takes a free name.
  ///
  /// - Returns: false when it is taken.
  private func claim(_ target: String) throws(SystemError) -> Bool {
    do {
      try FileSystem.link(path, to: target)
      try? FileSystem.remove(path)
      return true
    } catch .alreadyExists {
      return false
    } catch .notPermitted, .notSupported, .notImplemented, .tooManyLinks {
      // A file system without links: two processes at once may both create it, one after the other.
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
      } catch { throw LogFile.unreachable(source.path, error: error) }
      if bytes.isEmpty { return }
      do {
        // As much as fits is written before the disk is reported full.
        try file.write(bytes)
      } catch { throw StoreError(unwritable: path, error) }
    }
  }

  /// The file's size and its modification time, by the clock of its disk.
  var status: (size: Int, modified: FileStatus.Time) {
    guard let status = try? file.status() else { return (0, .init(seconds: 0)) }
    return (status.size, status.modified)
  }
}

extension TemporaryFile {
  /// Removes temporary files of processes that have ended.
  ///
  /// - Parameters:
  ///   - isOurs: whether a finished file could have this name.
  ///   - now: the time by the clock of the disk, in seconds since 1970.
  static func removeLeftovers(in folder: String, where isOurs: (Substring) -> Bool, now: Int) {
    for name in LogFile.names(in: folder) {
      guard let (target, maker) = parts(of: name), isOurs(target) else { continue }
      let path = "\(folder)/\(name)"
      guard let status = try? FileStatus(path, followingLinks: false), status.kind == .regular
      else { continue }
      let isGone = !CurrentProcess.isRunning(maker)
      // The process number may be in use again, and means nothing if it is from another machine. So the lock
      // decides.
      if isGone || status.modified.seconds < now - 3600, isFree(path) {
        try? FileSystem.remove(path)
      }
    }
  }

  /// The final name for the name of a temporary file; nil for any other file.
  static func target(of name: String) -> Substring? { parts(of: name)?.target }

  /// The final name, and the number of the process that makes the file.
  private static func parts(of name: String) -> (target: Substring, maker: Int32)? {
    guard name.hasSuffix(".tmp") else { return nil }
    let stem = name.dropLast(4)
    guard let point = stem.lastIndex(of: "."), point != stem.startIndex else { return nil }
    let number = stem[stem.index(after: point)...]
    guard LogFile.isNumber(number), let maker = Int32(number), maker > 0 else { return nil }
    return (stem[..<point], maker)
  }

  /// Whether no process holds a temporary file.
  private static func isFree(_ path: String) -> Bool {
    guard let file = try? File(path, options: [.noFollow, .nonBlocking]) else { return false }
    return file.lock()
  }
}

/// A file held open for reading. Closing any descriptor of a file drops all locks of the process on it (POSIX
/// `fcntl`), SQLite's too, so this object must outlive those.
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
    } catch { throw LogFile.unreachable(path, error: error) }
  }
}
