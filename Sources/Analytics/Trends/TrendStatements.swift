import Core
import Statistics

extension TrendReport {
  /// From this correlation of neighbours on it is spoken of: at .3 the test finds a trend in .107 of
  /// 16-week series without one, where it should in .05.
  static let highSerial = 0.3

  /// Whether a trend is claimed: the test finds one, also when it allows for neighbours that resemble
  /// each other, and the interval of the slope leaves 0 out.
  package var isClear: Bool { isOrdered && !isOnlySerial && slope?.interval?.leavesZeroOut == true }

  /// Whether the test finds that later values tend to be higher, or lower.
  private var isOrdered: Bool { Claim.isCarried(by: mannKendall?.p.value) }

  /// Whether it could find no more than neighbours resembling each other.
  private var isOnlySerial: Bool {
    guard isSerialHigh, let serialP else { return false }
    return isOrdered && !Claim.isCarried(by: serialP.value)
  }

  private var isSerialHigh: Bool { (serial?.lag1 ?? 0) >= TrendReport.highSerial }

  /// One to three sentences: the trend, the change between both ends, and what is left out or missing.
  package var statements: [String] {
    let notes = values.notes + missing
    let last = notes.isEmpty ? nil : sentence(notes.joined(separator: "; "))
    return [trendSentence, changeSentence, last].compactMap(\.self)
  }

  /// The sentences in one.
  package var statement: String { statements.joined(separator: " ") }

  private var trendSentence: String {
    guard let slope, !points.isEmpty else { return tooFewSentence }
    if isConstant {
      let all = points.count == span ? over : "\(points.count) logged of \(step.counted(span))"
      return "No clear trend: \(series.object) was \(series.shown(points[0].value)) in all \(all)."
    }
    guard let mannKendall, let interval = slope.interval else {
      return "\(series.subject) \(direction(slope)) over \(over) (Theil–Sen); an interval, a test "
        + "and control limits need \(TrendReport.fewestForTest) \(step.rawValue)s, so this is a "
        + "description only."
    }
    let places = places(slope, interval)
    let reach =
      "95 % CI \(fixed(interval.low, places: places)) to "
      + "\(fixed(interval.high, places: places)), Theil–Sen"
    let median = "slope \(series.amount(slope.perWeek, places: places)) a week, \(reach)"
    let test = "Mann–Kendall \(probabilityText(mannKendall.p.value))"
    if isClear {
      return "\(series.subject) \(direction(slope)) over \(over) (\(reach); \(test)\(serialText))."
    }
    let none =
      "No clear trend of \(series.object) over \(over), which is not the same as no change: "
    if isOnlySerial {
      return none + "\(test) takes the \(step.rawValue)s as independent\(serialText)."
    }
    guard isOrdered else { return none + "\(median); \(test)\(serialText)." }
    return
      "Later values of \(series.object) tend to be \(mannKendall.s < 0 ? "lower" : "higher") "
      + "over \(over) (\(test)\(serialText)), yet "
      + (slope.perStep == 0
        ? "the median slope is 0, as most are the same."
        : "the interval of the slope holds 0, so none is claimed (\(median)).")
  }

  private var tooFewSentence: String {
    let left = values.leftOut?.count ?? 0
    let counts =
      left > 0 ? "\(points.count) left of \(points.count + left)" : "\(points.count)"
    let need =
      "Too few \(step.rawValue)s to say (\(TrendReport.fewestForSlope) needed, \(counts) logged)"
    guard points.isEmpty else { return "\(need): \(series.object) over \(over)." }
    let what = left > 0 ? series.object : "no value of \(series.object)"
    return "\(need): \(what) from \(values.window.lowerBound) to \(values.window.upperBound)."
  }

  private var isConstant: Bool { points.allSatisfy { $0.value == points.first?.value } }

  /// What else there is no number for, with 8 points and more; with fewer, the first sentence says it.
  private var missing: [String] {
    guard points.count >= TrendReport.fewestForTest else { return [] }
    guard !isConstant else {
      return ["as nothing varies, there are no control limits and no correlation of neighbours"]
    }
    return [
      noSerialText.map { "there is no correlation of neighbours: \($0)" },
      noControlText.map { "there are no control limits: \($0)" },
    ].compactMap(\.self)
  }

  /// Why there is no correlation of neighbours; nil where there is one.
  package var noSerialText: String? {
    let fewest = SerialCorrelation.smallestPairs
    let neighbours = zip(points, points.dropFirst()).count { $1.x - $0.x == 1 }
    switch (serial, points.count) {
    case (.some, _): return nil
    case (nil, ..<TrendReport.fewestForTest):
      return "needs \(TrendReport.fewestForTest) \(step.rawValue)s, \(points.count) logged"
    case (nil, _):
      return neighbours < fewest
        ? "\(fewest) pairs of neighbouring \(step.rawValue)s needed, \(neighbours) logged"
        : "nothing is left around the line"
    }
  }

  /// Why there is no control chart; nil where there is one.
  package var noControlText: String? { noControl.map { words($0) } }

  private func words(_ reason: NoControl) -> String {
    switch reason {
    case .fewPoints:
      "needs \(TrendReport.leastBaseline) \(step.rawValue)s, \(points.count) logged"
    case .fewNeighbours(let count):
      "\(TrendReport.fewestRanges) pairs of neighbouring \(step.rawValue)s needed, \(count) logged"
    case .alike(let baseline): "neighbours among the first \(baseline) are all alike"
    }
  }

  /// `13 of 16 weeks`, or `16 weeks` without gaps.
  private var over: String {
    points.count == span
      ? step.counted(span) : "\(points.count) of \(step.counted(span))"
  }

  private func direction(_ slope: Slope) -> String {
    guard slope.perStep != 0 else { return "has a median slope of 0" }
    let size = series.amount(slope.perWeek.magnitude, places: Analytics.places(for: slope.perWeek))
    return "\(slope.perStep < 0 ? "fell" : "rose") about \(size) a week"
  }

  private func places(_ slope: Slope, _ interval: Interval) -> Int {
    [slope.perWeek, interval.low, interval.high].map { Analytics.places(for: $0) }.max() ?? 2
  }

  /// What a high correlation of neighbours does to the test.
  private var serialText: String {
    guard isSerialHigh, let serial, let serialP else { return "" }
    return "; neighbouring \(step.rawValue)s resemble each other (lag-1 r "
      + "\(correlationText(serial.lag1))), and allowing for that \(probabilityText(serialP.value))"
  }
}
