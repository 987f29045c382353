import Core
import System

/// A file that the user names for a backup.
struct BackupTarget {
  let path: String

  /// Checks that a backup can be written there without overwriting psoas's own files.
  ///
  /// - Parameter replacing: whether an existing file may be replaced.
  /// - Throws: ``StoreError``.
  init(_ path: String, of log: String, replacing: Bool) throws {
    self.path = path
    guard !path.isEmpty else {
      throw StoreError(.notFound, message: "the path of the backup is empty", hint: "name a file")
    }
    try refuseOwn(log)
    let status: FileStatus
    do {
      status = try FileStatus(path, followingLinks: false)
    } catch {
      if error == .notFound, !path.hasSuffix("/") { return }
      throw StoreError(unwritable: path, path.hasSuffix("/") ? .notFound : error)
    }
    switch status.kind {
    case .folder:
      throw StoreError(
        .notFound, message: "\(path.quotedPath) is a folder",
        hint:
          "name a file in it, such as \((path + (path.hasSuffix("/") ? "" : "/") + "log.db").quotedPath)"
      )
    case .link:
      throw StoreError(
        .notFound, message: "\(path.quotedPath) is a link, which psoas does not follow",
        hint: "name the file itself")
    case .regular: break
    case .other:
      throw StoreError(
        .notFound, message: "\(path.quotedPath) is not a regular file", hint: "name another file")
    }
    guard replacing else {
      throw StoreError(
        .notFound, message: "there is a file \(path.quotedPath) already",
        hint: "name another, or replace it with --force")
    }
  }

  /// Refuses the log and the files that belong to it.
  private func refuseOwn(_ log: String) throws {
    switch ReservedPath(path, of: log) {
    case nil: break
    case .log:
      throw StoreError(
        .notFound, message: "\(path.quotedPath) is the log itself", hint: "name another file")
    case .part:
      throw StoreError(
        .notFound, message: "\(path.quotedPath) is a part of the log", hint: "name another file")
    case .copies:
      throw StoreError(
        .notFound, message: "\(path.quotedPath) is where psoas keeps its backups",
        hint: "name a file elsewhere, or none for a backup there")
    }
  }
}
