import Core

extension RelationReport {
  /// Whether the two are claimed to move together: by a p that allows for all lags tried, and by an
  /// interval that leaves 0 out.
  package var isClear: Bool { headlineLag?.isClear ?? false }

  /// The headline's p that allows for all lags tried; nil without a headline.
  package var holmP: Double? { headlineLag?.holmP }

  private var headlineLag: Lag? { lags.first { $0.lag == lag } }

  /// One to three sentences.
  package var statements: [String] {
    guard points.count >= neededPairs else {
      return [
        "Too few \(step.rawValue)s to say (\(neededPairs) with both needed, \(points.count) logged)."
      ]
    }
    guard raw != nil else {
      return [
        "\(over) have both, but \(constantNames) in them, so there is nothing to relate."
      ]
    }
    return [headline, lagSentence, caution].compactMap(\.self)
  }

  /// What the values leave out.
  package var remarks: [String] { a.remarks + b.remarks }

  /// The sentences in one.
  package var statement: String { statements.joined(separator: " ") }

  /// Only where they are said to go together, or both changed with time.
  private var caution: String? {
    guard lags.contains(where: \.isClear) || isTrendA && isTrendB else { return nil }
    return
      "Both changed over the same \(step.rawValue)s; this log cannot tell whether one caused the "
      + "other."
  }

  private var over: String {
    let span = Int(points.last?.x ?? 0) + 1
    return points.count == span ? step.counted(span) : "\(points.count) of \(step.counted(span))"
  }

  private var constantNames: String {
    func varies(_ values: [Double]) -> Bool { Set(values).count > 1 }
    let names = [
      varies(points.map(\.a)) ? nil : a.series.object,
      varies(points.map(\.b)) ? nil : b.series.object,
    ]
    let constant = names.compactMap(\.self)
    return constant.joined(separator: " and ")
      + (constant.count > 1 ? " never vary" : " never varies")
  }

  private var headline: String {
    let rawText = raw.map { raw in
      isTrendA && isTrendB
        ? "; as they are tau-b \(correlationText(raw.tauB)), but both also trend with time" : ""
    }
    guard let detrended else {
      return "Over \(over) one of the two lies on a straight line, so that nothing is left of it "
        + "once the trend is taken out\(rawText ?? "")."
    }
    let interval = detrended.interval.map {
      ", 95 % interval \(correlationText($0.low)) to \(correlationText($0.high))"
    }
    let numbers =
      "tau-b \(correlationText(detrended.tauB)) without their trends"
      + (interval ?? ", no interval") + ", \(holmText)\(probabilityText(holmP ?? detrended.p))"
      + "\(rawText ?? "")"
    guard isClear else {
      return "No clear association of \(a.series.object)\(lagText) with \(b.series.object) over "
        + "\(over) (\(numbers)), which is not the same as none."
    }
    return "When \(b.series.object) was higher than its trend, \(a.series.object)\(lagText) tended "
      + "to be \(detrended.tauB > 0 ? "higher" : "lower"), over \(over) (\(numbers))."
  }

  private var holmText: String {
    tests > 1 ? "over \(tests) tests Holm " : ""
  }

  private var lagText: String { lag == 0 ? "" : " \(RelationReport.distance(lag, step))" }

  /// `1 week later`: where a lies when b is at 0.
  static func distance(_ lag: Int, _ step: Step) -> String {
    "\(step.counted(abs(lag))) \(lag > 0 ? "later" : "earlier")"
  }

  private var lagSentence: String? {
    guard lags.count > 1 else { return nil }
    let clear = lags.filter { $0.isClear && $0.lag != lag }
    guard let best = clear.min(by: { $0.holmP < $1.holmP }) else {
      return
        "Of \(tests) lags tried \(isClear ? "no other" : "none") stands out (Holm)."
    }
    let place =
      best.lag == 0 ? "in the same \(step.rawValue)" : RelationReport.distance(best.lag, step)
    return "Of \(tests) lags tried, \(a.series.object) \(place) stands out (tau-b "
      + "\(correlationText(best.tauB)), \(best.pairs) pairs, Holm \(probabilityText(best.holmP)))."
  }
}
