import Analytics
import Core

extension TrendReport {
  private static let mostSignals = 3

  /// The numbers behind the sentences with their labels, and what is missing where there is none.
  var numbers: [(String, String)] {
    [
      ("Line", slopeText ?? missingText(needed: TrendReport.fewestForSlope)),
      ("Trend test", testText ?? missingText(needed: TrendReport.fewestForTest)),
      ("Neighbours", serialText ?? text(noSerial ?? .fewPoints)),
      ("Control", controlText ?? text(noControl ?? .fewPoints)),
      ("Smoothed", "a moving average, each day at 10 % (our default)"),
    ]
  }

  private var slopeText: String? {
    guard let slope else { return nil }
    let rate = slope.perWeek * pace.weeks
    var text =
      "\(rate.printed(exactly: rate.usefulPlaces))\(values.series.suffix) a \(pace.unit)"
    if let interval = slope.interval {
      let (low, high) = (interval.low * pace.weeks, interval.high * pace.weeks)
      let places = max(low.usefulPlaces, high.usefulPlaces)
      text += ", 95 % CI \(low.printed(exactly: places)) to \(high.printed(exactly: places))"
    }
    return text + ", from \(slope.intercept.printed()) at the first point (Theil–Sen)"
  }

  private var testText: String? {
    mannKendall.map { test in
      "Mann–Kendall S \(Double(test.s).printed(places: 0)), \(Phrase.pValue(test.p.value)) (\(test.p.method.rawValue))"
    }
  }

  private var serialText: String? {
    guard let serial, let serialP else { return nil }
    return
      "lag-1 r \(Phrase.correlation(serial.lag1)), variance × \(serial.varianceFactor.text()), "
      + "\(Phrase.pValue(serialP.value)) allowing for it"
  }

  private var controlText: String? {
    guard let control else { return nil }
    // A long series would list hundreds; JSON has them all.
    let rest = control.signals.count - TrendReport.mostSignals
    let signals =
      control.signals.prefix(TrendReport.mostSignals).map(signalText)
      + (rest > 0 ? ["and \(rest) more"] : [])
    return "centre \(control.centre.printed()), limits "
      + "\(control.limits.low.printed()) to "
      + "\(control.limits.high.printed()) from the first \(control.baseline) (XmR, "
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
