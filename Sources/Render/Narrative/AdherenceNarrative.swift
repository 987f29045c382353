import Analytics
import Core

extension AdherenceReport {
  /// One or two sentences about the weeks.
  package var statements: [String] {
    guard let summary else {
      return ["No protocol was followed in these weeks, so there is no plan to compare them with."]
    }
    let share = (100 * Double(summary.done) / Double(summary.planned)).percentText
    let weeks =
      summary.weeks == 1
      ? "in \(summary.first)"
      : "from \(summary.first) to \(summary.last) (\(summary.weeks) weeks with a plan)"
    let done =
      "\(summary.done) of \(summary.planned) planned practice days done, \(share) %, \(weeks)."
    let furthest = summary.furthest.map {
      "Furthest from the plan: \($0.exercise), \((100 * $0.share).percentText) % of its planned days."
    }
    return [done] + (furthest.map { [$0] } ?? [])
  }

  /// How to read the numbers.
  var notes: String {
    "Planned are the days of each routine of the stage, done the days on which at least "
      + "\(practisedPercent) % of its exercises were logged (adherence.share, our default 50 %); "
      + "below, days done and planned of each exercise."
  }
}
