import Core

extension WeeklyReport {
  /// The series that the chart sets against pain.
  package static let chartedSeries = "glute-bridge"

  /// Ratings that a week needs before its median is compared (statistics of this log, our default).
  package static let fewestRatings = 3
  /// The change of a single pain rating that error alone stays under (MDC95 = 1.96·√2·SEM with SEM
  /// 1.02, Childs 2005).
  static let detectableChange = 2.83

  /// One sentence on pain and one on the glute bridge, comparing the first and the last week that
  /// have values. Everything said is computed from the rows.
  package var statements: [String] { [painStatement, rangeStatement] }

  private var painStatement: String {
    let any = rows.filter { $0.pain.n > 0 }
    let enough = any.filter { $0.pain.n >= WeeklyReport.fewestRatings }
    // A single rating on a Sunday is not the week that the others are held against.
    let rated = enough.count > 1 ? enough : any
    let isChosen = rated.first?.week != any.first?.week || rated.last?.week != any.last?.week
    guard let first = rated.first, let last = rated.last, let from = first.pain.median,
      let to = last.pain.median
    else { return "Pain: no ratings of pain now in \(windowText)." }
    guard first.week != last.week else {
      return
        "Pain: median \(number(to)) in \(name(last)) (\(ratings(last))); with one week there is "
        + "nothing to compare it with yet."
    }
    let ends =
      "Pain: weekly median \(number(from)) in \(name(first)) (\(ratings(first))) and "
      + "\(number(to)) in \(name(last)) (\(ratings(last)))"
    guard first.pain.n >= WeeklyReport.fewestRatings, last.pain.n >= WeeklyReport.fewestRatings
    else {
      return ends + "; too few to weigh a change (\(WeeklyReport.fewestRatings) in both weeks "
        + "needed, our default)."
    }
    let change = to - from
    let choice =
      isChosen ? ", the first and the last week with \(WeeklyReport.fewestRatings) or more" : ""
    guard abs(change) > 1e-9 else {
      return ends + choice + ": no difference between these two weeks."
    }
    return ends + choice + ": \(number(abs(change))) \(change < 0 ? "lower" : "higher"), "
      + weight(of: change, from: from) + "."
  }

  private func weight(of change: Double, from: Double) -> String {
    let size = abs(change)
    let important = MIC.isReached(from: from, to: from + change)
    let beyondError = size > WeeklyReport.detectableChange
    switch (important, beyondError) {
    case (false, _):
      return "less than the change that matters to people (2 points or 30 %, Ostelo 2008)"
    case (true, false):
      return "a change of a size that matters to people (2 points or 30 %, Ostelo 2008), though "
        + "within the error of single ratings (MDC95 2.83 from SEM 1.02, Childs 2005)"
    case (true, true):
      return "a change of a size that matters to people (2 points or 30 %, Ostelo 2008) and more "
        + "than the error of single ratings (MDC95 2.83 from SEM 1.02, Childs 2005)"
    }
  }

  private var rangeStatement: String {
    let key = WeeklyReport.chartedSeries
    let measured = rows.filter { $0.measures[key] != nil }
    guard let first = measured.first, let last = measured.last, let from = first.measures[key],
      let to = last.measures[key]
    else { return "Glute bridge: not measured in \(windowText)." }
    guard first.week != last.week else {
      return
        "Glute bridge: \(number(to.value, places: 1))° in \(name(last)) (\(visits(to.n))); with "
        + "one week there is nothing to compare it with yet."
    }
    let ends =
      "Glute bridge: \(number(from.value, places: 1))° in \(name(first)) (\(visits(from.n))) and "
      + "\(number(to.value, places: 1))° in \(name(last)) (\(visits(to.n)))"
    let change = to.value - from.value
    let changed =
      abs(change) < 0.05
      ? "no difference between these two weeks"
      : "\(number(abs(change), places: 1))° \(change > 0 ? "more" : "less")"
    return ends
      + ": \(changed). No measurement error in degrees is published for it, so this table "
      + "cannot say how much of a change is error" + methodsText(key) + "."
  }

  private func methodsText(_ key: String) -> String {
    let others = series.filter { $0.key.hasPrefix(key + "@") }
    guard !others.isEmpty, let current = series.first(where: { $0.key == key }) else { return "" }
    let readings = current.method.words.map { "\($0) readings" } ?? "readings of no stated method"
    return "; another way of measuring is another series, so only \(readings) are compared"
  }

  private var windowText: String {
    rows.count == 1 ? "this week" : "these \(rows.count) weeks"
  }

  /// The week's label, with its year when the window has several.
  private func name(_ row: Row) -> String {
    let years = Set(rows.map { $0.week.yearAndWeek.year })
    return years.count > 1 ? row.week.description : row.week.shortLabel
  }

  private func ratings(_ row: Row) -> String {
    row.pain.n == 1 ? "1 rating" : "\(row.pain.n) ratings"
  }

  private func visits(_ count: Int) -> String { count == 1 ? "1 visit" : "\(count) visits" }
}

/// A number with at most `places` decimals, rounded half away from zero, without trailing zeros.
package func number(_ value: Double, places: Int = 2) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  var factor = 1.0
  for _ in 0..<places { factor *= 10 }
  // The nudge undoes binary fractions: 0.285 × 100 is a hair under 28.5.
  let scaled = (abs(value) * factor * (1 + 1e-12)).rounded(.toNearestOrAwayFromZero)
  let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(factor))
  let sign = value < 0 && scaled > 0 ? "-" : ""
  guard rest > 0 else { return sign + String(whole) }
  // Without the zeros at its end, but with those in front.
  var (digits, length) = (rest, places)
  while digits % 10 == 0 { (digits, length) = (digits / 10, length - 1) }
  let text = String(digits)
  return sign + String(whole) + "." + String(repeating: "0", count: length - text.utf8.count) + text
}
