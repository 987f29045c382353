import Core
import SQLite

/// A log file that cannot be used, and what would help.
package struct StoreError: Error, Equatable, Sendable {
  /// The kind of problem.
  package enum Kind: Sendable {
    /// The file is missing, or cannot be reached.
    case notFound
    /// Missing permissions.
    case permission
    /// The file is something else.
    case notALog
    /// A later version of the program wrote it.
    case newer
    /// The file is damaged.
    case damaged
    /// Another process holds it.
    case busy
    /// The disk is full or failing.
    case disk
    /// The program sent data that the tables refuse.
    case refused
  }

  package let kind: Kind
  /// What was wrong: lower case, the subject in quotes, no full stop.
  package let message: String
  /// What would help.
  package let hint: String?

  init(_ kind: Kind, message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  /// What to do about a damaged file.
  static let adviceForDamage =
    "keep a copy of the file as it is; 'psoas doctor' says what is wrong with it, and 'psoas doctor "
    + "--salvage OUT' saves what can still be read"

  /// Whether SQLite's message is about tables that differ from ours: every statement of the program matches
  /// ours.
  private static func saysOfTables(_ message: String) -> Bool {
    [
      "no such table: ", "no such column: ", "no such index: ", "foreign key mismatch",
      "malformed database schema",
    ].contains { message.hasPrefix($0) }
      || message.hasPrefix("table ")
        && [" has no column named ", " may not be modified", " columns but "].contains {
          message.contains($0)
        }
      || message.hasPrefix("cannot modify ") && message.hasSuffix(" because it is a view")
  }

  /// The file is not a log.
  static func notALog(_ path: String) -> StoreError {
    StoreError(
      .notALog, message: "\(path.quotedPath) is not a psoas log",
      hint: "name another file with --db or PSOAS_DB")
  }

  /// The meaning of an SQLite failure on this file, for the user.
  init(_ error: SQLiteError, path: String) {
    let file = path.quotedPath
    switch error.kind {
    case .busy:
      self.init(
        .busy, message: "\(file) is in use by another program",
        hint: "nothing was changed; try again")
    case .cannotOpen:
      self.init(
        .permission, message: "cannot open \(file): \(error.message)",
        hint: "check the permissions of the file and its folder")
    case .readOnly:
      self.init(
        .permission, message: "\(file) cannot be written, nothing was stored",
        hint: "check the permissions of the file and its folder, or name another with --db")
    case .damaged where error.message.contains("not a database"):
      self = StoreError.notALog(path)
    case .damaged:
      self.init(
        .damaged, message: "\(file) is damaged: \(error.message)", hint: StoreError.adviceForDamage)
    case .full:
      self.init(
        .disk, message: "the disk of \(file) is full, nothing was stored",
        hint: "free some space and enter it again")
    case .inputOutput:
      self.init(
        .disk, message: "reading or writing \(file) failed: \(error.message)",
        hint: "check the disk; nothing was stored by this command")
    case .uncertain:
      self.init(
        .disk, message: "the disk failed at the end of a change of \(file): \(error.message)",
        hint: "it may be stored or not: look with 'psoas history' before you enter it again")
    case .other where StoreError.saysOfTables(error.message):
      self.init(
        .damaged, message: "\(file) is damaged: \(error.message)", hint: StoreError.adviceForDamage)
    case .constraint, .other:
      self.init(
        .refused, message: "\(file) did not take it: \(error.message)",
        hint: "nothing was stored; please report this with the command you typed")
    }
  }
}
