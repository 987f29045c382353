import RehabLog
import Statistics

extension TrendReport {
  /// From this correlation of neighbours on it is spoken of: at .3 the test finds a trend in .107 of
  /// 16-week series without one, where it should in .05.
  static let highSerial = 0.3

  /// Whether a trend is claimed: the test finds one, also when it allows for neighbours that resemble
  /// each other, and the line is not level.
  public var isClear: Bool {
    guard let mannKendall, let slope else { return false }
    return Claim.isCarried(by: mannKendall.p.value) && !isOnlySerial && slope.perStep != 0
  }

  /// Whether the test finds a trend that could be no more than neighbours resembling each other.
  private var isOnlySerial: Bool {
    guard isSerialHigh, let serialP, let mannKendall else { return false }
    return Claim.isCarried(by: mannKendall.p.value) && !Claim.isCarried(by: serialP.value)
  }

  private var isSerialHigh: Bool { (serial?.lag1 ?? 0) >= TrendReport.highSerial }

  /// One to three sentences: the trend, the change between both ends, and what the series leaves out.
  public var statements: [String] {
    [trendSentence, changeSentence, remarkSentence].compactMap(\.self)
  }

  /// The sentences in one.
  public var statement: String { statements.joined(separator: " ") }

  private var trendSentence: String {
    let fewest = TrendReport.fewestForSlope
    guard let slope, !points.isEmpty else {
      let need = "Too few \(step.rawValue)s to say (\(fewest) needed, \(points.count) logged)"
      return points.isEmpty
        ? "\(need): no value of \(series.object) from \(values.window.lowerBound) to "
          + "\(values.window.upperBound)."
        : "\(need): \(series.object) over \(over)."
    }
    if let value = points.first?.value, points.allSatisfy({ $0.value == value }) {
      return "No clear trend: \(series.object) was \(series.shown(value)) in all of \(over)."
    }
    guard let mannKendall, let interval = slope.interval else {
      return "\(series.subject) \(direction(slope)) over \(over) (Theil–Sen); an interval and a "
        + "test need \(TrendReport.fewestForTest) \(step.rawValue)s, so this is a description only."
    }
    let places = places(slope, interval)
    let reach =
      "95 % CI \(fixed(interval.low, places: places)) to "
      + "\(fixed(interval.high, places: places)), Theil–Sen"
    let test = "Mann–Kendall \(probabilityText(mannKendall.p.value))"
    if isClear {
      return "\(series.subject) \(direction(slope)) over \(over) (\(reach); \(test)\(serialText))."
    }
    if isOnlySerial {
      return "No clear trend of \(series.object) over \(over): \(test) takes the \(step.rawValue)s "
        + "as independent\(serialText), which is not the same as no change."
    }
    if Claim.isCarried(by: mannKendall.p.value) {
      return
        "Later values of \(series.object) tend to be \(mannKendall.s < 0 ? "lower" : "higher") "
        + "over \(over) (\(test)\(serialText)), yet the median slope is 0, as most are the same."
    }
    return "No clear trend of \(series.object) over \(over) (slope "
      + "\(printed(slope.perWeek, places: places)) a week, \(reach); \(test)\(serialText)), which "
      + "is not the same as no change."
  }

  /// `13 of 16 weeks`, or `16 weeks` without gaps.
  private var over: String {
    points.count == span
      ? step.counted(span) : "\(points.count) of \(step.counted(span))"
  }

  private func direction(_ slope: Slope) -> String {
    guard slope.perStep != 0 else { return "has a median slope of 0" }
    let size = series.amount(slope.perWeek.magnitude, places: Reports.places(for: slope.perWeek))
    return "\(slope.perStep < 0 ? "fell" : "rose") about \(size) a week"
  }

  private func places(_ slope: Slope, _ interval: Interval) -> Int {
    [slope.perWeek, interval.low, interval.high].map { Reports.places(for: $0) }.max() ?? 2
  }

  /// What a high correlation of neighbours does to the test.
  private var serialText: String {
    guard isSerialHigh, let serial, let serialP else { return "" }
    return "; neighbouring \(step.rawValue)s resemble each other (lag-1 r "
      + "\(correlationText(serial.lag1))), and allowing for that \(probabilityText(serialP.value))"
  }

  private var remarkSentence: String? {
    if let waySentence = values.waySentence { return waySentence }
    if let leftOutFlares, leftOutFlares > 0 {
      return "\(step.counted(leftOutFlares)) with a flare left out, as asked."
    }
    return values.unfinishedSentence
  }
}
