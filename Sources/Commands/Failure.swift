import LogStore
import RehabLog

/// A command that could not do what it was asked, for a reason other than its words.
struct Failure: Error {
  let message: String
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// The exit codes of the program; scripts rely on them.
enum ExitStatus {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let usage: Int32 = 64
}

/// An error as the user sees it: what was wrong, what would work, and the exit status.
struct Complaint {
  let message: String
  let hint: String?
  let status: Int32

  /// What an error of the program's own means; nil for one of the argument parser.
  init?(_ error: any Error) {
    switch error {
    case let error as InputError:
      (message, hint, status) = (error.message, error.hint, ExitStatus.usage)
    case let error as Failure:
      (message, hint, status) = (error.message, error.hint, ExitStatus.failed)
    case let error as StoreError:
      (message, hint, status) = (error.message, error.hint, ExitStatus.failed)
    case let error as Output.Failure:
      (message, hint, status) = (error.message, nil, ExitStatus.failed)
    default: return nil
    }
  }

  init(message: String, hint: String?, status: Int32) {
    self.message = message
    self.hint = hint
    self.status = status
  }

  /// The lines for standard error.
  var text: String {
    "error: \(message)\n" + (hint.map { "hint: \($0)\n" } ?? "")
  }
}
