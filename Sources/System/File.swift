#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is open until nobody uses it any more. Programs that this one starts do not get it.
package final class File {
  package enum Access: Sendable { case reading, writing, readingAndWriting }

  package struct Options: OptionSet, Sendable {
    package let rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Makes the file, for its owner alone; refused where there is one.
    package static let create = Options(rawValue: O_CREAT | O_EXCL)
    /// Refuses a link.
    package static let noFollow = Options(rawValue: O_NOFOLLOW)
    /// Does not wait for the other end of a pipe.
    package static let nonBlocking = Options(rawValue: O_NONBLOCK)
    /// Drops what was in the file.
    package static let truncate = Options(rawValue: O_TRUNC)
    /// Refuses what is not a folder.
    package static let folder = Options(rawValue: O_DIRECTORY)
  }

  /// Its descriptor, for programs that are started with it. It is closed with the file, which has to be held
  /// as long as the descriptor is used; the methods below do so.
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

  /// A file without a name, which only this process and those it starts can see.
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

  /// Reads what is there, up to a number of bytes; nothing at the end.
  package func read(upTo most: Int) throws(SystemError) -> [UInt8] {
    try descriptor.read(upTo: most)
  }

  /// Reads bytes from a place in the file; fewer at its end.
  package func read(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    try descriptor.read(count, at: offset)
  }

  /// Writes bytes whole.
  package func write(_ bytes: [UInt8]) throws(SystemError) { try descriptor.write(bytes) }

  /// Overwrites bytes at a place in the file.
  package func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    try descriptor.write(bytes, at: offset)
  }

  /// Goes back to the beginning.
  package func rewind() { descriptor.rewind() }

  /// Puts everything written so far onto the disk.
  package func sync() throws(SystemError) { try descriptor.sync() }

  package func setPermissions(_ permissions: UInt32) throws(SystemError) {
    try descriptor.setPermissions(permissions)
  }

  package func truncate(to size: Int) throws(SystemError) { try descriptor.truncate(to: size) }

  /// Says when the content was last changed.
  package func setModified(_ time: FileStatus.Time) { descriptor.setModified(time) }

  /// Locks the file for this process, if nobody else has locked it.
  @discardableResult package func lock() -> Bool { descriptor.lock() }
}
