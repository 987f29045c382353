import Core

/// A path used by psoas or SQLite at or next to a log, where no other file may be written.
package enum ReservedPath: Sendable {
  /// The log itself.
  case log
  /// A journal or another file that SQLite creates next to it and removes again.
  case part
  /// The backups of the log.
  case copies

  /// The use of a path; nil where any file may be written. If the log is a link, SQLite's files are next to
  /// its target, and those of psoas next to the link.
  package init?(_ path: String, of log: String) {
    let places = Set([path, LogFile.resolved(path)]).compactMap { path in
      Set([log, LogFile.resolved(log)]).lazy.compactMap { ReservedPath.place(path, log: $0) }.first
    }
    guard let place = places.first else { return nil }
    self = place
  }

  private static func place(_ path: String, log: String) -> ReservedPath? {
    if Paths.areSame(path, log) { return .log }
    var path = path[...]
    while path.hasSuffix("/"), path.count > 1 { path.removeLast() }
    let folder = LogFile.folder(of: String(path))
    let (name, own) = (LogFile.name(of: String(path)), LogFile.name(of: log))
    if Paths.areSame(folder, LogFile.folder(of: log)) {
      if LogFile.auxiliaryEndings.contains(where: { name == own + $0 }) { return .part }
      let isCopy = [".version-", ".before-"].contains { name.hasPrefix(own + $0) }
      if isCopy || name == own + ".backups" { return .copies }
    }
    let copies = LogFile.resolved(BackupFolder(log: log).path) + "/"
    return (LogFile.resolved(folder) + "/").hasPrefix(copies) ? .copies : nil
  }
}
