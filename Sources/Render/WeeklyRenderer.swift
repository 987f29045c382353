import Analytics
import Core

extension WeeklyReport: Sectioned, Pictured {
  package var sections: [TextSection] {
    let chart = chart
    var sections: [TextSection] = [.heading(heading), .table(mainTable)]
    if let measuresTable { sections.append(.table(measuresTable, isSparse: true)) }
    sections.append(.notes(notes))
    if !chart.panels.isEmpty { sections.append(.picture(chart)) }
    sections.append(.list(statements))
    guard let factorsTable else { return sections }
    return sections + [.table(factorsTable, isSparse: true), .notes([factorsNote])]
  }

  /// The report as CSV, one line per week including gaps.
  package func csv() -> String { fullTable.csv() }

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

  /// The meaning of columns whose headings do not explain it.
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
}
