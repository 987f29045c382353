import App
import Core
import Store

/// The exit codes of the program; scripts rely on them.
enum ExitStatus {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let attention: Int32 = 3
  static let usage: Int32 = 64
}

/// An error as the user sees it: what was wrong, what would work, and the exit status.
struct ErrorReport {
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

  /// The argument parser's words in the form of the program's own: one sentence in lower case and
  /// without a full stop, and what it advises as the hint.
  init(parserText: String, help: String) {
    // It lists long choices one a line, each after a hyphen.
    let lines = parserText.split(separator: "\n").map { $0.drop { $0 == " " } }
    let text = lines.reduce(into: "") { text, line in
      if line.hasPrefix("- ") {
        text += (text.hasSuffix(":") ? " " : ", ") + line.dropFirst(2)
      } else {
        text += (text.isEmpty ? "" : " ") + line
      }
    }
    var sentences: [String] = []
    var rest = Substring(text)
    while let stop = rest.indices.first(where: {
      rest[$0] == "." && rest[rest.index(after: $0)...].hasPrefix(" ")
    }) {
      sentences.append(String(rest[..<stop]))
      rest = rest[rest.index(stop, offsetBy: 2)...]
    }
    sentences.append(String(rest.hasSuffix(".") ? rest.dropLast() : rest))
    let lower = sentences.filter { !$0.isEmpty }.map { $0.prefix(1).lowercased() + $0.dropFirst() }
    message = lower.first ?? "the command line cannot be read"
    let advice = lower.dropFirst().map { sentence in
      let polite = "please provide one of "
      guard sentence.hasPrefix(polite) else { return sentence }
      let choices = sentence.dropFirst(polite.count)
      let listed = choices.hasPrefix("the following: ")
      return "use one of " + (listed ? choices.dropFirst("the following: ".count) : choices)
    }
    hint = advice.isEmpty ? "see '\(help)'" : advice.joined(separator: "; ")
    status = ExitStatus.usage
  }

  /// The lines for standard error.
  var text: String {
    "error: \(message)\n" + (hint.map { "hint: \($0)\n" } ?? "")
  }
}
