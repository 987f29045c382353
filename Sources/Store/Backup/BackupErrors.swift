import Core
import SQLite
import System

extension StoreError {
  /// A backup, or the folder for it, that cannot be written, with the system's reason.
  init(unwritable path: String, _ error: SystemError) {
    switch error {
    case .notFound:
      self.init(
        .notFound, message: "there is no folder \(LogFile.folder(of: path).quoted)",
        hint: "make it with 'mkdir -p', or name another file")
    case .notFolder:
      self.init(
        .notFound, message: "a part of the path \(path.quotedPath) is a file, not a folder",
        hint: "name another file")
    case .accessDenied, .notPermitted, .readOnly:
      self.init(
        .permission, message: "no permission to write \(path.quotedPath)",
        hint: "check the permissions of its folder")
    case .nameTooLong:
      self.init(
        .notFound, message: "the path \(path.quotedPath) is too long",
        hint: "name another file: up to 200 bytes for its name, 400 with its folders")
    case .diskFull, .quotaExceeded:
      self.init(
        .disk, message: "the disk that would hold \(path.quotedPath) is full",
        hint: "free some space and try again; the log is as it was")
    default:
      self.init(
        .disk, message: "cannot write \(path.quotedPath): \(error.reason)",
        hint: "check the disk; the log is as it was")
    }
  }

  /// The meaning of a failure while pages are copied from a log: SQLite reports errors of both files through
  /// the copy.
  init(copying error: SQLiteError, from source: String, to target: String) {
    switch error.kind {
    case .full: self.init(unwritable: target, .diskFull)
    case .readOnly, .cannotOpen: self.init(unwritable: target, .accessDenied)
    case .inputOutput, .uncertain:
      self.init(
        .disk, message: "cannot copy \(source.quoted) to \(target.quoted): \(error.message)",
        hint: "check the disk and its free space; the log is as it was")
    case .busy, .damaged, .constraint, .other: self.init(error, path: source)
    }
  }

  /// The same with other advice.
  func advising(_ hint: String) -> StoreError { StoreError(kind, message: message, hint: hint) }
}
