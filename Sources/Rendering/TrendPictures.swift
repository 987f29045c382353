import RehabLog
import Reports

// The trends as charts: points, the Theil–Sen line with the range of its slope, control limits, the moving
// average, and marks for stages, flares and changes of method.

extension Series {
  /// Whether it is drawn on the whole scale of pain.
  fileprivate var isPain: Bool {
    if case .pain = self { return true }
    return false
  }
}

extension SeriesValues {
  var chartStep: Chart.Step { step == .week ? .week : .day }

  /// The values as a panel.
  var chartSeries: Chart.Series {
    return Chart.Series(
      "\(series.subject), \(series.ruleWord)", unit: series.unit ?? "", step: chartStep,
      points: values.map { Chart.Point(x: $0.number, value: $0.value, n: $0.n) },
      isPain: series.isPain)
  }

  /// Where another way of measuring began.
  var methodMarks: [Chart.Mark] {
    breaks.map { .method($0.number, $0.after.map(\.label).joined(separator: ", ")) }
  }
}

extension TrendReport {
  /// The trend as a chart.
  public var chart: Chart {
    let first = points.first?.number ?? 0
    let series = values.chartSeries
    let line = slope.map {
      Chart.Line(
        intercept: $0.intercept, slope: $0.perStep, origin: first, span: series.span)
    }
    let weeks = 7 / Double(values.step.length)
    let band = line.flatMap { line in
      slope?.interval.map { interval in
        // The interval is of the slope a week; the chart counts in its own steps.
        Chart.Band(slopes: (interval.low / weeks, interval.high / weeks), of: line)
      }
    }
    return Chart.trend(
      title: title, series: series, line: line, band: band,
      limits: control.map {
        Chart.Limits(centre: $0.centre, low: $0.limits.low, high: $0.limits.high)
      },
      signals: control.map { $0.signals.flatMap { $0.indices.map { points[$0].number } } } ?? [],
      smooth: points.map { Chart.Point(x: $0.number, value: $0.smoothed) },
      marks: stageMarks + flareMarks + values.methodMarks)
  }

  private var title: String {
    "Trend of \(values.series.object)"
      + (points.first.map { ", \($0.label) to \(points[points.count - 1].label)" } ?? "")
  }

  private var stageMarks: [Chart.Mark] {
    var before: Course.Stay?
    return points.compactMap { point in
      defer { before = point.stay }
      guard let stay = point.stay, stay != before, before != nil || stay.start >= firstDay else {
        return nil
      }
      let isNew = stay.programme != before?.programme
      return .stage(point.number, isNew ? "\(stay.programme): \(stay.stage)" : stay.stage.text)
    }
  }

  private var firstDay: Day {
    points.first.map { values.step.days($0.number).lowerBound } ?? Day(number: 0)
  }

  /// Neighbouring weeks or days with a flare as one span.
  private var flareMarks: [Chart.Mark] {
    var spans: [ClosedRange<Int>] = []
    for point in points where point.isFlare {
      if let last = spans.last, last.upperBound + 1 == point.number {
        spans[spans.count - 1] = last.lowerBound...point.number
      } else {
        spans.append(point.number...point.number)
      }
    }
    return spans.map { .flare($0) }
  }

  /// The report as one picture.
  public func svg() -> String { chart.svg() }

  /// The report as a page of its own.
  public func html() -> String {
    var sections: [Page.Section] = [.statements(statements)]
    if !points.isEmpty {
      sections += [
        .picture(
          chart,
          caption:
            "Gaps stay gaps. The line is the median of all slopes (Theil–Sen), the band the 95 % "
            + "interval of the slope, the horizontals the control limits of the first weeks or days."
        ),
        .heading("Numbers"), .table(Sheet(fields: numbers), caption: "What the points carry"),
        .heading("Point by point"), .table(pointSheet, caption: title),
      ]
    }
    return Page(title: title, sections: sections).html()
  }
}

extension RelationReport {
  private var pictureTitle: String { "\(a.series.subject) and \(b.series.object)" }

  /// The pairs, one series against the other.
  public var scatter: ScatterChart {
    ScatterChart(
      title: pictureTitle, a: a.scatterSide, b: b.scatterSide,
      points: points.map { ScatterChart.Point($0.label, a: $0.a, b: $0.b) })
  }

  /// The two series over the same time.
  public var chart: Chart {
    Chart.pair(
      title: "\(pictureTitle) over time", a.chartSeries, b.chartSeries,
      marks: a.methodMarks + b.methodMarks)
  }

  /// The report as one picture: both series over time.
  public func svg() -> String { chart.svg() }

  /// The report as a page of its own.
  public func html() -> String {
    var sections: [Page.Section] = [.statements(statements + remarks)]
    if !points.isEmpty {
      sections += [
        .picture(chart, caption: "Both series over the same time, each on its own scale."),
        .picture(
          scatter,
          caption:
            "Each point is a week or day that has both. Two series that both go on with time lie on "
            + "a line here whatever they have to do with each other."),
      ]
    }
    if raw != nil {
      sections += [.heading("Numbers"), .table(Sheet(fields: numbers), caption: "Correlations")]
    }
    if lags.count > 1 { sections.append(.table(lagSheet, caption: "Lags, Holm over all")) }
    if !points.isEmpty {
      sections += [.heading("Pairs"), .table(pointSheet, caption: pictureTitle)]
    }
    return Page(title: pictureTitle, sections: sections).html()
  }
}

extension SeriesValues {
  fileprivate var scatterSide: ScatterChart.Side {
    return ScatterChart.Side(series.subject, unit: series.unit ?? "", isPain: series.isPain)
  }
}

extension CompareReport {
  private var pictureTitle: String {
    "\(values.series.subject): \(a.phase.label) and \(b.phase.label)"
  }

  /// Both phases, with the line of each from the segmented regression.
  public var chart: Chart {
    let weeks = Set(a.weeks + b.weeks)
    let values = self.values.leavingOut { !weeks.contains($0) }
    var lines: [Chart.Line] = []
    if let effect, let first = a.weeks.first, let end = a.weeks.last, let last = b.weeks.last {
      let fit = effect.segmented
      let start = effect.start.number
      let split = Double(start - first)
      lines = [
        Chart.Line(
          intercept: fit.intercept.value, slope: fit.slope.value, origin: first, span: first...end,
          label: "line of \(a.phase.label)"),
        Chart.Line(
          intercept: fit.intercept.value + fit.slope.value * split + fit.level.value,
          slope: fit.slope.value + fit.slopeChange.value, origin: start, span: start...last,
          label: "line of \(b.phase.label)"),
      ]
    }
    return Chart.phases(
      title: pictureTitle, series: values.chartSeries, lines: lines,
      split: (b.phase.firstWeek ?? b.phase.first.week).number, label: b.phase.label)
  }

  /// The report as one picture.
  public func svg() -> String { chart.svg() }

  /// The report as a page of its own.
  public func html() -> String {
    var sections: [Page.Section] = [.statements(statements + remarks)]
    if !(a.weeks + b.weeks).isEmpty {
      sections.append(
        .picture(
          chart, caption: "The lines are those of the segmented regression, where it can be made."))
    }
    sections.append(.table(phaseSheet, caption: "The phases"))
    if let effect {
      sections.append(.table(Sheet(fields: numbers(effect)), caption: "The comparison"))
    }
    return Page(title: pictureTitle, sections: sections).html()
  }
}
