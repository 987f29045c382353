// How reports become charts, against plain arrays.
//
// `x` is the number of a week or day. A report whose own x counts from its first point adds that
// point's number, and its intercept belongs to `origin`, the same number:
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
// `text(style)` is then a part of the report's text, `svg()` its form as SVG, and a `HTMLPage` with
// `.picture(chart, caption:)` its form as HTML. A relation is a `ScatterChart` beside a
// `Chart.pair`, a comparison is `Chart.phases` with the line of each segment.

extension Chart {
  /// A series as the reports hold it: its points with the weeks or days they are of.
  package struct Series: Sendable {
    /// What one step of `x` is.
    package let step: Step
    /// The first and the last week or day to show, gaps at the ends included.
    package let span: ClosedRange<Int>
    /// The panel with its points.
    package var panel: Panel

    /// A series. Pain is drawn on its whole scale; everything else fits its values.
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

  /// A series with its trend: the line (Theil–Sen), its band, control limits with the weeks that
  /// signal, and a smoothed series, each where the report has it.
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

  /// Two series one above the other over the same weeks. Where both would have the same shape, the
  /// second gets another.
  package static func pair(
    title: String, _ first: Series, _ second: Series, marks: [Mark] = []
  ) -> Chart {
    // A series without values does not stretch the time of the other.
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

  /// Two phases of a series: where the second begins, and the line of each.
  package static func phases(
    title: String, series: Series, lines: [Line] = [], split: Int, label: String,
    marks: [Mark] = []
  ) -> Chart {
    var panel = series.panel
    panel.lines = lines
    return Chart(
      title: title, step: series.step, span: series.span, panels: [panel],
      marks: marks + [.split(split, label)])
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
