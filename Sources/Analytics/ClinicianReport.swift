import Core

/// What a doctor or physiotherapist needs to know in a minute, from the other reports.
package struct ClinicianReport: Sendable {
  /// The user's note on an entry.
  package struct Note: Sendable, Equatable {
    /// The day it is about.
    package let day: Day
    /// The text.
    package let text: String

    package init(day: Day, text: String) {
      self.day = day
      self.text = text
    }
  }

  /// The latest answers to the red-flag questions.
  package struct RedFlags: Sendable {
    /// The latest check with answers; nil when there is none.
    package let last: SafetyCheck?
    /// All questions.
    package let flags: [RedFlag]
    /// The open warning signs.
    package let alerts: [SafetyAlert]

    /// Takes the latest check with answers.
    package init(checks: [SafetyCheck], flags: [RedFlag], alerts: [SafetyAlert]) {
      last = checks.filter { !$0.answers.isEmpty }.max {
        ($0.moment.utc, $0.id) < ($1.moment.utc, $1.id)
      }
      self.flags = flags
      self.alerts = alerts
    }

    /// The questions last answered with "yes".
    package var yes: [RedFlag] { flags.filter { last?.answers[$0.id] == true } }
  }

  /// The person's name, if set.
  package let name: String?
  /// The period.
  package let days: ClosedRange<Day>
  /// The day of the report.
  package let today: Day
  /// The protocols and stages followed.
  package let protocolHistory: ProtocolHistory
  /// The present stage.
  package let stage: StageReport?
  /// Pain now, by week.
  package let pain: TrendReport
  /// The measured series, by week: built-in kinds before the user's own, then by number of weeks.
  package let measures: [TrendReport]
  /// What was planned and done.
  package let adherence: AdherenceReport
  /// The responses to sessions.
  package let response: ResponseReport
  /// The flares that overlap the period, latest first.
  package let flares: [FlareReport.Row]
  /// The red flags.
  package let redFlags: RedFlags
  /// The user's notes, latest first; nil where they were not asked for.
  package let notes: [Note]?

  /// Makes the report from parts, which may extend beyond the period: anything outside is left out.
  package init(
    name: String?, days: ClosedRange<Day>, today: Day,
    protocolHistory: ProtocolHistory = ProtocolHistory([]),
    stage: StageReport?, pain: TrendReport, measures: [TrendReport], adherence: AdherenceReport,
    response: ResponseReport,
    flares: FlareReport, redFlags: RedFlags, notes: [Note]?
  ) {
    self.name = name
    self.days = days
    self.today = today
    self.protocolHistory = protocolHistory
    self.stage = stage
    self.pain = pain
    self.measures = measures.filter { !$0.points.isEmpty }.sorted {
      let (left, right) = ($0.importance, $1.importance)
      return left == right ? $0.points.count > $1.points.count : left < right
    }
    self.adherence = adherence
    self.response = response
    self.flares = flares.rows.filter { $0.flare.touches(days) }
    self.redFlags = redFlags
    self.notes = notes
  }

  /// The series charted with pain: the glute bridge, or the most frequent measurement.
  package var charted: TrendReport? {
    measures.first { $0.values.series.root == "glute-bridge" }
      ?? measures.max { $0.points.count < $1.points.count }
  }
}

extension ClinicianReport {
  /// A series at the start and the end of the period.
  package struct Row: Sendable {
    /// The series, `pain` or `thomas:left`.
    package let series: Series
    /// How it was measured.
    package let method: MeasurementMethod?
    /// The first and the last value; the same point if there is only one.
    package let first: TrendReport.Point, last: TrendReport.Point
    /// The comparison of both; nil with too few readings at either end.
    package let difference: TrendChange.Difference?
  }

  /// Pain and the measurements; a series without values is left out.
  package var rows: [Row] {
    ([pain] + measures).compactMap { report in
      guard let first = report.points.first, let last = report.points.last else { return nil }
      return Row(
        series: report.values.series, method: report.values.method, first: first, last: last,
        difference: report.change.difference)
    }
  }
}

extension TrendReport {
  /// The position of a series among others: built-in kinds in their order, then all others.
  fileprivate var importance: Int {
    guard case .measure(let kind, let side, _) = values.series,
      let place = MeasurementKind.builtIn.firstIndex(where: { $0.slug == kind.slug })
    else { return Int.max }
    return 2 * place + (side == .right ? 1 : 0)
  }
}
