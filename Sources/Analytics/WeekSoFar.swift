import Core

/// One line on the week of a moment beside the week before it, for the end of an entry.
package struct WeekSoFar: Sendable {
  private let before: WeeklyReport.Row
  private let row: WeeklyReport.Row
  private let series: [WeeklyReport.Series]

  /// The weeks that ``init(_:week:)`` needs tallies of.
  package static func weeks(for week: Week) -> (first: Week, last: Week) { (week.adding(-1), week) }

  /// The line for `week`, from tallies of it and of the week before.
  package init(_ aggregates: WeeklyAggregates, week: Week) {
    let report = WeeklyReport(aggregates, from: week.adding(-1), through: week)
    before = report.rows[0]
    row = report.rows[1]
    series = report.series
  }

  /// `week 47: 3 sessions, pain median 4 (5 the week before)`.
  package var sentence: String { "\(name): " + [sessionsText, painText].joined(separator: ", ") }

  /// `week 47: glute-bridge 128° (124° the week before)`.
  package func sentence(for measurement: Measurement) -> String {
    let own = series.first {
      $0.kind.slug == measurement.kind.slug && $0.side == measurement.side
        && $0.method == measurement.method
    }
    guard let key = own?.key, let now = row.measures[key] else { return sentence }
    let unit = measurement.kind.unit.suffix
    var text = "\(name): \(key) \(number(now.value, places: 1))\(unit)"
    if let then = before.measures[key] {
      text += " (\(number(then.value, places: 1))\(unit) the week before)"
    }
    return text + (now.n > 1 ? ", \(now.n) visits" : "")
  }

  private var name: String { "week \(row.week.yearAndWeek.week)" }

  private var sessionsText: String {
    row.sessions == 1 ? "1 session" : "\(row.sessions) sessions"
  }

  private var painText: String {
    let earlier = before.pain.median.map { " (\(number($0)) the week before)" } ?? ""
    guard let median = row.pain.median else { return "pain now not rated yet" + earlier }
    return "pain median \(number(median))" + earlier
  }
}
