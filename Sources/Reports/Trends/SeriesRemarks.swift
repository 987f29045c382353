import RehabLog

extension SeriesValues {
  /// Which way of measuring was taken and which were left out; nil where there is no choice.
  var waySentence: String? {
    let others = ways.filter { $0.way != way }.map {
      "\(SeriesValues.text($0.way)) (\(step.counted($0.points)))"
    }
    guard !others.isEmpty else { return nil }
    let own = way.map { SeriesValues.text($0) } ?? "no way"
    return
      "A change of method breaks a series: these are the readings of \(series.object) by \(own); "
      + "left out are those by \(others.joined(separator: " and "))."
  }

  /// That a sum of the present week or day is left out; nil where it is not.
  var unfinishedSentence: String? {
    guard isUnfinishedLeftOut else { return nil }
    return step == .week
      ? "The present week is not over and is left out of \(series.object)."
      : "Today is not over and is left out of \(series.object)."
  }

  /// What the values leave out.
  var remarks: [String] { [waySentence, unfinishedSentence].compactMap(\.self) }

  private static func text(_ way: Way) -> String { way.words ?? "no stated method" }
}
