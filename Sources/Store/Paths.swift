import Glibc

/// What the file system says of paths.
package enum Paths {
  /// A folder that cannot be read.
  package struct Unreadable: Error {
    /// The error number of the system.
    package let code: Int32
    /// What the system calls it.
    package var reason: String { String(cString: strerror(code)) }
  }

  /// The names in a folder, in no order.
  ///
  /// - Throws: ``Unreadable``.
  package static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw Unreadable(code: errno) }
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

  /// Whether two paths lead to one file, by whatever names. A file that is not there yet is the same
  /// where its name and its folder are.
  package static func areSame(_ path: String, _ other: String) -> Bool {
    if let one = identity(of: path), let two = identity(of: other) { return one == two }
    guard LogFile.name(of: path) == LogFile.name(of: other),
      let one = identity(of: LogFile.folder(of: path)),
      let two = identity(of: LogFile.folder(of: other))
    else { return path == other }
    return one == two
  }

  private static func identity(of path: String) -> [UInt]? {
    var status = stat()
    return stat(path, &status) == 0 ? [UInt(status.st_dev), UInt(status.st_ino)] : nil
  }
}
