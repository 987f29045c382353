import App
import Core
import Store

/// The exit codes of the program, which scripts rely on.
enum ExitStatus {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let attention: Int32 = 3
  static let usage: Int32 = 64
}

/// An error for the user: what was wrong, what would work, and the exit status.
struct ErrorReport {
  let message: String
  let hint: String?
  let status: Int32

  /// The report for one of our own errors; nil for one of the argument parser.
  init?(_ error: any Error) {
    switch error {
    case let error as InputError:
      (message, hint, status) = (error.message, error.hint, ExitStatus.usage)
    case let error as Failure:
      (message, hint, status) = (error.message, error.hint, ExitStatus.failed)
    case let error as StoreError:
      (message, hint, status) = (error.message, error.hint, ExitStatus.failed)
    case let error as OutputStream.Failure:
      (message, hint, status) = (error.message, error.hint, ExitStatus.failed)
    default: return nil
    }
  }

  init(message: String, hint: String?, status: Int32) {
    self.message = message
    self.hint = hint
    self.status = status
  }

  /// The report for an error of the argument parser, in its own words.
  ///
  /// - Parameter command: the command whose help to refer to.
  init(parserText: String, command: String) {
    let text = parserText.hasSuffix(".") ? parserText.dropLast() : Substring(parserText)
    message = text.prefix(1).lowercased() + text.dropFirst()
    hint = "see '\(command) --help'"
    status = ExitStatus.usage
  }

  /// The lines for standard error.
  var text: String {
    "error: \(message)\n" + (hint.map { "hint: \($0)\n" } ?? "")
  }
}
