import Analytics
import ArgumentParser
import Core
import Render
import Store

/// `psoas report clinician`: one page for a doctor or physiotherapist.
struct ClinicianCommand: PsoasCommand {
  static let formats = ClinicianReport.formats

  static let configuration = CommandConfiguration.leaf(
    commandName: "clinician", under: "psoas report",
    abstract: "Write one page for a doctor or physiotherapist, to be read in a minute.",
    usage: "psoas report clinician [--notes] [--weeks <n>] [--since <day>] [<options>]",
    discussion: """
      Red flags, stage, pain and range then and now, adherence, what was tolerated, flares. Your name \
      stands on it when 'psoas config clinician.name' says it; your notes only with --notes. As html it \
      prints on one page; a file whose name ends in .pdf is that page.

      Example: psoas report clinician --format html --output summary.html
      Example: psoas report clinician --output summary.pdf
      Example: psoas report clinician --weeks 12 --notes
      """)

  @Flag(name: .customLong("notes"), help: "Add your own notes of the period, the newest six.")
  var notes = false

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let report: ClinicianReport = try log.read { try self.report(context, log) }
    try result.emit(report, context.style)
  }

  private func report(_ context: Context, _ log: LogStore) throws -> ClinicianReport {
    let protocolStatus = try ProtocolStatus(context, log)
    let (first, last) = try window.weeks(context, protocolStatus.settings)
    let days = first.start...last.end
    let loader = try SeriesLoader(context, log, by: nil, days, protocolStatus.settings)
    let kept = EntryWindow(
      since: days.lowerBound.adding(-ResponseReport.lookBack), until: days.upperBound)
    let adherence = Adherence(
      protocolHistory: protocolStatus.protocolHistory,
      protocols: protocolStatus.catalogue.protocols,
      done: try log.exercisesByDay(from: days.lowerBound, through: days.upperBound),
      bases: protocolStatus.catalogue.bases, practised: protocolStatus.settings.practisedShare)
    let begin = try log.span()?.lowerBound
    return ClinicianReport(
      name: protocolStatus.settings.clinicianName, days: days, today: protocolStatus.today,
      protocolHistory: protocolStatus.protocolHistory,
      stage: protocolStatus.stage, pain: try trend(.pain(.now), loader, protocolStatus, log),
      measures: try log.loggedSeries().measures.map {
        try trend(try loader.series($0, context), loader, protocolStatus, log)
      },
      adherence: AdherenceReport(
        adherence, from: first, through: last, today: protocolStatus.today),
      response: ResponseReport(
        try log.responses(kept), days: days, flares: try log.flares(touching: days),
        logBegins: begin, thresholds: try protocolStatus.settings.responseThresholds()),
      flares: FlareReport(try log.flareRecords(), today: protocolStatus.today, logBegins: begin),
      redFlags: ClinicianReport.RedFlags(
        checks: protocolStatus.checks, flags: protocolStatus.safety.flags,
        alerts: protocolStatus.alerts),
      notes: notes ? try words(log, days) : nil)
  }

  private func trend(
    _ series: Series, _ loader: SeriesLoader, _ protocolStatus: ProtocolStatus, _ log: LogStore
  ) throws -> TrendReport {
    let values = try loader.values(of: series)
    var visits: [TrialVisit] = []
    if case .measure(let kind, let side, _) = values.series, let method = values.method {
      visits = try log.trials(of: kind, side, method)
    }
    return TrendReport(
      values, flares: try log.flares(EntryWindow(until: loader.days.upperBound)),
      protocolHistory: protocolStatus.protocolHistory, visits: visits)
  }

  private func words(_ log: LogStore, _ days: ClosedRange<Day>) throws -> [ClinicianReport.Note] {
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
