/// Files that are written completely or not at all, readable by their owner only.
package enum AtomicFile {
  /// Why a file could not be written.
  package struct Failure: Error {
    package let path: String
    package let reason: String

    package init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

    package var message: String { "cannot write to '\(path)': \(reason)" }
  }

  /// Writes what `body` produces in pieces to a file. A regular file is replaced in one step, so that a
  /// failure keeps the old one.
  ///
  /// - Throws: ``Failure``, and what `body` throws.
  package static func write(to path: String, _ body: (Descriptor) throws -> Void) throws {
    if let status = try? FileStatus(path, followingLinks: false), status.kind != .regular {
      // A device or a pipe is opened and written directly.
      let file = try failing(path) {
        try File(path, for: .writing, options: isWayOut(path) ? .truncate : .noFollow)
      }
      return try withExtendedLifetime(file) { try body(file.descriptor) }
    }
    let temporary = "\(path).\(CurrentProcess.id).tmp"
    do {
      let file = try failing(path) { try File(temporary, for: .writing, options: .create) }
      try failing(path) { try file.setPermissions(0o600) }
      try body(file.descriptor)
      try failing(path) {
        try file.sync()
        try FileSystem.rename(temporary, to: path)
      }
    } catch {
      try? FileSystem.remove(temporary)
      throw error
    }
  }

  /// Writes bytes in the same way.
  ///
  /// - Throws: ``Failure``.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    try write(to: path) { descriptor in try failing(path) { try descriptor.write(bytes) } }
  }

  /// Checks that a file can be written, as far as that can be known in advance.
  ///
  /// - Parameter followingLinks: whether a link is followed to its target.
  /// - Throws: ``Failure``.
  package static func check(_ path: String, followingLinks: Bool = false) throws {
    if let status = try? FileStatus(path, followingLinks: false) {
      if status.kind == .link, !followingLinks, !isWayOut(path) {
        throw Failure(path: path, reason: "it is a link to another file")
      }
      guard status.kind != .folder else {
        throw Failure(path: path, reason: SystemError.isFolder.reason)
      }
      do { try FileSystem.check(path, allows: .write) } catch  where error != .notFound {
        throw Failure(path: path, reason: error.reason)
      } catch {}
      if status.kind != .regular { return }
    }
    // A new file will replace it, so the folder must be writable.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard !path.isEmpty else { throw Failure(path: path, reason: SystemError.notFound.reason) }
    try failing(path) { try FileSystem.check(folder, allows: .write, .search) }
  }

  /// Whether a link stands for one of the program's own descriptors, as /dev/stdout does. Any other link may
  /// lead to a file that someone wants to keep.
  private static func isWayOut(_ path: String) -> Bool {
    if ["/dev/stdout", "/dev/stderr"].contains(path) { return true }
    return ["/dev/fd/", "/proc/self/fd/"].contains { folder in
      path.hasPrefix(folder) && path.utf8.count > folder.utf8.count
        && path.utf8.dropFirst(folder.utf8.count).allSatisfy {
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }

  private static func failing<Result>(_ path: String, body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as SystemError {
      throw Failure(path: path, reason: error.reason)
    }
  }
}
