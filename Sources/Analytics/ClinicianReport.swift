import Core

/// What a doctor or physiotherapist wants to know in a minute, put together from the other reports.
package struct ClinicianReport: Sendable {
  /// Words of the user's about an entry.
  package struct Note: Sendable, Equatable {
    /// The day they speak of.
    package let day: Day
    /// The words.
    package let text: String

    /// A note.
    package init(day: Day, text: String) {
      self.day = day
      self.text = text
    }
  }

  /// The red-flag questions as they were last answered.
  package struct RedFlags: Sendable {
    /// The newest check with answers; nil when none was ever made.
    package let last: SafetyCheck?
    /// The questions that there are.
    package let flags: [RedFlag]
    /// What is open.
    package let alerts: [SafetyAlert]

    /// The answers of the newest check that has any.
    package init(checks: [SafetyCheck], flags: [RedFlag], alerts: [SafetyAlert]) {
      last = checks.filter { !$0.answers.isEmpty }.max {
        ($0.moment.utc, $0.id) < ($1.moment.utc, $1.id)
      }
      self.flags = flags
      self.alerts = alerts
    }

    /// The questions that were last answered with yes.
    package var yes: [RedFlag] { flags.filter { last?.answers[$0.id] == true } }
  }

  /// Who it is about, where that was set.
  package let name: String?
  /// The period.
  package let days: ClosedRange<Day>
  /// The day it was made on.
  package let today: Day
  /// The protocols and stages followed.
  package let protocolHistory: ProtocolHistory
  /// The stage of the protocol that is followed.
  package let stage: StageReport?
  /// Pain now, by the week.
  package let pain: TrendReport
  /// What was measured, a series each, by the week: kinds of the program before the user's own, then what
  /// has most weeks.
  package let measures: [TrendReport]
  /// Planned against done.
  package let adherence: AdherenceReport
  /// What was tolerated.
  package let response: ResponseReport
  /// The flares that touch the period, newest first.
  package let flares: [FlareReport.Row]
  /// The red flags.
  package let redFlags: RedFlags
  /// The user's own words, newest first; nil where they were not asked for.
  package let notes: [Note]?

  /// A report of its parts, which may reach beyond the period: what lies outside is left out.
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

  /// The series that is shown beside pain: the glute bridge, or what was measured most often.
  package var charted: TrendReport? {
    measures.first { $0.values.series.root == "glute-bridge" }
      ?? measures.max { $0.points.count < $1.points.count }
  }
}

extension ClinicianReport {
  /// A row of then and now.
  package struct Row: Sendable {
    /// The series, `pain` or `thomas:left`.
    package let series: Series
    /// How it was measured.
    package let method: MeasurementMethod?
    /// The first and the last value; the same where there is one only.
    package let first: TrendReport.Point, last: TrendReport.Point
    /// Both ends weighed; nil where there is too little at either.
    package let difference: TrendChange.Difference?
  }

  /// Pain and what was measured, then and now; a series without any value is left out.
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
  /// Where a series stands among others: kinds of the program in their order, then all others.
  fileprivate var importance: Int {
    guard case .measure(let kind, let side, _) = values.series,
      let place = MeasurementKind.builtIn.firstIndex(where: { $0.slug == kind.slug })
    else { return Int.max }
    return 2 * place + (side == .right ? 1 : 0)
  }
}
