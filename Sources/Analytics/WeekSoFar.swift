import Core

/// The week of a moment and the previous one, for the confirmation of an entry.
package struct WeekSoFar: Sendable {
  package let before: WeeklyReport.Row
  package let now: WeeklyReport.Row
  private let series: [WeeklyReport.Series]

  /// The weeks whose aggregates ``init(_:week:)`` needs.
  package static func weeks(for week: Week) -> (first: Week, last: Week) { (week.adding(-1), week) }

  /// - Parameter aggregates: of `week` and of the previous week.
  package init(_ aggregates: WeeklyAggregates, week: Week) {
    let report = WeeklyReport(aggregates, from: week.adding(-1), through: week)
    (before, now) = (report.rows[0], report.rows[1])
    series = report.series
  }

  /// The key of the series that a measurement belongs to.
  package func key(of measurement: Measurement) -> String? {
    series.first {
      $0.kind.slug == measurement.kind.slug && $0.side == measurement.side
        && $0.method == measurement.method
    }?.key
  }
}
