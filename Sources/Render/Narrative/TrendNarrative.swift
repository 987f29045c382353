import Analytics
import Core

extension TrendReport {
  /// One to three sentences: the trend, the change from the first to the last weeks, and what is left out or
  /// missing.
  package var statements: [String] {
    let notes = values.notes + missing.map { text($0) }
    let last = notes.isEmpty ? nil : Phrase.sentence(notes.joined(separator: "; "))
    return [trendSentence, changeSentence, last].compactMap(\.self)
  }

  package var statement: String { statements.joined(separator: " ") }

  private var series: Series { values.series }
  private var step: String { values.step.rawValue }
  private var over: String { Phrase.count(points.count, of: span, noun: step) }

  private var trendSentence: String {
    switch verdict {
    case .tooFew: return tooFewSentence
    case .constant(let value):
      let all =
        points.count == span ? over : "\(points.count) logged of \(Phrase.count(span, noun: step))"
      return "No clear trend: \(series.object) was \(series.shown(value)) in all \(all)."
    case .described(let slope):
      return "\(series.subject) \(direction(slope)) over \(over) (Theil–Sen); an interval, a test "
        + "and control limits need \(TrendReport.fewestForTest) \(step)s, so this is a description "
        + "only."
    case .tested(let outcome, let slope, let interval, let mannKendall):
      let (low, high, middle) = (
        interval.low * pace.weeks, interval.high * pace.weeks, slope.perWeek * pace.weeks
      )
      let places = [middle, low, high].map(\.usefulPlaces).max() ?? 2
      let reach =
        "95 % CI \(low.printed(exactly: places)) to \(high.printed(exactly: places)), Theil–Sen"
      let median = "slope \(series.amount(middle, places: places)) a \(pace.unit), \(reach)"
      let test = "Mann–Kendall \(Phrase.pValue(mannKendall.p.value))"
      let none =
        "No clear trend of \(series.object) over \(over), which is not the same as no change: "
      switch outcome {
      case .trend:
        return
          "\(series.subject) \(direction(slope)) over \(over) (\(reach); \(test)\(serialText))."
      case .onlySerial: return none + "\(test) takes the \(step)s as independent\(serialText)."
      case .none: return none + "\(median); \(test)\(serialText)."
      case .flatSlope:
        return "Later values of \(series.object) tend to be "
          + "\(mannKendall.s < 0 ? "lower" : "higher") over \(over) (\(test)\(serialText)), yet "
          + (slope.perStep == 0
            ? "the median slope is 0, as most are the same."
            : "the interval of the slope includes 0, so none is claimed (\(median)).")
      }
    }
  }

  /// The time that slopes are given for: a year where the series covers one, so that the number is readable, else
  /// a week.
  var pace: (unit: String, weeks: Double) {
    span * values.step.length >= 52 * 7 ? ("year", 365.25 / 7) : ("week", 1)
  }

  private var tooFewSentence: String {
    let left = leftOutFlares ?? 0
    let counts =
      left > 0 ? "\(points.count) left of \(points.count + left)" : "\(points.count)"
    let need = "Too few \(step)s to say (\(TrendReport.fewestForSlope) needed, \(counts) logged)"
    guard points.isEmpty else { return "\(need): \(series.object) over \(over)." }
    let what = left > 0 ? series.object : "no value of \(series.object)"
    return "\(need): \(what) from \(values.window.lowerBound) to \(values.window.upperBound)."
  }

  private func direction(_ slope: Slope) -> String {
    guard slope.perStep != 0 else { return "has a median slope of 0" }
    let rate = slope.perWeek * pace.weeks
    let size = series.amount(rate.magnitude, places: rate.usefulPlaces)
    return "\(slope.perStep < 0 ? "fell" : "rose") about \(size) a \(pace.unit)"
  }

  /// What a high serial correlation does to the test.
  private var serialText: String {
    guard let highSerial else { return "" }
    return "; \(Phrase.pValue(highSerial.p)) allowing for \(step)-to-\(step) carry-over (lag-1 r "
      + "\(Phrase.correlation(highSerial.lag1)))"
  }

  private func text(_ missing: Missing) -> String {
    switch missing {
    case .allConstant:
      "as nothing varies, there are no control limits and no correlation of neighbours"
    case .serial(let reason): "there is no correlation of neighbours: \(text(reason))"
    case .control(let reason): "there are no control limits: \(text(reason))"
    }
  }

  func text(_ reason: NoSerial) -> String {
    switch reason {
    case .fewPoints: missingText(needed: TrendReport.fewestForTest)
    case .fewNeighbours(let needed, let found):
      "\(needed) pairs of neighbouring \(step)s needed, \(found) logged"
    case .noResiduals: "nothing is left around the line"
    }
  }

  func text(_ reason: NoControl) -> String {
    switch reason {
    case .fewPoints: missingText(needed: TrendReport.leastBaseline)
    case .fewNeighbours(let count):
      "\(TrendReport.fewestRanges) pairs of neighbouring \(step)s needed, \(count) logged"
    case .alike(let baseline): "neighbours among the first \(baseline) are all alike"
    }
  }

  /// Says that there are too few points for a number.
  func missingText(needed: Int) -> String { "needs \(needed) \(step)s, \(points.count) logged" }
}
