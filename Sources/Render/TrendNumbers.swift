import Analytics
import Core

extension TrendReport {
  private static let mostSignals = 3

  /// The numbers behind the sentences with their labels, and what is missing where there is none.
  var numbers: [(String, String)] {
    let step = values.step.rawValue
    func missing(_ needed: Int) -> String {
      "needs \(needed) \(step)s, \(points.count) logged"
    }
    return [
      ("Line", slopeText ?? missing(TrendReport.fewestForSlope)),
      ("Trend test", testText ?? missing(TrendReport.fewestForTest)),
      ("Neighbours", serialText ?? noSerialText ?? missing(TrendReport.fewestForTest)),
      ("Control", controlText ?? noControlText ?? missing(TrendReport.leastBaseline)),
      ("Smoothed", "a moving average, each day at 10 % (our default)"),
    ]
  }

  private var slopeText: String? {
    guard let slope else { return nil }
    let places = Analytics.places(for: slope.perWeek)
    var text = "\(fixed(slope.perWeek, places: places))\(values.series.suffix) a week"
    if let interval = slope.interval {
      let places = max(Analytics.places(for: interval.low), Analytics.places(for: interval.high))
      text += ", 95 % CI \(fixed(interval.low, places: places)) to "
      text += fixed(interval.high, places: places)
    }
    return text + ", from \(printed(slope.intercept, places: 2)) at the first point (Theil–Sen)"
  }

  private var testText: String? {
    mannKendall.map { test in
      "Mann–Kendall S \(printed(Double(test.s), places: 0)), \(probabilityText(test.p.value)) (\(test.p.method.rawValue))"
    }
  }

  private var serialText: String? {
    guard let serial, let serialP else { return nil }
    return "lag-1 r \(correlationText(serial.lag1)), variance × \(number(serial.varianceFactor)), "
      + "\(probabilityText(serialP.value)) allowing for it"
  }

  private var controlText: String? {
    guard let control else { return nil }
    // A long series would list hundreds; json has them all.
    let rest = control.signals.count - TrendReport.mostSignals
    let signals =
      control.signals.prefix(TrendReport.mostSignals).map(signalText)
      + (rest > 0 ? ["and \(rest) more"] : [])
    return "centre \(printed(control.centre, places: 2)), limits "
      + "\(printed(control.limits.low, places: 2)) to "
      + "\(printed(control.limits.high, places: 2)) from the first \(control.baseline) (XmR, "
      + "\(control.movingRanges) moving ranges); "
      + (signals.isEmpty ? "no signal" : signals.joined(separator: ", "))
  }

  private func signalText(_ signal: Control.Signal) -> String {
    let start = points[signal.indices.lowerBound].label
    let side = signal.isAbove ? "above" : "below"
    return signal.isRun
      ? "\(signal.indices.count) in a row \(side) the centre from \(start)"
      : "\(start) \(side) the limit"
  }
}
