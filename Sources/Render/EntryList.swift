import Core

/// A list of entries, for `psoas list`.
package struct EntryList: Renderable {
  /// The entries, in display order.
  package let entries: [LogEntry]

  package init(_ entries: [LogEntry]) { self.entries = entries }

  /// One line per entry: short id, moment, content.
  package func text(_ style: Style) -> String {
    let length = shortLength
    return entries.map { entry in
      let id = String(entry.id.description.prefix(length))
      let when = entry.kind == .day ? dayLabel(entry) : entry.moment.label
      let note = entry.hasNote ? style.pick(" ✎", ascii: " *") : ""
      let summary = style.plain(entry.summary)
      let line = "\(id)  \(Style.pad(when, to: 20, right: false))  \(summary)"
      return style.cut(line, to: style.width - Style.columns(note)) + note + "\n"
    }.joined()
  }

  package func markdown() -> String { table.markdown() }

  /// The list as CSV. Entries of one kind have a column for each field of that kind; a mixed list has the
  /// columns that all kinds share, and the content in words.
  package func csv() -> String {
    let kinds = Set(entries.map(\.kind))
    return (kinds.count == 1 ? FlatTable(entries.map { $0.json() }).table : table).csv()
  }

  /// The list as JSON: an array of complete entries.
  package func json() -> JSON { .array(entries.map { $0.json() }) }

  private var table: Table {
    Table(
      columns: [
        Table.Column("id", title: "Id"), Table.Column("type", title: "Kind"),
        Table.Column("at", title: "At"),
        Table.Column("day", title: "Day"), Table.Column("summary", title: "Entry"),
        Table.Column("note", title: "Note"),
      ],
      cells: entries.map { entry in
        [
          .text(entry.id.description), .text(entry.kind.rawValue), .text(entry.moment.iso8601),
          .text(entry.moment.day.description), .text(entry.summary), .optional(entry.note),
        ]
      })
  }

  private func dayLabel(_ entry: LogEntry) -> String {
    "\(entry.moment.day.weekdayName) \(entry.moment.day) day"
  }

  /// As many digits as make the listed ids unique, at least the usual number.
  private var shortLength: Int {
    var length = EntryID.shortLength
    while length < 32, Set(entries.map { $0.id.description.prefix(length) }).count < entries.count {
      length += 1
    }
    return length
  }
}

extension LogEntry {
  /// The user's note, if any.
  var note: String? {
    switch self {
    case .session(let session, _): session.note
    case .pain(let rating, _): rating.note
    case .measurement(let measurement): measurement.note
    case .day: nil
    case .flare(let flare): flare.note
    case .stage(let change): change.note
    case .check(let check): check.resolution
    }
  }

  var hasNote: Bool { note != nil }
}
