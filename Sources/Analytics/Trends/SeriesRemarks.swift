import Core

extension SeriesValues {
  /// Which way of measuring was taken and which were left out; nil where there is no choice.
  var methodNote: String? {
    let others = methods.filter { $0.method != method }.map {
      "\(SeriesValues.text($0.method)) (\(step.counted($0.points)))"
    }
    guard !others.isEmpty else { return nil }
    let own = method.map { SeriesValues.text($0) } ?? "no way"
    let taken =
      methods.contains { $0.method == method }
      ? "these are the readings of \(series.withoutWay) by \(own)"
      : "there is no reading of \(series.withoutWay) by \(own)"
    return "a change of method breaks a series: \(taken), and those by "
      + "\(others.joined(separator: " and ")) are left out"
  }

  /// How many weeks or days a flare has taken out; nil where none has.
  var flareNote: String? {
    guard let count = leftOut?.count, count > 0 else { return nil }
    return "\(step.counted(count)) of \(series.object) with a flare "
      + "\(count == 1 ? "is" : "are") left out, as asked"
  }

  /// That a sum of the present week or day is left out; nil where it is not.
  var unfinishedNote: String? {
    guard isUnfinishedLeftOut else { return nil }
    return step == .week
      ? "the present week is not over and is left out of \(series.object)"
      : "today is not over and is left out of \(series.object)"
  }

  /// What the values leave out, as parts of a sentence.
  var notes: [String] { [methodNote, flareNote, unfinishedNote].compactMap(\.self) }

  /// The same as sentences.
  var remarks: [String] { notes.map { sentence($0) } }

  private static func text(_ method: MeasurementMethod) -> String {
    method.words ?? "no stated method"
  }
}

/// Words as a sentence of their own.
func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }

extension Series {
  /// The series within a sentence that says the way of measuring anyway.
  var withoutWay: String {
    if case .measure(let kind, let side, _) = self { return kind.series(side) }
    return object
  }
}
