import Analytics
import Core

extension WeeklyReport: Pictured {
  /// The report for a terminal: the table, pain over the range of the glute bridge, the sentences.
  package func text(_ style: Style) -> String {
    let lines = style.wrap(heading)
    var text = lines.map { style.tint($0, .heading) + "\n" }.joined() + "\n"
    text += mainTable.text(style)
    if let measuresTable { text += "\n" + measuresTable.sparseText(style) }
    text += "\n" + faint(notes, style)
    let chart = chart.panels.isEmpty ? "" : chart.text(style)
    if !chart.isEmpty { text += "\n" + chart }
    text += "\n"
    for statement in statements {
      text += style.wrap(style.plain(statement)).joined(separator: "\n") + "\n"
    }
    guard let factorsTable else { return text }
    return text + "\n" + factorsTable.sparseText(style) + "\n" + faint([factorsNote], style)
  }

  /// The report as Markdown, with the chart as a code block.
  package func markdown() -> String {
    let style = Style(width: 80, unicode: true, colour: false)
    var text = "# \(heading)\n\n" + mainTable.markdown()
    if let measuresTable { text += "\n" + measuresTable.markdown() }
    text += "\n" + notes.map { "\($0)\n" }.joined()
    let chart = chart.panels.isEmpty ? "" : chart.text(style)
    if !chart.isEmpty { text += "\n```text\n\(chart)```\n" }
    text += "\n" + statements.map { "- \($0)\n" }.joined()
    guard let factorsTable else { return text }
    return text + "\n" + factorsTable.markdown() + "\n\(factorsNote)\n"
  }

  /// The report as csv, one line a week, gaps included.
  package func csv() -> String { fullTable.csv() }

  /// The report as JSON.
  package func json() -> JSON {
    .object([
      ("report", .string("weekly")),
      ("weeks", .array(rows.map(json))),
      ("series", .array(series.map(json))),
      ("flares", .array(flares.map { $0.stretch })),
      ("statements", .array(statements.map { .string($0) })),
    ])
  }

  private func json(_ row: Row) -> JSON {
    let pain: JSON = .object([
      ("n", .integer(row.pain.n)), ("median", JSON(row.pain.median)),
      ("worst", JSON(row.pain.worst?.points)), ("change", JSON(row.pain.change)),
    ])
    let measures = series.compactMap { series in
      row.measures[series.key].map { measure in
        (
          series.key,
          JSON.object([
            ("n", .integer(measure.n)), ("value", .number(measure.value)),
            ("change", JSON(measure.change)),
          ])
        )
      }
    }
    let factors = self.factors.compactMap { name in
      row.factors[name].map { factor in
        (
          name,
          JSON.object([
            ("n", .integer(factor.n)), ("median", .number(factor.median)),
            ("unit", .string(factor.unit)), ("change", JSON(factor.change)),
          ])
        )
      }
    }
    return .object([
      ("week", .string(row.week.description)), ("start", .string(row.week.start.description)),
      ("sessions", .integer(row.sessions)), ("activeDays", .integer(row.activeDays)),
      ("minutes", JSON(row.minutes)), ("sets", .integer(row.sets)), ("load", JSON(row.load)),
      ("loadSessions", .integer(row.loadSessions)), ("pain", pain),
      ("measures", .object(measures)), ("factors", .object(factors)), ("gap", .bool(row.isGap)),
      ("protocol", JSON(row.stageInterval?.rehabProtocol.text)),
      ("stage", JSON(row.stageInterval?.stage.text)),
      ("flare", .bool(row.isFlare)),
    ])
  }

  private func json(_ series: Series) -> JSON {
    .object([
      ("key", .string(series.key)), ("unit", .string(series.kind.unit.rawValue)),
      ("better", .string(series.kind.better.rawValue)),
      ("method", JSON(series.method.instrument?.rawValue)),
      ("motion", JSON(series.method.motion?.rawValue)),
    ])
  }

  var heading: String { "\(rows.count == 1 ? "Week" : "Weeks") \(windowLabel)" }

  private var windowLabel: String {
    guard let first = rows.first, let last = rows.last else { return "" }
    let days = "\(first.week.start) to \(last.week.end)"
    return first.week == last.week
      ? "\(first.week) (\(days))" : "\(first.week) to \(last.week) (\(days))"
  }

  /// What the columns mean, as far as their headings do not say it.
  var notes: [String] {
    var notes = [
      "Pain is the median of the ratings of pain now, n of them; Δ is against the week before."
    ]
    if rows.contains(where: { ($0.load ?? 0) > 0 }) {
      notes.append("Load is effort (CR10) times minutes.")
    }
    let partly = rows.filter { $0.loadSessions > 0 && $0.loadSessions < $0.sessions }
    if !partly.isEmpty {
      notes.append("Some sessions have no minutes or effort; load leaves them out.")
    }
    if !flares.isEmpty { notes.append("\(Style.flareMark) marks weeks with a flare.") }
    return notes
  }

  var factorsNote: String { "Daily factors are medians of the days that have them." }

  private func faint(_ sentences: [String], _ style: Style) -> String {
    let lines = style.wrap(style.plain(sentences.joined(separator: " ")), indent: 0)
    return lines.map { style.tint($0, .faint) + "\n" }.joined()
  }
}
