import Analytics
import Core

extension Flare {
  /// Its key, start and end as JSON, for reports that mark it.
  var stretch: JSON {
    .object([
      ("id", .string(id.description)), ("start", .string(start.iso8601)),
      ("end", JSON(end?.iso8601)),
    ])
  }
}

extension FlareReport: Tabular {
  /// The flares for a terminal, newest first.
  package func text(_ style: Style) -> String {
    guard !rows.isEmpty else { return "" }
    let blocks = rows.map { row in
      let id = "\(row.flare.id.short)  "
      let column = Style(width: style.width - id.count, unicode: style.unicode, colour: false)
      let space = String(repeating: " ", count: id.count)
      let heading = column.wrap(row.heading, indent: 0).enumerated().map { index, line in
        style.tint((index == 0 ? id : space) + line, tint: .heading) + "\n"
      }
      return heading.joined() + style.labelled(row.lines)
    }
    let note = style.wrap(style.plain(FlareReport.note), indent: 0)
    return blocks.joined(separator: "\n") + "\n"
      + note.map { style.tint($0, tint: .faint) + "\n" }.joined()
  }

  package func markdown() -> String {
    rows.isEmpty ? table.markdown() : table.markdown() + "\n\(FlareReport.note)\n"
  }

  /// The flares as JSON, an array.
  package func json() -> JSON { .array(rows.map { $0.json() }) }
}
