import Analytics
import Core

extension Flare {
  /// Its key, beginning and end as JSON, for reports that mark it.
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
        style.tint((index == 0 ? id : space) + line, .heading) + "\n"
      }
      return heading.joined() + style.labelled(row.lines)
    }
    let note = style.wrap(style.plain(FlareReport.note), indent: 0)
    return blocks.joined(separator: "\n") + "\n"
      + note.map { style.tint($0, .faint) + "\n" }.joined()
  }

  /// The flares as Markdown.
  package func markdown() -> String {
    rows.isEmpty ? table.markdown() : table.markdown() + "\n\(FlareReport.note)\n"
  }

  /// The flares as JSON, an array.
  package func json() -> JSON { .array(rows.map { $0.json() }) }

  static let note =
    "Load is effort (CR10) times minutes. Usual is the mean of 72 hours over the 28 days before those "
    + "hours: our comparison, not a ratio, and without a threshold. The level before is the median of "
    + "the ratings of pain now of the 7 days before; back to it counts the days from the first to the "
    + "first one after the day of the worst rating with a median at or below it."
}

extension FlareReport.Row {
  fileprivate var heading: String {
    let length = "\(days) \(days == 1 ? "day" : "days")"
    guard let end = flare.end else { return "\(flare.start.label), going on, \(length) so far" }
    return "\(flare.start.label) to \(end.label), \(length)"
  }

  fileprivate var lines: [(String, String)] {
    var lines = [
      ("72 h before", text(before)),
      (
        "usual 72 h",
        text(usual) { "\(text($0, isMean: true)) (28 days before, our comparison)" }
      ),
      (
        "worst pain",
        worst.map { "\($0.score) (\($0.recall.rawValue)) on \($0.moment.day)" }
          ?? "not rated"
      ),
      (
        "level before",
        text(level) { "\(number($0.median)) (median of \($0.n) of pain now, 7 days)" }
      ), ("back to it", text(daysBack) { $0 == 1 ? "after 1 day" : "after \($0) days" }),
    ]
    // A note is shown as it was written, line by line.
    let note = flare.note?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    for (index, line) in note.enumerated() {
      lines.append((index == 0 ? "note" : "", String(line)))
    }
    return lines
  }

  private func text(_ exertion: FlareReport.Exertion, isMean: Bool = false) -> String {
    guard exertion.sessions > 0 else { return "no sessions" }
    func shown(_ value: Double, _ one: String, _ many: String) -> String {
      let text = number(value, places: 1)
      return "\(text) \(text == "1" ? one : many)"
    }
    let load = exertion.load.map { "load \(number($0, places: isMean ? 1 : 2))" }
    var parts = [
      load ?? "load unknown", shown(exertion.sessions, "session", "sessions"),
    ]
    if exertion.withoutLoad > 0 {
      parts.append("\(number(exertion.withoutLoad, places: 1)) without load")
    }
    if let minutes = exertion.minutes { parts.append("\(number(minutes, places: 1)) min") }
    return (parts + [shown(exertion.sets, "set", "sets")]).joined(separator: ", ")
  }

  private func text<Value>(
    _ result: Result<Value, FlareReport.Gap>, _ words: (Value) -> String
  ) -> String {
    switch result {
    case .success(let value): words(value)
    case .failure(let gap): "unknown: \(gap.rawValue)"
    }
  }
}
