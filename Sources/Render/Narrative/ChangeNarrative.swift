import Analytics
import Core

extension TrendReport {
  private var series: Series { values.series }

  /// The change from the first to the last weeks, and whether it exceeds the MIC and the measurement error;
  /// nil without values.
  var changeSentence: String? {
    switch change {
    case .oneEnd:
      guard !points.isEmpty else { return nil }
      return "The change is not weighed: it needs "
        + (values.step == .week
          ? "two weeks." : "14 days from the first to the last, and there are \(span).")
    case .tooFew(let needed, let first, let last):
      return "The change is not weighed: it needs \(needed) \(series.readings) at both ends, and "
        + "there are \(first) and \(last)."
    case .weighed(let difference):
      let parts =
        difference.isZero
        ? ["the same"] + unknown(difference)
        : [size(difference)] + verdict(difference) + unknown(difference)
      return "From \(text(difference.first)) to \(text(difference.last)) it is "
        + parts.joined(separator: "; ") + "."
    }
  }

  private func text(_ end: TrendChange.End) -> String {
    let stretch = values.step == .day ? "7 days from \(end.label)" : end.label
    let trials = end.readings == end.n ? "" : ", \(end.readings) trials"
    return "\(series.shown(end.value)) (\(stretch), n \(end.n)\(trials))"
  }

  private func size(_ difference: TrendChange.Difference) -> String {
    let percent =
      difference.percent.map { ", \($0.magnitude.text(places: 0)) %" }
      ?? (series.hasShares ? ", no per cent of that" : "")
    let isLower = difference.points < 0
    let better = series.better.map {
      ($0 == .lower) == isLower ? ", better" : ", worse"
    }
    let size = series.amount(difference.points.magnitude, places: max(series.valuePlaces, 1))
    return "\(size) \(isLower ? "lower" : "higher")\(percent)\(better ?? "")"
  }

  private func verdict(_ difference: TrendChange.Difference) -> [String] {
    var parts: [String] = []
    if let important = difference.important, let isImportant = difference.isImportant {
      let comparison = isImportant ? "at least" : "less than"
      let head = isImportant || !isClear ? "" : "statistically clear and clinically nothing, "
      let size = series.amount(important.value, places: 2)
      parts.append(
        "\(head)\(comparison) the change that most people notice (\(size) here: "
          + "\(important.source.text))")
    }
    if let detectable = difference.detectable, let isDetectable = difference.isDetectable {
      let error = detectable.source.isOwn ? "your measurement error" : "the error of measurement"
      parts.append(
        "\(isDetectable ? "more" : "not more") than \(error) "
          + "(\(series.amount(detectable.value, places: 2)): \(detectable.source.text))")
    }
    return parts
  }

  /// The thresholds for which no value is published.
  private func unknown(_ difference: TrendChange.Difference) -> [String] {
    let matters = "what change of it matters is not published"
    guard difference.detectable == nil else {
      return difference.important == nil ? [matters] : []
    }
    guard case .measure = series else {
      return ["neither what change of it matters nor its error is published"]
    }
    let error =
      "no measurement error is known for it (none is published for this way of measuring; your own "
      + "needs repeated trials, \(Series.fewestForOwnError) degrees of freedom, "
      + "\(difference.ownDegreesOfFreedom) so far)"
    return difference.important == nil ? [matters, error] : [error]
  }
}

extension Threshold.Source {
  /// The source, or the user's own measurements it was computed from.
  package var text: String {
    switch self {
    case .published(let citation): citation
    case .ownTrials(let degreesOfFreedom, let trials):
      "MDC95 from your own repeated trials, \(degreesOfFreedom) degrees of freedom"
        + (trials > 1 ? ", for means of \(trials)" : "")
    }
  }
}
