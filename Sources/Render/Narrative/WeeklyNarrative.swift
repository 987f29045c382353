import Analytics
import Core

extension WeeklyReport {
  /// One sentence on pain and one on the glute bridge, comparing the first and the last week with values.
  package var statements: [String] { [painStatement, rangeStatement] }

  private var painStatement: String {
    func median(_ end: End) -> String {
      "\(end.value.text()) in \(name(end)) (\(Phrase.count(end.n, noun: "rating")))"
    }
    switch painEnds {
    case .none: return "Pain: no ratings of pain now in \(windowText)."
    case .one(let end):
      return "Pain: median \(median(end)); with one week there is nothing to compare it with yet."
    case .two(let first, let last):
      let ends = "Pain: weekly median \(median(first)) and \(median(last))"
      guard let painChange else {
        return ends + "; too few to weigh a change (\(WeeklyReport.fewestRatings) in both weeks "
          + "needed, our default)."
      }
      let choice =
        painChange.isChosen
        ? ", the first and the last week with \(WeeklyReport.fewestRatings) or more" : ""
      guard !painChange.isZero else {
        return ends + choice + ": no difference between these two weeks."
      }
      return ends + choice + ": \(painChange.difference.magnitude.text()) "
        + "\(painChange.difference < 0 ? "lower" : "higher"), \(weight(painChange))."
    }
  }

  private func weight(_ change: PainChange) -> String {
    guard change.isImportant else {
      return "less than the change that most people notice (2 points or 30 %, Ostelo 2008)"
    }
    return "a change of a size that most people notice (2 points or 30 %, Ostelo 2008)"
      + (change.isBeyondError ? " and more than" : ", though within")
      + " the error of single ratings (MDC95 2.83 from SEM 1.02, Childs 2005)"
  }

  private var rangeStatement: String {
    func angle(_ end: End) -> String {
      "\(end.value.text(places: 1))° in \(name(end)) (\(Phrase.count(end.n, noun: "visit")))"
    }
    switch rangeEnds {
    case .none: return "Glute bridge: not measured in \(windowText)."
    case .one(let end):
      return "Glute bridge: \(angle(end)); with one week there is nothing to compare it with yet."
    case .two(let first, let last):
      let change = last.value - first.value
      let size = change.magnitude.text(places: 1)
      let changed =
        size == "0"
        ? "no difference between these two weeks" : "\(size)° \(change > 0 ? "more" : "less")"
      return
        "Glute bridge: \(angle(first)) and \(angle(last)): \(changed). No measurement error in "
        + "degrees is published for it, so this table cannot say how much of a change is error"
        + "\(methodText)."
    }
  }

  private var methodText: String {
    guard let rangeMethod else { return "" }
    let readings = rangeMethod.words.map { "\($0) readings" } ?? "readings of no stated method"
    return "; another way of measuring is another series, so only \(readings) are compared"
  }

  private var windowText: String {
    rows.count == 1 ? "this week" : "these \(rows.count) weeks"
  }

  /// The label of the week, with its year when the window covers several.
  private func name(_ end: End) -> String {
    let years = Set(rows.map { $0.week.yearAndWeek.year })
    return years.count > 1 ? end.week.description : end.week.shortLabel
  }
}
