// How reports become charts, from plain arrays.
//
// `x` is the number of a week or day. If a report counts x from its first point, add that point's number;
// `origin` is the same number, at which the intercept applies:
//
//     let first = report.points[0].week.number
//     let series = Chart.Series(
//       "Pain now, weekly median", unit: "0-10",
//       points: report.points.map { .init(x: first + $0.x, value: $0.value, n: $0.n) },
//       isPain: true, fewest: 3)
//     let line = Chart.Line(
//       intercept: slope.intercept, slope: slope.perWeek, origin: first, span: series.span)
//     Chart.trend(
//       title: "Pain: trend", series: series, line: line,
//       band: .init(slopes: (slope.low, slope.high), of: line),
//       limits: .init(centre: control.centre, low: control.low, high: control.high))
//
// `text(style)` then goes into the report's text, `svg()` is the report as SVG, and an `HTMLPage` with
// `.picture(chart, caption:)` the report as HTML. A relation is a `ScatterChart` with a `Chart.pair`; a
// comparison is `Chart.phases` with a line for each segment.

extension Chart {
  /// A series from a report: its points by week or day.
  package struct Series: Sendable {
    /// The unit of `x`.
    package let step: Step
    /// The first and the last week or day to show, including gaps at the ends.
    package let span: ClosedRange<Int>
    /// The panel with its points.
    package var panel: Panel

    /// Pain is drawn on its full scale, everything else on the range of its values.
    package init(
      _ title: String, unit: String, step: Step = .week, points: [Point],
      span: ClosedRange<Int>? = nil, isPain: Bool = false, shape: Shape? = nil, fewest: Int = 0
    ) {
      self.step = step
      let xs = points.map(\.x)
      self.span = span ?? (xs.min() ?? 0)...(xs.max() ?? 0)
      panel = Panel(
        title: title, unit: unit, scale: isPain ? .fixed(0, 10) : .fitted,
        shape: shape ?? (isPain ? .circle : .diamond), points: points)
      panel.fewest = fewest
    }
  }

  /// A series with its trend: the Theil–Sen line, its band, control limits with the weeks outside them, and a
  /// smoothed series, where the report has them.
  package static func trend(
    title: String, series: Series, line: Line? = nil, band: Band? = nil, limits: Limits? = nil,
    signals: [Int] = [], smooth: [Point] = [], marks: [Mark] = []
  ) -> Chart {
    var panel = series.panel
    panel.lines = line.map { [$0] } ?? []
    panel.band = band
    panel.limits = limits
    panel.signals = signals
    panel.smooth = smooth
    return Chart(
      title: title, step: series.step, span: series.span, panels: [panel], marks: marks)
  }

  /// Two series stacked over the same weeks. If both would have the same shape, the second gets another.
  package static func pair(
    title: String, _ first: Series, _ second: Series, marks: [Mark] = []
  ) -> Chart {
    // A series without values does not extend the time axis of the other.
    let filled = [first, second].filter { !$0.panel.points.isEmpty }
    let spans = (filled.isEmpty ? [first] : filled).map(\.span)
    let low = spans.map(\.lowerBound).min() ?? 0
    let high = spans.map(\.upperBound).max() ?? low
    var lower = second.panel
    if lower.shape == first.panel.shape {
      lower = lower.with(shape: lower.shape == .square ? .diamond : .square)
    }
    return Chart(
      title: title, step: first.step, span: low...high, panels: [first.panel, lower], marks: marks)
  }

  /// A series in two phases: where the second one starts, and a line for each.
  package static func phases(
    title: String, series: Series, lines: [Line] = [], split: Int, label: String,
    marks: [Mark] = []
  ) -> Chart {
    var panel = series.panel
    panel.lines = lines
    return Chart(
      title: title, step: series.step, span: series.span, panels: [panel],
      marks: marks + [.split(split, label: label)])
  }
}

extension Chart.Panel {
  func with(shape: Chart.Shape) -> Chart.Panel {
    var panel = Chart.Panel(title: title, unit: unit, scale: scale, shape: shape, points: points)
    panel.fewest = fewest
    panel.lines = lines
    panel.band = band
    panel.limits = limits
    panel.signals = signals
    panel.smooth = smooth
    panel.smoothLabel = smoothLabel
    return panel
  }
}
