import RehabLog
import Reports

extension ClinicianReport {
  private var heading: String { "Summary for a clinician" }

  /// The report for a terminal.
  public func text(_ style: Style) -> String {
    var text = style.tint(heading, .heading) + "\n" + lines([opening], style)
    for part in parts {
      text += "\n" + style.tint(part.title, .heading) + "\n"
      if part.key == "change", !rows.isEmpty { text += sheet.text(style) }
      text += lines(part.lines, style)
    }
    return text
  }

  private func lines(_ lines: [String], _ style: Style) -> String {
    lines.map { style.wrap(style.plain($0)).joined(separator: "\n") + "\n" }.joined()
  }

  /// The report as Markdown.
  public func markdown() -> String {
    var text = "# \(heading)\n\n\(opening)\n"
    for part in parts {
      text += "\n## \(part.title)\n\n"
      if part.key == "change", !rows.isEmpty { text += sheet.markdown() + "\n" }
      text += part.lines.map { "- \($0)\n" }.joined()
    }
    return text
  }

  /// The report as csv, a line for each sentence and each value.
  public func csv() -> String {
    Sheet(
      columns: [Sheet.Column("part", "Part"), Sheet.Column("text", "Text")],
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

  /// The report as a picture: pain, and what was measured most.
  public func svg() -> String { chart.svg() }

  /// The report as one page of paper.
  public func html() -> String { page.html() }

  /// The report as one sheet of paper, for a PDF.
  public func paper() -> String { page.paper() }

  private var page: Page {
    var sections: [Page.Section] = [.statements([opening])]
    for part in parts {
      sections.append(.heading(part.title))
      if part.key == "change", !rows.isEmpty {
        sections.append(.table(sheet, caption: "First and last week of the period"))
      }
      sections.append(.statements(part.lines))
    }
    if !pain.points.isEmpty || charted != nil {
      sections.append(.picture(chart, caption: "Weeks without a value stay gaps."))
    }
    return Page(title: heading, sections: sections, isOnePage: true)
  }

  private var chart: Chart {
    guard let charted else { return pain.chart }
    guard !pain.points.isEmpty else { return charted.chart }
    return Chart.pair(
      title: "Pain and \(charted.values.series.object) by week", pain.values.chartSeries,
      charted.values.chartSeries, marks: pain.lifeMarks)
  }

  /// Pain and what was measured, the first and the last week.
  var sheet: Sheet {
    Sheet(
      columns: [
        Sheet.Column("series", "Series"), Sheet.Column("first", "First", right: true),
        Sheet.Column("last", "Last", right: true), Sheet.Column("change", "Change", right: true),
        Sheet.Column("mic", "MIC", right: true), Sheet.Column("mdc", "MDC", right: true),
        Sheet.Column("weeks", "Weeks"),
      ],
      cells: rows.map { row in
        let (places, suffix) = (row.series.valuePlaces, row.series.tableSuffix)
        let (first, last) = (row.difference?.first.value, row.difference?.last.value)
        let weeks =
          row.difference.map { "\($0.first.label) – \($0.last.label)" }
          ?? (row.first.label == row.last.label
            ? row.first.label : "\(row.first.label) – \(row.last.label)")
        return [
          .text(row.series.name),
          .number(first ?? row.first.value, places: places, suffix: suffix),
          .number(last ?? row.last.value, places: places, suffix: suffix),
          .optional(row.difference?.points, places: places, signed: true),
          .optional(row.difference?.important?.value),
          .optional(row.difference?.detectable?.value, places: 1), .text(weeks),
        ]
      })
  }
}
