import Core

/// The present state: today, the week so far, and the latest entry of each kind.
package struct StatusReport: Sendable {
  /// The user's day.
  package let today: Day
  /// Today's entries, latest first.
  package let todaysEntries: [LogEntry]
  /// The latest session, if any.
  package let lastSession: LogEntry?
  /// The latest pain rating, if any.
  package let lastPain: LogEntry?
  /// The latest measurement of each series.
  package let lastMeasurements: [Measurement]
  /// The present week and the previous one.
  package let week: WeekSoFar
  /// The present stage; nil without a protocol.
  package let stage: StageReport?
  /// The routines of the stage, and whether they are due today; empty while warning signs are open.
  package let due: [DueRoutine]
  /// Planned and done days of this week so far; nil without a plan.
  package let kept: AdherenceReport.Row?
  /// Yesterday's sessions that no morning rating answers yet, oldest first.
  package let waiting: [Session]
  /// What must be dealt with before a protocol goes on.
  package let alerts: [SafetyAlert]

  package init(
    today: Day, todaysEntries: [LogEntry], lastSession: LogEntry?, lastPain: LogEntry?,
    lastMeasurements: [Measurement], aggregates: WeeklyAggregates, stage: StageReport? = nil,
    adherence: Adherence? = nil, waiting: [Session] = [], alerts: [SafetyAlert] = []
  ) {
    self.stage = stage
    self.waiting = waiting
    self.alerts = alerts
    due = alerts.isEmpty ? adherence.map { DueRoutine.all($0, today: today) } ?? [] : []
    kept = adherence.flatMap { adherence in
      AdherenceReport(adherence, from: today.week, through: today.week, today: today).rows
        .first { $0.planned > 0 }
    }
    self.today = today
    self.todaysEntries = todaysEntries
    self.lastSession = lastSession
    self.lastPain = lastPain
    self.lastMeasurements = lastMeasurements
    week = WeekSoFar(aggregates, week: today.week)
  }
}
