import Core
import Glibc

/// A file in the making, beside the place where it will lie, that only its owner can read. It goes away
/// with this object unless it got its name.
final class TemporaryFile {
  /// Where it lies until then.
  let path: String
  /// Held open and locked, so that nobody takes it for one that was left behind.
  private let descriptor: Int32
  private var isSettled = false

  /// Begins a file that will lie at a path, or beside it.
  ///
  /// - Throws: ``StoreError``.
  init(for target: String) throws {
    path = "\(target).\(getpid()).tmp"
    if LogFile.isTooLong(path) { throw StoreError(unwritable: target, ENAMETOOLONG) }
    // One of this name is of an earlier process with this number.
    if TemporaryFile.isFree(path) { unlink(path) }
    descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError(unwritable: target, errno) }
    flock(descriptor, LOCK_EX | LOCK_NB)
    fchmod(descriptor, 0o600)
  }

  deinit {
    if !isSettled { unlink(path) }
    close(descriptor)
  }

  /// Says when the content was last changed. To be called when nobody writes to it any more.
  func date(_ modified: timespec) {
    futimens(descriptor, [modified, modified])
  }

  /// Gives the file its name, on the disk before anything relies on it.
  ///
  /// - Parameter replacing: whether a file of that name is replaced.
  /// - Returns: false when there is one and it is not.
  /// - Throws: ``StoreError``.
  func settle(as target: String, replacing: Bool) throws -> Bool {
    guard fsync(descriptor) == 0 else { throw StoreError(unwritable: target, errno) }
    var status = stat()
    if !replacing, lstat(target, &status) == 0 { return false }
    try LogFile.removeBesides(target)
    if replacing {
      guard rename(path, target) == 0 else { throw StoreError(unwritable: target, errno) }
    } else if link(path, target) == 0 {
      unlink(path)
    } else {
      let code = errno
      if code == EEXIST { return false }
      // A file system without links: there two at once may both make it, one after the other.
      guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(code) else {
        throw StoreError(unwritable: target, code)
      }
      if access(target, F_OK) == 0 { return false }
      guard rename(path, target) == 0 else { throw StoreError(unwritable: target, errno) }
    }
    isSettled = true
    LogFile.syncFolder(of: target)
    return true
  }

  /// Copies the bytes of a file.
  ///
  /// - Throws: ``StoreError``.
  func fill(from source: OpenFile) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source.descriptor, &buffer, buffer.count)
      if count == 0 { return }
      guard count > 0 else { throw LogFile.unreachable(source.path, errno) }
      let written = write(descriptor, buffer, count)
      // The part that fits is written before the disk is called full.
      guard written == count else {
        throw StoreError(unwritable: path, written < 0 ? errno : ENOSPC)
      }
    }
  }

  /// The file's size in bytes and, as it is new, the time by the clock of its disk.
  var status: (bytes: Int, modified: timespec) {
    var status = stat()
    fstat(descriptor, &status)
    return (Int(status.st_size), status.st_mtim)
  }
}

extension TemporaryFile {
  /// Removes files in the making, of one place, whose makers were ended.
  ///
  /// - Parameters:
  ///   - isOurs: whether a name is one that the finished file would have.
  ///   - now: the time by the clock of the disk, in seconds since 1970.
  static func removeLeftovers(in folder: String, where isOurs: (Substring) -> Bool, now: Int) {
    for name in LogFile.names(in: folder) {
      guard let (target, maker) = parts(of: name), isOurs(target) else { continue }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      let isGone = kill(maker, 0) != 0 && errno == ESRCH
      // A number may be that of another process by now, and a process may live where its number
      // says nothing, so that the lock has the last word.
      if isGone || status.st_mtim.tv_sec < now - 3600, isFree(path) { unlink(path) }
    }
  }

  /// The name that a file in the making will have, by its own name; nil where that is not one.
  static func target(of name: String) -> Substring? { parts(of: name)?.target }

  /// The name that a file in the making will have, and the number of the process that makes it.
  private static func parts(of name: String) -> (target: Substring, maker: Int32)? {
    guard name.hasSuffix(".tmp") else { return nil }
    let stem = name.dropLast(4)
    guard let point = stem.lastIndex(of: "."), point != stem.startIndex else { return nil }
    let number = stem[stem.index(after: point)...]
    guard LogFile.isNumber(number), let maker = Int32(number), maker > 0 else { return nil }
    return (stem[..<point], maker)
  }

  /// Whether no process holds a file in the making.
  private static func isFree(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }
}

/// A file held open for reading. To close one that SQLite has open too takes SQLite's locks away, so
/// that it has to live longer than those.
final class OpenFile {
  let path: String
  let descriptor: Int32

  /// Opens it.
  ///
  /// - Throws: ``StoreError``.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LogFile.unreachable(path, errno) }
  }

  deinit { close(descriptor) }
}
