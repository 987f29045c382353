import Analytics
import Core

extension SeriesValues {
  /// What was left out of the values, in sentences.
  var remarks: [String] { notes.map { Phrase.sentence($0) } }

  /// The same as phrases.
  var notes: [String] { [methodNote, flareNote, unfinishedNote].compactMap(\.self) }

  /// The method used and those left out; nil where there is only one.
  var methodNote: String? {
    let others = methods.filter { $0.method != method }.map {
      "\(SeriesValues.text($0.method)) (\(Phrase.count($0.points, noun: step.rawValue)))"
    }
    guard !others.isEmpty else { return nil }
    let own = method.map { SeriesValues.text($0) } ?? "no way"
    let taken =
      methods.contains { $0.method == method }
      ? "these are the readings of \(series.objectWithoutMethod) by \(own)"
      : "there is no reading of \(series.objectWithoutMethod) by \(own)"
    return "a change of method breaks a series: \(taken), and those by "
      + "\(others.joined(separator: " and ")) are left out"
  }

  private var flareNote: String? {
    guard let count = leftOut?.count, count > 0 else { return nil }
    return "\(Phrase.count(count, noun: step.rawValue)) of \(series.object) with a flare "
      + "\(count == 1 ? "is" : "are") left out, as asked"
  }

  private var unfinishedNote: String? {
    guard isUnfinishedLeftOut else { return nil }
    return step == .week
      ? "the present week is not over and is left out of \(series.object)"
      : "today is not over and is left out of \(series.object)"
  }

  private static func text(_ method: MeasurementMethod) -> String {
    method.words ?? "no stated method"
  }
}
