import Core

/// The confirmation of an entry: what was stored under which id, one useful line, and how to undo it.
package struct EntryConfirmation: Renderable {
  private let entry: LogEntry
  package var id: EntryID { entry.id }
  private let remarks: [String]
  private let canUndo: Bool

  package init(_ entry: LogEntry, remarks: [String], canUndo: Bool = true) {
    self.entry = entry
    self.remarks = remarks
    self.canUndo = canUndo
  }

  /// The entry with its id, then the remarks, wrapped.
  package func text(_ style: Style) -> String {
    let id = entry.id.short
    let when = entry.kind == .day ? "\(entry.moment.day)" : entry.moment.label
    let margin = Style.columns("\(id)  \(when)  ")
    let column = Style(width: style.width - margin, unicode: style.unicode, colour: false)
    let summary = column.wrap(style.plain(entry.summary), indent: 0)
    let space = "\n" + String(repeating: " ", count: margin)
    let head = "\(style.tint(id, tint: .heading))  \(when)  " + summary.joined(separator: space)
    let dot = style.pick("·", ascii: "|")
    let tail = (remarks + (canUndo ? ["undo: psoas undo"] : [])).map { style.plain($0) }
    return ([head] + style.wrap(tail.joined(separator: " \(dot) "), indent: 0))
      .map { $0 + "\n" }.joined()
  }

  package func markdown() -> String { entry.markdown() }
  package func csv() -> String { EntryList([entry]).csv() }
  package func json() -> JSON { entry.json() }
}

/// An entry that was removed, as far as it could be read.
package struct RemovedEntry: Renderable {
  private let kind: EntryKind
  private let id: EntryID
  private let entry: LogEntry?

  package init(_ entry: LogEntry?, kind: EntryKind, id: EntryID) {
    (self.entry, self.kind, self.id) = (entry, kind, id)
  }

  private var unreadable: Confirmation {
    Confirmation(
      "removed \(kind.phrase) that could not be read, '\(id.short)'",
      table: Table(
        columns: [Table.Column("id", title: "Id"), Table.Column("kind", title: "Kind")],
        cells: [[.text(id.description), .text(kind.rawValue)]]), isWrapped: true)
  }

  package func text(_ style: Style) -> String {
    entry.map { "removed \(EntryList([$0]).text(style))" } ?? unreadable.text(style)
  }

  package func markdown() -> String { entry?.markdown() ?? unreadable.markdown() }
  package func csv() -> String { entry.map { EntryList([$0]).csv() } ?? unreadable.csv() }
  package func json() -> JSON { entry?.json() ?? unreadable.json() }
}
