#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is closed with this object, and in programs that this one starts.
package final class File {
  package enum Access: Sendable { case reading, writing, readingAndWriting }

  package struct Options: OptionSet, Sendable {
    package let rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Creates the file, readable by its owner only; fails if it exists.
    package static let create = Options(rawValue: O_CREAT | O_EXCL)
    /// Fails for a link.
    package static let noFollow = Options(rawValue: O_NOFOLLOW)
    /// Does not wait for the other end of a pipe.
    package static let nonBlocking = Options(rawValue: O_NONBLOCK)
    /// Removes the old content.
    package static let truncate = Options(rawValue: O_TRUNC)
    /// Fails for anything but a folder.
    package static let folder = Options(rawValue: O_DIRECTORY)
  }

  /// Its descriptor, for programs started with it. It is closed with the file, which must be kept alive as
  /// long as the descriptor is in use; the methods below do so.
  package let descriptor: Descriptor

  package init(
    _ path: String, for access: Access = .reading, options: Options = []
  ) throws(SystemError) {
    let mode =
      switch access {
      case .reading: O_RDONLY
      case .writing: O_WRONLY
      case .readingAndWriting: O_RDWR
      }
    let number = open(path, mode | options.rawValue | O_CLOEXEC | O_NOCTTY, 0o600)
    guard number >= 0 else { throw .last }
    descriptor = Descriptor(number: number)
  }

  private init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  deinit { descriptor.close() }

  /// An unnamed file, visible only to this process and its children.
  package static func unnamed() throws(SystemError) -> File {
    var name = Array("/tmp/psoas-XXXXXX".utf8CString)
    let number = mkstemp(&name)
    guard number >= 0 else { throw .last }
    let file = File(Descriptor(number: number))
    file.descriptor.closeOnExec()
    guard unlink(&name) == 0 else { throw .last }
    return file
  }
}

extension File {
  package func status() throws(SystemError) -> FileStatus { try descriptor.status() }

  /// Reads available bytes, up to a limit; empty at the end.
  package func read(upTo most: Int) throws(SystemError) -> [UInt8] {
    try descriptor.read(upTo: most)
  }

  /// Reads bytes at an offset; fewer at the end of the file.
  package func read(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    try descriptor.read(count, at: offset)
  }

  /// Writes all bytes.
  package func write(_ bytes: [UInt8]) throws(SystemError) { try descriptor.write(bytes) }

  /// Overwrites bytes at an offset.
  package func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    try descriptor.write(bytes, at: offset)
  }

  /// Seeks to the start.
  package func rewind() { descriptor.rewind() }

  /// Flushes everything written so far to disk.
  package func sync() throws(SystemError) { try descriptor.sync() }

  package func setPermissions(_ permissions: UInt32) throws(SystemError) {
    try descriptor.setPermissions(permissions)
  }

  package func truncate(to size: Int) throws(SystemError) { try descriptor.truncate(to: size) }

  /// Sets the modification time.
  package func setModified(_ time: FileStatus.Time) { descriptor.setModified(time) }

  /// Locks the file for this process, unless another one holds the lock.
  @discardableResult package func lock() -> Bool { descriptor.lock() }
}
