#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The status of a file.
package struct FileStatus: Sendable {
  package enum Kind: Sendable { case regular, folder, link, other }

  /// A time with the precision that the file system keeps.
  package struct Time: Hashable, Sendable {
    /// Since 1970-01-01T00:00Z.
    package let seconds: Int
    package let nanoseconds: Int

    package init(seconds: Int, nanoseconds: Int = 0) {
      (self.seconds, self.nanoseconds) = (seconds, nanoseconds)
    }
  }

  /// Identifies a file, whatever its name.
  package struct Identity: Hashable, Sendable {
    let device: UInt64
    let node: UInt64
  }

  package let kind: Kind
  package let identity: Identity
  /// In bytes.
  package let size: Int
  /// The number of its hard links.
  package let links: Int
  /// The owner's user id.
  package let owner: UInt32
  /// The lower twelve bits of the mode: permissions, and set-user, set-group and sticky.
  package let permissions: UInt32
  /// The modification time of the content.
  package let modified: Time
  /// The time of the last change to its content or metadata.
  package let changed: Time

  /// The file at a path.
  ///
  /// - Parameter followingLinks: false for the link itself.
  package init(_ path: String, followingLinks: Bool = true) throws(SystemError) {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      throw .last
    }
    self.init(status)
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), node: UInt64(status.st_ino))
    size = Int(status.st_size)
    links = Int(status.st_nlink)
    owner = status.st_uid
    permissions = UInt32(status.st_mode & 0o7777)
    #if canImport(Darwin)
      (modified, changed) = (Time(status.st_mtimespec), Time(status.st_ctimespec))
    #else
      (modified, changed) = (Time(status.st_mtim), Time(status.st_ctim))
    #endif
  }

  /// Whether anyone may add files to the folder and only owners may remove them, as in `/tmp`.
  package var isShared: Bool { permissions & 0o1002 == 0o1002 }
}

extension FileStatus.Time {
  init(_ time: timespec) { self.init(seconds: time.tv_sec, nanoseconds: time.tv_nsec) }

  var timespec: timespec {
    #if canImport(Darwin)
      Darwin.timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    #elseif canImport(Musl)
      Musl.timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    #else
      Glibc.timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    #endif
  }
}
