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
