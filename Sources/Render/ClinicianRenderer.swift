import Analytics
import Core

extension ClinicianReport: Printable {
  private var heading: String { "Summary for a clinician" }

  package func text(_ style: Style) -> String {
    var text = style.tint(heading, tint: .heading) + "\n" + lines([opening], style: style)
    for part in parts {
      text += "\n" + style.tint(part.title, tint: .heading) + "\n"
      if part.key == "change", !rows.isEmpty { text += table.text(style) }
      text += lines(part.lines, style: style)
    }
    return text
  }

  private func lines(_ lines: [String], style: Style) -> String {
    lines.map { style.wrap(style.plain($0)).joined(separator: "\n") + "\n" }.joined()
  }

  package func markdown() -> String {
    var text = "# \(heading)\n\n\(Table.markdownText(opening))\n"
    for part in parts {
      text += "\n## \(part.title)\n\n"
      if part.key == "change", !rows.isEmpty { text += table.markdown() + "\n" }
      text += part.lines.map { "- \(Table.markdownText($0))\n" }.joined()
    }
    return text
  }

  /// The report as CSV, one line per sentence and per value.
  package func csv() -> String {
    Table(
      columns: [Table.Column("part", title: "Part"), Table.Column("text", title: "Text")],
      cells: [[.text("opening"), .text(opening)]]
        + rows.map { row in
          [
            .text(row.series.name),
            .text(
              "\(row.first.label) \(JSON.digits(row.first.value)), \(row.last.label) "
                + JSON.digits(row.last.value)),
          ]
        } + parts.flatMap { part in part.lines.map { [.text(part.key), .text($0)] } }
    ).csv()
  }

  /// Pain, and the most frequent measurement.
  package var picture: any Picture { chart }

  package var page: HTMLPage {
    var sections: [HTMLPage.Section] = [.statements([opening])]
    for part in parts {
      sections.append(.heading(part.title))
      if part.key == "change", !rows.isEmpty {
        sections.append(.table(table, caption: "First and last week of the period"))
      }
      sections.append(.statements(part.lines))
    }
    if !pain.points.isEmpty || charted != nil {
      sections.append(.picture(chart, caption: "Weeks without a value stay gaps."))
    }
    return HTMLPage(title: heading, sections: sections, isOnePage: true)
  }

  private var chart: Chart {
    guard let charted else { return marked(pain) }
    guard !pain.points.isEmpty else { return marked(charted) }
    return Chart.pair(
      title: "Pain and \(charted.values.series.object) by week", pain.values.chartSeries,
      charted.values.chartSeries, marks: marks)
  }

  /// The chart of one series, with the report's marks.
  private func marked(_ report: TrendReport) -> Chart {
    let chart = report.chart
    return Chart(
      title: chart.title, step: chart.step, span: chart.span, panels: chart.panels,
      marks: marks + report.values.methodMarks(), placeholder: chart.placeholder)
  }

  /// All flares and changes of stage in the period, including weeks without a rating.
  private var marks: [Chart.Mark] {
    let (first, last) = (days.lowerBound.week, days.upperBound.week)
    var before: ProtocolHistory.StageInterval?
    let stages = (first.number...last.number).compactMap { number -> Chart.Mark? in
      let stageInterval = protocolHistory.stageInterval(on: Step.week.middle(number))
      defer { before = stageInterval }
      guard let stageInterval, stageInterval != before, stageInterval.start >= first.start else {
        return nil
      }
      let isNew = stageInterval.rehabProtocol != before?.rehabProtocol
      return .stage(
        stageInterval.start.week.number,
        label: isNew
          ? "\(stageInterval.rehabProtocol): \(stageInterval.stage)" : stageInterval.stage.text)
    }
    return stages + flares.map { Chart.Mark($0.flare, through: last.number) }
  }

  /// Two weeks as a range, with the year of the second only where it differs.
  private static func span(_ first: String, _ last: String) -> String {
    guard first != last else { return first }
    return "\(first) – \(first.prefix(5) == last.prefix(5) ? last.dropFirst(5) : last[...])"
  }

  /// Pain and the measurements, in the first and the last week.
  var table: Table {
    Table(
      columns: [
        Table.Column("series", title: "Series"), Table.Column("first", title: "First", right: true),
        Table.Column("last", title: "Last", right: true),
        Table.Column("change", title: "Change", right: true),
        Table.Column("mic", title: "MIC", right: true),
        Table.Column("mdc", title: "MDC", right: true),
        Table.Column("weeks", title: "Weeks"),
      ],
      cells: shownRows.map { row in
        let (places, suffix) = (row.series.valuePlaces, row.series.tableSuffix)
        let (first, last) = (row.difference?.first.value, row.difference?.last.value)
        let weeks =
          row.difference.map { ClinicianReport.span($0.first.label, $0.last.label) }
          ?? ClinicianReport.span(row.first.label, row.last.label)
        return [
          .text(row.label),
          .number(first ?? row.first.value, places: places, suffix: suffix),
          .number(last ?? row.last.value, places: places, suffix: suffix),
          .optional(row.difference?.points, places: places, signed: true),
          .optional(row.difference?.important?.value),
          .optional(row.difference?.detectable?.value, places: 1), .text(weeks),
        ]
      })
  }
}
