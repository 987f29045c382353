import RehabLog
import Reports

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
      (
        "Neighbours",
        serialText
          ?? (points.count < TrendReport.fewestForTest
            ? missing(TrendReport.fewestForTest)
            : "too few \(step)s next to each other, or nothing around the line")
      ),
      (
        "Control",
        controlText
          ?? (points.count < TrendReport.baseline
            ? missing(TrendReport.baseline) : "no two of the first \(TrendReport.baseline) adjoin")
      ), ("Smoothed", "a moving average, each day at 10 % (our default)"),
    ]
  }

  private var slopeText: String? {
    guard let slope else { return nil }
    let places = Reports.places(for: slope.perWeek)
    var text = "\(fixed(slope.perWeek, places: places)) a week"
    if let interval = slope.interval {
      let places = max(Reports.places(for: interval.low), Reports.places(for: interval.high))
      text += ", 95 % CI \(fixed(interval.low, places: places)) to "
      text += fixed(interval.high, places: places)
    }
    return text + ", from \(number(slope.intercept)) at the first point (Theil–Sen)"
  }

  private var testText: String? {
    mannKendall.map { test in
      "Mann–Kendall S \(test.s), \(probabilityText(test.p.value)) (\(test.p.method.rawValue))"
    }
  }

  private var serialText: String? {
    guard let serial, let serialP else { return nil }
    return "lag-1 r \(number(serial.lag1)), variance × \(number(serial.varianceFactor)), "
      + "\(probabilityText(serialP.value)) allowing for it"
  }

  private var controlText: String? {
    guard let control else { return nil }
    // A long series would list hundreds; json has them all.
    let rest = control.signals.count - TrendReport.mostSignals
    let signals =
      control.signals.prefix(TrendReport.mostSignals).map(signalText)
      + (rest > 0 ? ["and \(rest) more"] : [])
    return "centre \(number(control.centre)), limits \(number(control.limits.low)) to "
      + "\(number(control.limits.high)) from the first \(control.baseline) (XmR); "
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
