import Analytics
import Core
import Store

// Reports about weeks and sessions.

extension Context {
  /// A table of weeks.
  package func weeklyReport(_ window: ReportWindow = ReportWindow()) throws -> WeeklyReport {
    let log = try requiredLog()
    let settings = try settings(log)
    let weeks = try window.resolved(self, settings: settings)
    let today = today(settings)
    let report = try log.read {
      WeeklyReport(
        try log.weeklyAggregates(from: weeks.lowerBound, through: weeks.upperBound),
        from: weeks.lowerBound, through: weeks.upperBound,
        protocolHistory: try log.protocolHistory().clamped(to: today), today: today,
        flares: try log.flares(touching: weeks.days))
    }
    if report.rows.allSatisfy(\.isGap), let span = try log.span() {
      noteNothing(in: weeks.days, held: span)
    }
    return report
  }

  /// What was planned, and what was done.
  package func adherenceReport(_ window: ReportWindow = ReportWindow()) throws -> AdherenceReport {
    let log = try requiredLog()
    let settings = try settings(log)
    let weeks = try window.resolved(self, settings: settings)
    let catalogue = try wholeCatalogue(log)
    let today = today(settings)
    let adherence = try log.read {
      Adherence(
        protocolHistory: try log.protocolHistory().clamped(to: today),
        protocols: catalogue.protocols,
        done: try log.exercisesByDay(from: weeks.days.lowerBound, through: weeks.days.upperBound),
        bases: catalogue.bases, practised: settings.practisedShare)
    }
    return AdherenceReport(
      adherence, from: weeks.lowerBound, through: weeks.upperBound, today: today)
  }

  /// The 24-hour response to each session.
  package func responseReport(_ window: ReportWindow = ReportWindow()) throws -> ResponseReport {
    let log = try requiredLog()
    let settings = try settings(log)
    let days = try window.resolved(self, settings: settings).days
    let thresholds = try settings.responseThresholds()
    return try log.read { try responseReport(of: days, thresholds, in: log) }
  }

  func responseReport(
    of days: ClosedRange<Day>, _ thresholds: ResponseThresholds, in log: LogStore
  ) throws -> ResponseReport {
    let window = EntryWindow(
      since: days.lowerBound.adding(-ResponseReport.lookBack), until: days.upperBound)
    return ResponseReport(
      try log.responses(window), days: days, flares: try log.flares(touching: days),
      logBegins: try log.span()?.lowerBound, thresholds: thresholds)
  }

  /// The present state: stage, what is due, the week so far and the latest entry of each kind.
  package func statusReport() throws -> StatusReport {
    let log = try requiredLog()
    return try log.read {
      let status = try ProtocolStatus(self, in: log)
      let today = status.today
      return StatusReport(
        today: today,
        todaysEntries: try log.entries(of: nil, EntryWindow(since: today, until: today)),
        lastSession: try log.entries(of: .session, EntryWindow(limit: 1)).first,
        lastPain: try log.entries(of: .pain, EntryWindow(limit: 1)).first,
        lastMeasurements: try log.newestMeasurements(),
        aggregates: try log.weeklyAggregates(from: today.week.adding(-1), through: today.week),
        stage: status.stage, adherence: status.adherence, waiting: status.waiting,
        alerts: status.alerts)
    }
  }
}
