import Analytics
import Core

extension WeeklyReport {
  /// Pain and glute-bridge range, stacked, with the stages and flares of these weeks.
  package var chart: Chart {
    let first = rows.first?.week.number ?? 0
    let span = first...(rows.last?.week.number ?? first)
    let key = WeeklyReport.chartedSeries
    let pain = Chart.Series(
      "Pain now, weekly median", unit: "0-10",
      points: Chart.Point.points(rows.map(\.pain.median), n: rows.map(\.pain.n), from: first),
      span: span, isPain: true, fewest: WeeklyReport.fewestRatings)
    let range = Chart.Series(
      "Glute bridge, weekly mean", unit: "degrees (180 is straight)",
      points: Chart.Point.points(
        rows.map { $0.measures[key]?.value }, n: rows.map { $0.measures[key]?.n ?? 0 },
        from: first), span: span)
    return Chart(
      title: "Pain and range, \(weeksLabel)", step: .week, span: span,
      panels: [pain, range].map(\.panel).filter { !$0.points.isEmpty },
      marks: stageMarks + flares.map { Chart.Mark($0, through: span.upperBound) })
  }

  private var weeksLabel: String {
    guard let first = rows.first?.week, let last = rows.last?.week else { return "no weeks" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  /// The stages that started within the window.
  private var stageMarks: [Chart.Mark] {
    var before: ProtocolHistory.StageInterval?
    return rows.compactMap { row in
      defer { before = row.stageInterval }
      guard let stageInterval = row.stageInterval, stageInterval != before,
        let first = rows.first?.week.start,
        stageInterval.start >= first
      else { return nil }
      let isNew = stageInterval.rehabProtocol != before?.rehabProtocol
      return .stage(
        stageInterval.start.week.number,
        label: isNew
          ? "\(stageInterval.rehabProtocol): \(stageInterval.stage)" : stageInterval.stage.text)
    }
  }

  package var picture: any Picture { chart }

  package var page: HTMLPage {
    var sections: [HTMLPage.Section] = [.statements(statements)]
    if !chart.panels.isEmpty {
      sections.append(
        .picture(
          chart,
          caption: "Weeks without a value have no point; neighbouring weeks are joined. Pain keeps "
            + "its whole scale from 0 to 10, so that a small change looks small."))
    }
    sections += [
      .heading("Week by week"), .table(mainTable, caption: "Sessions, pain and range by week"),
      .notes(notes),
    ]
    if let measuresTable {
      sections += [
        .heading("Measurements"),
        .table(measuresTable, caption: "Weeks with measurements; the change in brackets"),
      ]
    }
    if let factorsTable {
      sections += [
        .heading("Daily factors"),
        .table(factorsTable, caption: "Weeks with daily factors; the change in brackets"),
        .notes([factorsNote]),
      ]
    }
    return HTMLPage(title: heading, sections: sections)
  }
}

extension Chart.Mark {
  /// A flare in weeks; an ongoing one lasts to the end of the chart.
  init(_ flare: Flare, through last: Int) {
    let first = flare.start.day.week.number
    self = .flare(first...max(first, flare.end?.day.week.number ?? last))
  }
}
