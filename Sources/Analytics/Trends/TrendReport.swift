import Core
import Statistics

/// How one series changes over time: its points, the line through them, and the conclusion.
///
/// Times are whole weeks or days, counted from the first point with the gaps kept, so a chart draws the line
/// as `intercept + perStep · x`, the limits of `control` as horizontals, and flares and new stages as marks.
package struct TrendReport: Sendable {
  /// Points needed to describe a slope.
  package static let fewestForSlope = 5
  /// Points needed for an interval, a test and the serial correlation.
  package static let fewestForTest = 8
  /// The fewest points in the baseline of the control chart, from the first one (our default).
  package static let leastBaseline = 8
  /// The moving ranges that a baseline needs, as many as 8 consecutive points have (our default); with gaps
  /// it has more points.
  package static let fewestRanges = 7
  /// The confidence level of intervals.
  package static let level = 0.95
  /// The weight of a day in the moving average (*The Hacker's Diet*); a week's is that of seven days.
  package static let dailyWeight = 0.1

  /// The values behind the points, with their methods.
  package let values: SeriesValues
  /// The points, oldest first.
  package let points: [Point]
  /// Weeks or days from the first to the last point; 0 without any.
  package let span: Int
  /// Nil with fewer than 5 points.
  package let slope: Slope?
  /// Nil with fewer than 8 points.
  package let mannKendall: MannKendall?
  /// Nil with fewer than 8 points, too few neighbours, or residuals that do not vary.
  package let serial: SerialCorrelation?
  /// The p of the trend adjusted for the serial correlation.
  package let serialP: PValue?
  /// The difference between both ends, or why it is unknown.
  package let change: TrendChange
  /// The control chart.
  package let control: Control?
  /// Why there is none; nil where there is one.
  package let noControl: NoControl?

  /// How many weeks or days with a value were left out because of a flare; nil if none were to be.
  package var leftOutFlares: Int? { values.leftOut?.count }

  var series: Series { values.series }
  var step: Step { values.step }

  /// - Parameters:
  ///   - values: in order of time.
  ///   - flares: the flares that may overlap them.
  ///   - protocolHistory: the protocols and stages followed.
  ///   - withoutFlares: whether to leave out the weeks or days that overlap a flare.
  ///   - visits: repeated trials of the same series and method, for the user's own error.
  package init(
    _ values: SeriesValues, flares: [Flare] = [],
    protocolHistory: ProtocolHistory = ProtocolHistory([]),
    withoutFlares: Bool = false, visits: [TrialVisit] = []
  ) {
    let step = values.step
    let kept = withoutFlares ? values.leavingOut(flares) : values
    self.values = kept
    let numbers = kept.values.map(\.number)
    let x = numbers.map { Double($0 - (numbers.first ?? 0)) }
    let y = kept.values.map(\.value)
    let days = x.map { $0 * Double(step.length) }
    let averages = EWMA.smoothed(x: days, y: y, alpha: TrendReport.dailyWeight) ?? y
    points = kept.values.indices.map { index in
      let value = kept.values[index]
      return Point(
        number: value.number, label: step.label(value.number), x: x[index], value: value.value,
        n: value.n, smoothed: averages[index], isFlare: flares.touch(step.days(value.number)),
        stageInterval: protocolHistory.stageInterval(on: step.middle(value.number)))
    }
    span = numbers.isEmpty ? 0 : Int(x.last ?? 0) + 1
    let isTested = x.count >= TrendReport.fewestForTest
    let line = x.count >= TrendReport.fewestForSlope ? TheilSen(x: x, y: y) : nil
    slope = line.map { Slope($0, weeks: 7 / Double(step.length), isTested: isTested) }
    let test = isTested ? MannKendall(y) : nil
    let residuals = isTested ? line?.residuals(x: x, y: y) : nil
    serial = residuals.flatMap { SerialCorrelation(x: x, residuals: $0) }
    mannKendall = test
    serialP = serial.flatMap { serial in test?.p(allowingFor: serial) }
    change = TrendChange(kept, visits: visits)
    switch TrendReport.control(x: x, y: y) {
    case .success(let chart): (control, noControl) = (chart, nil)
    case .failure(let reason): (control, noControl) = (nil, reason)
    }
  }

  /// The value of the line at each point; empty without a line.
  package var line: [Double] {
    guard let slope else { return [] }
    return points.map { slope.intercept + slope.perStep * $0.x }
  }
}
