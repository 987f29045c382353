import System

/// Comparisons of paths.
package enum Paths {
  /// Whether two paths lead to one file, whatever their names. A missing file is the same if its name and
  /// folder are.
  package static func areSame(_ path: String, _ other: String) -> Bool {
    if let one = identity(of: path), let two = identity(of: other) { return one == two }
    guard LogFile.name(of: path) == LogFile.name(of: other),
      let one = identity(of: LogFile.folder(of: path)),
      let two = identity(of: LogFile.folder(of: other))
    else { return path == other }
    return one == two
  }

  private static func identity(of path: String) -> FileStatus.Identity? {
    (try? FileStatus(path))?.identity
  }
}
