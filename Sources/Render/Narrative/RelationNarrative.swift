import Analytics
import Core

extension RelationReport {
  /// One to three sentences.
  package var statements: [String] {
    switch verdict {
    case .tooFew:
      return [
        "Too few \(step)s to say (\(neededPairs) with both needed, \(points.count) logged)."
      ]
    case .constant(let isA, let isB):
      let names = [isA ? a.series.object : nil, isB ? b.series.object : nil].compactMap(\.self)
      return [
        "\(over) have both, but \(names.joined(separator: " and ")) never "
          + "\(names.count > 1 ? "vary" : "varies") in them, so there is nothing to relate."
      ]
    case .onLine:
      let line =
        "Over \(over) one of the two lies on a straight line, so nothing is left of it once the "
        + "trend is taken out\(rawText)."
      return [line, lagSentence, caution].compactMap(\.self)
    case .clear(let detrended):
      let line =
        "When \(b.series.object) was higher than its trend, \(laggedA) tended to be "
        + "\(detrended.tauB > 0 ? "higher" : "lower"), over \(over) (\(numbers(detrended)))."
      return [line, lagSentence, caution].compactMap(\.self)
    case .none(let detrended):
      let line =
        "No clear association of \(laggedA) with \(b.series.object) over \(over) "
        + "(\(numbers(detrended))), which does not rule one out."
      return [line, lagSentence, caution].compactMap(\.self)
    }
  }

  package var statement: String { statements.joined(separator: " ") }

  /// What was left out of the values.
  package var remarks: [String] { a.remarks + b.remarks }

  private var step: String { a.step.rawValue }
  private var over: String { Phrase.count(points.count, of: span, noun: step) }
  private var laggedA: String { a.series.object + (lag == 0 ? "" : " \(distance(lag))") }

  /// `1 week later`: the time of a, seen from b.
  private func distance(_ lag: Int) -> String {
    "\(Phrase.count(abs(lag), noun: step)) \(lag > 0 ? "later" : "earlier")"
  }

  private var rawText: String {
    guard let raw, doBothTrend else { return "" }
    return "; as they are tau-b \(Phrase.correlation(raw.tauB)), but both also trend with time"
  }

  private func numbers(_ detrended: Correlation) -> String {
    let interval = detrended.interval.map {
      "95 % interval \(Phrase.correlation($0.low)) to \(Phrase.correlation($0.high))"
    }
    let holm = tests > 1 ? "over \(tests) tests Holm " : ""
    return "tau-b \(Phrase.correlation(detrended.tauB)) without their trends, "
      + "\(interval ?? "no interval"), \(holm)\(Phrase.pValue(holmP ?? detrended.p))\(rawText)"
  }

  private var lagSentence: String? {
    guard lags.count > 1 else { return nil }
    guard let best = clearestOther else {
      return "Of \(tests) lags tried \(isClear ? "no other" : "none") stands out (Holm)."
    }
    let place = best.lag == 0 ? "in the same \(step)" : distance(best.lag)
    return "Of \(tests) lags tried, \(a.series.object) \(place) stands out (tau-b "
      + "\(Phrase.correlation(best.tauB)), \(best.pairs) pairs, Holm \(Phrase.pValue(best.holmP)))."
  }

  private var caution: String? {
    guard seemsLinked else { return nil }
    return "Both changed over the same \(step)s; this log cannot tell whether one caused the other."
  }
}
