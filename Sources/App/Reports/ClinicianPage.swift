import Analytics
import Core
import Store

extension Context {
  /// One page for a doctor or physiotherapist.
  ///
  /// - Parameter withNotes: whether to include the user's notes of the period.
  package func clinicianReport(
    _ window: ReportWindow = ReportWindow(), withNotes: Bool = false
  ) throws -> ClinicianReport {
    let log = try requiredLog()
    return try log.read { try clinicianReport(window, withNotes: withNotes, in: log) }
  }

  private func clinicianReport(
    _ window: ReportWindow, withNotes: Bool, in log: LogStore
  ) throws -> ClinicianReport {
    let status = try ProtocolStatus(self, in: log)
    let weeks = try window.resolved(self, settings: status.settings)
    let days = weeks.days
    let loader = SeriesLoader(self, log: log, in: days, settings: status.settings)
    func trend(_ series: Series) throws -> TrendReport {
      try loader.trend(of: try loader.values(of: series), status.protocolHistory)
    }
    let adherence = Adherence(
      protocolHistory: status.protocolHistory, protocols: status.catalogue.protocols,
      done: try log.exercisesByDay(from: days.lowerBound, through: days.upperBound),
      bases: status.catalogue.bases, practised: status.settings.practisedShare)
    return ClinicianReport(
      name: status.settings.clinicianName, days: days, today: status.today,
      protocolHistory: status.protocolHistory, stage: status.stage, pain: try trend(.pain(.now)),
      measures: try log.loggedSeries().measures.map { try trend(try loader.series(named: $0)) },
      adherence: AdherenceReport(
        adherence, from: weeks.lowerBound, through: weeks.upperBound, today: status.today),
      response: try responseReport(of: days, try status.settings.responseThresholds(), in: log),
      flares: FlareReport(
        try log.flareRecords(), today: status.today, logBegins: try log.span()?.lowerBound),
      redFlags: ClinicianReport.RedFlags(
        checks: status.checks, flags: status.safety.flags, alerts: status.alerts),
      notes: withNotes ? try notes(log, days: days) : nil)
  }

  private func notes(_ log: LogStore, days: ClosedRange<Day>) throws -> [ClinicianReport.Note] {
    let window = EntryWindow(since: days.lowerBound, until: days.upperBound)
    return try log.entries(of: nil, window).compactMap { entry in
      let text: String? =
        switch entry {
        case .session(let session, _): session.note
        case .pain(let rating, _): rating.note
        case .measurement(let measurement): measurement.note
        case .flare(let flare): flare.note
        case .stage(let change): change.note
        case .check(let check): check.resolution
        case .day: nil
        }
      return text.map { ClinicianReport.Note(day: entry.moment.day, text: $0) }
    }
  }
}
