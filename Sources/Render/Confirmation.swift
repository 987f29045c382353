import Core

/// What the user sees after an entry: what was stored and under which id, how to take it back, and
/// one useful line.
package struct Confirmation: Sendable {
  private let entry: LogEntry
  private let remarks: [String]
  private let canBeTakenBack: Bool

  /// A confirmation of a stored entry.
  package init(_ entry: LogEntry, remarks: [String], canBeTakenBack: Bool = true) {
    self.entry = entry
    self.remarks = remarks
    self.canBeTakenBack = canBeTakenBack
  }

  /// The entry with its id, then the remarks, each broken between words where it is too long.
  package func text(_ style: Style) -> String {
    let id = entry.id.short
    let when = entry.kind == .day ? "\(entry.moment.day)" : entry.moment.label
    let margin = Style.columns("\(id)  \(when)  ")
    let column = Style(width: style.width - margin, unicode: style.unicode, colour: false)
    let summary = column.wrap(style.plain(entry.summary), indent: 0)
    let space = "\n" + String(repeating: " ", count: margin)
    let head = "\(style.tint(id, .heading))  \(when)  " + summary.joined(separator: space)
    let dot = style.pick("·", "|")
    let tail = (remarks + (canBeTakenBack ? ["take back: psoas undo"] : [])).map { style.plain($0) }
    return ([head] + style.wrap(tail.joined(separator: " \(dot) "), indent: 0))
      .map { $0 + "\n" }.joined()
  }

  /// The stored entry as Markdown.
  package func markdown() -> String { entry.markdown() }
  /// The stored entry as csv.
  package func csv() -> String { EntryList([entry]).csv() }
  /// The stored entry as JSON.
  package func json() -> JSON { entry.json() }
}
