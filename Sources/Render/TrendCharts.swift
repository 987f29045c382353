import Analytics
import Core

// Trends as charts: points, the Theil–Sen line with the range of its slope, control limits, the moving
// average, and marks for stages, flares and changes of method.

extension Series {
  /// Whether to use the full pain scale.
  var isPain: Bool {
    if case .pain = self { return true }
    return false
  }
}

extension SeriesValues {
  var chartStep: Chart.Step { step == .week ? .week : .day }

  /// The values as a panel. Weeks with fewer readings than a comparison needs are hollow; few days have that
  /// many.
  var chartSeries: Chart.Series { chartSeries(shifted: 0, note: "") }

  /// The same shifted by some weeks or days, with a note that says so.
  func chartSeries(shifted shift: Int, note: String) -> Chart.Series {
    Chart.Series(
      "\(series.subject), \(series.ruleWord)\(note)", unit: series.unit ?? "", step: chartStep,
      points: values.map { Chart.Point(x: $0.number + shift, value: $0.value, n: $0.readings) },
      span: values.isEmpty ? windowSpan : nil, isPain: series.isPain,
      fewest: step == .week ? series.readingsNeeded : 0)
  }

  private var windowSpan: ClosedRange<Int> {
    step.number(of: window.lowerBound)...step.number(of: window.upperBound)
  }

  /// An empty picture, with sentences instead.
  func emptyChart(_ title: String, placeholder: [String]) -> Chart {
    Chart(title: title, step: chartStep, span: windowSpan, panels: [], placeholder: placeholder)
  }

  /// The first week or day of each further measurement method.
  func methodMarks(shifted shift: Int = 0) -> [Chart.Mark] {
    breaks.map { .method($0.number + shift, label: $0.after.map(\.label).joined(separator: ", ")) }
  }
}

extension TrendReport {
  /// The trend as a chart.
  package var chart: Chart {
    guard let first = points.first?.number else {
      return values.emptyChart(title, placeholder: statements)
    }
    let series = values.chartSeries
    let line = slope.map {
      Chart.Line(
        intercept: $0.intercept, slope: $0.perStep, origin: first, span: series.span)
    }
    let weeks = 7 / Double(values.step.length)
    let band = line.flatMap { line in
      slope?.interval.map { interval in
        // The interval is in units per week; the chart counts in its own steps.
        Chart.Band(slopes: (interval.low / weeks, interval.high / weeks), of: line)
      }
    }
    return Chart.trend(
      title: title, series: series, line: line, band: band,
      limits: control.map {
        Chart.Limits(centre: $0.centre, low: $0.limits.low, high: $0.limits.high)
      },
      signals: control.map { $0.signals.map { points[$0.place].number } } ?? [],
      smooth: points.map { Chart.Point(x: $0.number, value: $0.smoothed) },
      marks: lifeMarks + values.methodMarks())
  }

  private var title: String {
    "Trend of \(values.series.object)"
      + (points.first.map { ", \($0.label) to \(points[points.count - 1].label)" } ?? "")
  }

  /// Marks for stages and flares, shared with charts of several series.
  var lifeMarks: [Chart.Mark] { stageMarks + flareMarks }

  private var stageMarks: [Chart.Mark] {
    var before: ProtocolHistory.StageInterval?
    return points.compactMap { point in
      defer { before = point.stageInterval }
      guard let stageInterval = point.stageInterval, stageInterval != before,
        before != nil || stageInterval.start >= firstDay
      else {
        return nil
      }
      let isNew = stageInterval.rehabProtocol != before?.rehabProtocol
      return .stage(
        point.number,
        label: isNew
          ? "\(stageInterval.rehabProtocol): \(stageInterval.stage)" : stageInterval.stage.text)
    }
  }

  private var firstDay: Day {
    points.first.map { values.step.days($0.number).lowerBound } ?? Day(number: 0)
  }

  /// Consecutive weeks or days with a flare, merged into one span.
  private var flareMarks: [Chart.Mark] {
    var spans: [ClosedRange<Int>] = []
    let overlapping = points.filter(\.isFlare).map(\.number) + (values.leftOut ?? [])
    for number in overlapping.sorted() {
      if let last = spans.last, last.upperBound + 1 == number {
        spans[spans.count - 1] = last.lowerBound...number
      } else {
        spans.append(number...number)
      }
    }
    return spans.map { .flare($0) }
  }

  package var picture: any Picture { chart }

  package var page: HTMLPage {
    var sections: [HTMLPage.Section] = [.statements(statements)]
    if !points.isEmpty {
      sections += [
        .picture(
          chart,
          caption:
            "Gaps stay gaps. The line is the median of all slopes (Theil–Sen), the band the 95 % "
            + "interval of the slope, the horizontals the control limits of the first weeks or days."
        ),
        .heading("Numbers"), .table(Table(fields: numbers), caption: "What the points carry"),
        .heading("Point by point"), .table(pointTable, caption: title),
      ]
    }
    return HTMLPage(title: title, sections: sections)
  }
}
