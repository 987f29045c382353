#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders by their paths.
package enum FileSystem {
  package enum Permission: Sendable { case read, write, execute, search }

  /// Whether a path exists; a broken link does not.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether the user has all these permissions, as the system would decide now.
  package static func check(_ path: String, allows wanted: Permission...) throws(SystemError) {
    let mode = wanted.reduce(Int32(0)) { mode, permission in
      switch permission {
      case .read: mode | R_OK
      case .write: mode | W_OK
      case .execute, .search: mode | X_OK
      }
    }
    guard access(path, mode) == 0 else { throw .last }
  }

  /// Whether the user has this permission.
  package static func allows(_ wanted: Permission, path: String) -> Bool {
    (try? check(path, allows: wanted)) != nil
  }

  /// Removes a file or a link.
  package static func remove(_ path: String) throws(SystemError) {
    guard unlink(path) == 0 else { throw .last }
  }

  package static func removeFolder(_ path: String) throws(SystemError) {
    guard rmdir(path) == 0 else { throw .last }
  }

  /// Removes a folder and everything in it, as far as possible. Links are not followed.
  package static func removeTree(_ folder: String) {
    for name in (try? names(in: folder)) ?? [] {
      let path = "\(folder)/\(name)"
      if (try? remove(path)) == nil { removeTree(path) }
    }
    try? removeFolder(folder)
  }

  /// Renames a file, atomically even if the new path is taken.
  package static func rename(_ path: String, to new: String) throws(SystemError) {
    guard cRename(path, new) == 0 else { throw .last }
  }

  /// Adds a hard link at a free path.
  package static func link(_ path: String, to new: String) throws(SystemError) {
    guard cLink(path, new) == 0 else { throw .last }
  }

  /// Creates a folder that only its owner can use, whatever the umask.
  package static func makePrivateFolder(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o700) == 0 else { throw .last }
    chmod(path, 0o700)
  }

  /// Creates a private folder with a unique name.
  ///
  /// - Parameter prefix: the start of its path.
  package static func makeTemporaryFolder(_ prefix: String) throws(SystemError) -> String {
    var name = Array("\(prefix)XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw .last }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // The umask may have removed the owner's permissions too.
    chmod(path, 0o700)
    return path
  }

  package static func setPermissions(_ permissions: UInt32, of path: String) throws(SystemError) {
    guard chmod(path, mode_t(permissions)) == 0 else { throw .last }
  }

  /// The names in a folder, unsorted.
  package static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The absolute path with links resolved.
  package static func resolve(_ path: String) throws(SystemError) -> String {
    guard let real = realpath(path, nil) else { throw .last }
    defer { free(real) }
    return String(cString: real)
  }

  /// The target of a link, as stored; nil for anything else.
  package static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink(path, &buffer, buffer.count)
    guard length > 0, length < buffer.count else { return nil }
    return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package static var currentFolder: String? {
    guard let here = getcwd(nil, 0) else { return nil }
    defer { free(here) }
    return String(cString: here)
  }

  /// The free bytes on a path's disk; nil if unknown.
  package static func freeBytes(at path: String) -> Int? {
    var disk = statvfs()
    guard statvfs(path, &disk) == 0 else { return nil }
    let (bytes, isTooMany) = UInt64(disk.f_bavail).multipliedReportingOverflow(
      by: UInt64(disk.f_frsize))
    return isTooMany ? Int.max : Int(clamping: bytes)
  }
}

// The C functions, under other names, because a method hides the function with its name.
private func cRename(_ path: String, _ new: String) -> Int32 { rename(path, new) }
private func cLink(_ path: String, _ new: String) -> Int32 { link(path, new) }
