import Core
import Glibc
import SQLite

extension StoreError {
  /// A copy, or the folder for it, that cannot be written, by the number of the error.
  init(unwritable path: String, _ code: Int32) {
    switch code {
    case ENOENT:
      self.init(
        .notFound, "there is no folder \(quoted(LogFile.folder(of: path)))",
        hint: "make it with 'mkdir -p', or name another file")
    case ENOTDIR:
      self.init(
        .notFound, "a part of the path \(quotedPath(path)) is a file, not a folder",
        hint: "name another file")
    case EACCES, EPERM, EROFS:
      self.init(
        .permission, "no permission to write \(quotedPath(path))",
        hint: "check the permissions of its folder")
    case ENAMETOOLONG:
      self.init(
        .notFound, "the path \(quotedPath(path)) is too long",
        hint: "name another file: up to 200 bytes for its name, 400 with its folders")
    case ENOSPC, EDQUOT:
      self.init(
        .disk, "the disk that would hold \(quotedPath(path)) is full",
        hint: "free some space and try again; the log is as it was")
    default:
      self.init(
        .disk, "cannot write \(quotedPath(path)): \(String(cString: strerror(code)))",
        hint: "check the disk; the log is as it was")
    }
  }

  /// What a failure means while pages go from a log into a copy: SQLite reports both through the copy.
  init(copying error: SQLiteError, from source: String, to target: String) {
    switch error.kind {
    case .full: self.init(unwritable: target, ENOSPC)
    case .readOnly, .cannotOpen: self.init(unwritable: target, EACCES)
    case .inputOutput, .uncertain:
      self.init(
        .disk, "cannot copy \(quoted(source)) to \(quoted(target)): \(error.message)",
        hint: "check the disk and its free space; the log is as it was")
    case .busy, .damaged, .constraint, .other: self.init(error, path: source)
    }
  }

  /// The same with another advice.
  func advising(_ hint: String) -> StoreError { StoreError(kind, message, hint: hint) }
}
