import Analytics
import Core

extension FlareReport {
  /// How to read the numbers.
  static let note =
    "Load is effort (CR10) times minutes. Usual is the mean of 72 hours over the 28 days before those "
    + "hours: our comparison, not a ratio, and without a threshold. The level before is the median of "
    + "the ratings of pain now of the 7 days before; back to it counts the days from the first to the "
    + "first one after the day of the worst rating with a median at or below it."
}

extension FlareReport.Row {
  var heading: String {
    let length = Phrase.count(days, noun: "day")
    guard let end = flare.end else { return "\(flare.start.label), going on, \(length) so far" }
    return "\(flare.start.label) to \(end.label), \(length)"
  }

  var lines: [(String, String)] {
    var lines = [
      ("72 h before", text(before)),
      (
        "usual 72 h",
        text(usual) { "\(text($0, isMean: true)) (28 days before, our comparison)" }
      ),
      (
        "worst pain",
        worst.map { "\($0.score) (\($0.recall.rawValue)) on \($0.moment.day)" }
          ?? "not rated"
      ),
      (
        "level before",
        text(level) { "\($0.median.text()) (median of \($0.n) of pain now, 7 days)" }
      ), ("back to it", text(daysBack) { $0 == 1 ? "after 1 day" : "after \($0) days" }),
    ]
    // A note keeps its line breaks.
    let note = flare.note?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    for (index, line) in note.enumerated() {
      lines.append((index == 0 ? "note" : "", String(line)))
    }
    return lines
  }

  private func text(_ exertion: FlareReport.Exertion, isMean: Bool = false) -> String {
    guard exertion.sessions > 0 else { return "no sessions" }
    func shown(_ value: Double, one: String, many: String) -> String {
      let text = value.text(places: 1)
      return "\(text) \(text == "1" ? one : many)"
    }
    let load = exertion.load.map { "load \($0.text(places: isMean ? 1 : 2))" }
    var parts = [
      load ?? "load unknown", shown(exertion.sessions, one: "session", many: "sessions"),
    ]
    if exertion.withoutLoad > 0 {
      parts.append("\(exertion.withoutLoad.text(places: 1)) without load")
    }
    if let minutes = exertion.minutes { parts.append("\(minutes.text(places: 1)) min") }
    return (parts + [shown(exertion.sets, one: "set", many: "sets")]).joined(separator: ", ")
  }

  private func text<Value>(
    _ result: Result<Value, FlareReport.Gap>, known: (Value) -> String
  ) -> String {
    switch result {
    case .success(let value): known(value)
    case .failure(let gap): "unknown: \(gap.text)"
    }
  }
}

extension FlareReport.Gap {
  var text: String {
    switch self {
    case .noLevel: "no rating of pain now in the 7 days before"
    case .noRating: "no rating during it"
    case .notBack: "no day at that level found yet"
    case .youngLog: "the log has less than 28 days before those hours"
    }
  }
}
