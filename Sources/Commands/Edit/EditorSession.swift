import Glibc
import RehabLog

/// An entry in the user's editor, until it can be read back or is given up.
struct EditorSession {
  private let entry: LogEntry
  private let context: Context

  init(_ entry: LogEntry, _ context: Context) {
    self.entry = entry
    self.context = context
  }

  private static let mark = "#! "

  private var heading: String {
    """
    # \(entry.kind.phrase.capitalisedFirst) of \(entry.moment.label), \(entry.id.short). Lines that begin with # mean nothing,
    # an empty value takes a field away, and a field with several values has a line for each.

    """
  }

  /// Opens the editor until what it left can be read.
  ///
  /// - Throws: ``Failure`` when the editor fails or the user gives up.
  func run(_ read: (EntryText) throws -> LogEntry) throws -> LogEntry {
    let draft = try DraftFile()
    var text = heading + entry.editable.text(of: entry.kind)
    while true {
      try draft.write(text)
      do { try EditorProgram.open(draft.path) } catch {
        if try draft.read() == text { draft.remove() }
        throw error
      }
      let saved = try draft.read()
      do {
        let lines = saved.split(separator: "\n", omittingEmptySubsequences: false)
        let hasWords = lines.contains { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
        guard hasWords else {
          draft.remove()
          return entry
        }
        let edited = try read(try EntryText(reading: saved, of: entry.kind))
        draft.remove()
        return edited
      } catch let error as LineError {
        text = annotated(saved, error)
        let hint = error.error.hint.map { "hint: \($0)\n" } ?? ""
        let place = error.line.map { "line \($0): " } ?? ""
        guard Prompt.isPossible else {
          throw Failure(
            place + error.error.message,
            hint: "nothing was changed; what you wrote is kept in \(quotedWhole(draft.path))")
        }
        try Output.messages.write(
          context.style.plain("error: \(place)\(error.error.message)") + "\n" + hint)
        guard try Prompt.yesOrNo("Edit it again?", context, standard: true) else {
          try draft.write(saved)
          throw Failure(
            "the entry was not changed",
            hint: "what you wrote is kept in \(quotedWhole(draft.path))")
        }
      }
    }
  }

  /// The text with the error under the line that it is about, and without earlier ones.
  private func annotated(_ text: String, _ error: LineError) -> String {
    var lines: [String] = []
    let note = EditorSession.mark + error.error.message
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if !line.hasPrefix(EditorSession.mark) { lines.append(String(line)) }
      if index + 1 == error.line {
        lines.append(note)
        if let hint = error.error.hint { lines.append(EditorSession.mark + hint) }
      }
    }
    if error.line == nil { lines.insert(note, at: 0) }
    return lines.joined(separator: "\n")
  }

  private func quotedWhole(_ path: String) -> String { "'\(path)'" }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
