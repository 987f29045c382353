import Core

extension TrendReport {
  /// What lies between both ends, and whether it is more than what matters and more than error; nil
  /// where there is no value at all.
  var changeSentence: String? {
    switch change {
    case .oneEnd:
      guard !points.isEmpty else { return nil }
      return "The change is not weighed: it needs "
        + (step == .week
          ? "two weeks." : "14 days from the first to the last, and there are \(span).")
    case .tooFew(let needed, let first, let last):
      return
        "The change is not weighed: it needs \(needed) \(readings) at both ends, and there are "
        + "\(first) and \(last)."
    case .weighed(let difference):
      let ends =
        "From \(end(difference.first)) to \(end(difference.last)) it is "
      let isSame = difference.points.magnitude <= 1e-9
      let parts = isSame ? unknown(difference) : verdict(difference)
      return ([ends + (isSame ? "the same" : size(difference))] + parts).joined(separator: "; ")
        + "."
    }
  }

  private var readings: String {
    switch series {
    case .pain: "ratings"
    case .factor: "days"
    case .measure: "trials"
    case .count: "sessions"
    }
  }

  private func end(_ end: TrendChange.End) -> String {
    let stretch = step == .day ? "7 days from \(end.label)" : end.label
    let trials = end.readings == end.n ? "" : ", \(end.readings) trials"
    return "\(series.shown(end.value)) (\(stretch), n \(end.n)\(trials))"
  }

  private func size(_ difference: TrendChange.Difference) -> String {
    let ofNothing = difference.first.value <= 0 && series.hasShares ? ", no per cent of that" : ""
    let percent =
      difference.percent.map { ", \(number($0.magnitude, places: 0)) %" } ?? ofNothing
    let isLower = difference.points < 0
    let better = series.better.map {
      ($0 == .lower) == isLower ? ", the better direction" : ", the worse direction"
    }
    let size = series.amount(
      difference.points.magnitude, places: max(series.valuePlaces, 1))
    return "\(size) \(isLower ? "lower" : "higher")\(percent)\(better ?? "")"
  }

  private func verdict(_ difference: TrendChange.Difference) -> [String] {
    var parts: [String] = []
    if let important = difference.important, let isImportant = difference.isImportant {
      let word = isImportant ? "at least" : "less than"
      let head = isImportant || !isClear ? "" : "statistically clear and clinically nothing, "
      let size = series.amount(important.value, places: 2)
      parts.append(
        "\(head)\(word) the change that matters to people (\(size) here: \(important.source))")
    }
    if let detectable = difference.detectable, let isDetectable = difference.isDetectable {
      let error = detectable.isOwn ? "your measurement error" : "the error of measurement"
      parts.append(
        "\(isDetectable ? "more" : "not more") than \(error) "
          + "(\(series.amount(detectable.value, places: 2)): \(detectable.source))")
    }
    return parts + unknown(difference)
  }

  /// What nothing is known of to hold the change against.
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
