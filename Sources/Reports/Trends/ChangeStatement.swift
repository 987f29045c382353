import RehabLog

extension TrendReport {
  /// What lies between both ends, and whether it is more than what matters and more than error; nil
  /// where there is nothing to compare.
  var changeSentence: String? {
    switch change {
    case .oneEnd: return nil
    case .tooFew(let needed, let first, let last):
      return
        "The change is not weighed: it needs \(needed) \(readings) at both ends, and there are "
        + "\(first) and \(last)."
    case .weighed(let difference):
      let ends =
        "From \(end(difference.first)) to \(end(difference.last)) it is "
      guard difference.points.magnitude > 1e-9 else { return ends + "the same." }
      return ends + size(difference) + verdict(difference) + "."
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
    return "\(series.shown(end.value)) (\(stretch), n \(end.n))"
  }

  private func size(_ difference: TrendChange.Difference) -> String {
    let percent = difference.percent.map { ", \(number($0.magnitude, places: 0)) %" } ?? ""
    let isLower = difference.points < 0
    let better = series.better.map {
      ($0 == .lower) == isLower ? ", the better direction" : ", the worse direction"
    }
    let size = series.amount(
      difference.points.magnitude, places: max(series.valuePlaces, 1))
    return "\(size) \(isLower ? "lower" : "higher")\(percent)\(better ?? "")"
  }

  private func verdict(_ difference: TrendChange.Difference) -> String {
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
    } else if case .measure = series {
      parts.append("no measurement error is known for it" + ownText(difference))
    }
    return parts.isEmpty ? "" : "; " + parts.joined(separator: "; ")
  }

  private func ownText(_ difference: TrendChange.Difference) -> String {
    " (none is published for this way of measuring; your own needs repeated trials, "
      + "\(Series.fewestForOwnError) degrees of freedom, \(difference.ownDegreesOfFreedom) so far)"
  }
}
