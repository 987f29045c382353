import App
import Core
import Render

/// Editing an entry in the user's editor, until the text can be parsed or the user gives up.
struct EditorSession {
  private let entry: LogEntry
  private let style: Style

  init(_ entry: LogEntry, style: Style) {
    self.entry = entry
    self.style = style
  }

  private static let mark = "#! "

  private var heading: String {
    """
    # \(entry.kind.phrase.capitalisedFirst) of \(entry.moment.label), \(entry.id.short). Lines that begin with # mean nothing,
    # an empty value takes a field away, and a field with several values has a line for each.

    """
  }

  /// Opens the editor until the saved text is stored. If it is not, the text is kept.
  ///
  /// - Parameter store: parses the lines and stores the entry.
  /// - Returns: what `store` returns; nil when the saved text is empty, so that nothing changes.
  /// - Throws: ``Failure`` when the editor fails, the user gives up or `store` fails.
  func run<Result>(_ store: (EntryText) throws -> Result) throws -> Result? {
    let buffer = try EditBuffer()
    var text = heading + entry.editable.text(of: entry.kind)
    var isFirst = true
    while true {
      do {
        try buffer.write(text)
        try EditorProgram.open(buffer.path)
      } catch {
        if isFirst, (try? buffer.read()) ?? text == text {
          buffer.remove()
          throw error
        }
        throw keeping(buffer, error: error)
      }
      isFirst = false
      let saved = try buffer.read()
      let hasWords = saved.editorLines.contains {
        !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace)
      }
      guard hasWords else {
        buffer.remove()
        return nil
      }
      let wrong: LineError
      do {
        let result = try store(try EntryText(reading: saved, of: entry.kind))
        buffer.remove()
        return result
      } catch let error as LineError {
        wrong = error
      } catch let error as InputError {
        wrong = LineError(line: nil, error)
      } catch {
        throw keeping(buffer, error: error)
      }
      text = annotated(saved, error: wrong)
      let hint = wrong.error.hint.map { "hint: \($0)\n" } ?? ""
      let place = wrong.line.map { "line \($0): " } ?? ""
      guard Prompt.isPossible else {
        throw Failure(
          place + wrong.error.message,
          hint: "nothing was changed; what you wrote is kept in '\(buffer.path)'")
      }
      try OutputStream.messages.write(
        style.plain("error: \(place)\(wrong.error.message)") + "\n" + hint)
      guard try Prompt.yesOrNo("Edit it again?", style: style, standard: true) else {
        throw Failure(
          "the entry was not changed", hint: "what you wrote is kept in '\(buffer.path)'")
      }
    }
  }

  /// Adds the path of the kept text to an error.
  private func keeping(_ buffer: EditBuffer, error: any Error) -> any Error {
    guard let errorReport = ErrorReport(error) else { return error }
    let hint = errorReport.hint.map { "\($0); " } ?? ""
    return Failure(
      errorReport.message, hint: hint + "what you wrote is kept in '\(buffer.path)'")
  }

  /// The text with the error below the line it is about, and without earlier errors.
  private func annotated(_ text: String, error: LineError) -> String {
    var lines: [String] = []
    let notes = [error.error.message, error.error.hint].compactMap { $0 }
      .map { EditorSession.mark + $0 }
    for (index, line) in text.editorLines.enumerated() {
      if !line.hasPrefix(EditorSession.mark) { lines.append(String(line)) }
      if index + 1 == error.line { lines += notes }
    }
    if error.line == nil { lines = notes + lines }
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
