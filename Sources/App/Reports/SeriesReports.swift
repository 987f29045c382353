import Analytics
import Core
import Store

// Reports about one series, or about several together.

/// A request for a report about series.
package struct SeriesRequest {
  package var step: Step
  package var window: ReportWindow
  /// Whether weeks or days with a flare are left out.
  package var leavesOutFlares: Bool

  package init(
    step: Step = .week, window: ReportWindow = ReportWindow(), leavesOutFlares: Bool = false
  ) {
    (self.step, self.window, self.leavesOutFlares) = (step, window, leavesOutFlares)
  }
}

extension Context {
  /// How a series changes over time.
  package func trendReport(
    of name: String, _ request: SeriesRequest = SeriesRequest()
  ) throws -> TrendReport {
    try withDays(of: request) { log, days, settings in
      let loader = SeriesLoader(self, log: log, by: request.step, in: days, settings: settings)
      let values = try loader.values(of: try loader.series(named: name))
      try loader.noteWhenEmpty([values])
      return try loader.trend(
        of: values, try log.protocolHistory(), leavingOutFlares: request.leavesOutFlares)
    }
  }

  /// How two series vary together.
  package func relationReport(
    of first: String, with second: String, lag: Int = 0, _ request: SeriesRequest = SeriesRequest()
  ) throws -> RelationReport {
    try withDays(of: request) { log, days, settings in
      let loader = SeriesLoader(
        self, log: log, by: request.step, in: days, settings: settings,
        leavingOut: try request.flares(log, touching: days))
      let series = try [first, second].map { try loader.series(named: $0) }
      guard series[0] != series[1] else {
        throw InputError(
          "'\(series[0].name)' cannot be related to itself", hint: "name two different series")
      }
      let values = try series.map { try loader.values(of: $0) }
      try loader.noteWhenEmpty(values)
      return RelationReport(values[0], values[1], lag: lag)
    }
  }

  /// A series in two phases.
  package func compareReport(
    of name: String, _ phases: PhaseRequest, request: SeriesRequest = SeriesRequest()
  ) throws -> CompareReport {
    let log = try requiredLog()
    let settings = try settings(log)
    let given =
      request.window.isGiven
      ? try request.window.resolved(self, settings: settings, usual: ReportWindow.seriesWeeks).days
      : nil
    return try log.read {
      let choice = try PhaseChoice(
        phases, of: try log.protocolHistory(), parser: whenParser(settings))
      let days = given ?? choice.days
      let loader = SeriesLoader(
        self, log: log, in: days, settings: settings,
        leavingOut: try request.flares(log, touching: days))
      let values = try loader.values(of: try loader.series(named: name))
      try loader.noteWhenEmpty([values])
      return CompareReport(values, phases: choice.phases, a: choice.a, b: choice.b)
    }
  }

  /// Compares each exercise and daily factor with the pain that follows.
  package func factorsReport(
    of name: String, _ request: SeriesRequest = SeriesRequest()
  ) throws -> FactorsReport {
    try withDays(of: request) { log, days, settings in
      let bases = try catalogue(log).bases
      let loader = SeriesLoader(self, log: log, by: request.step, in: days, settings: settings)
      let outcome = try loader.values(of: try painSeries(named: name, loader))
      try loader.noteWhenEmpty([outcome])
      let done = try log.exercisesByDay(from: days.lowerBound, through: days.upperBound)
      let exercises = FactorsReport.Candidate.exercises(
        done.mapValues { names in Set(names.map { bases[$0] ?? $0 }) },
        active: try log.active(by: loader.step, in: days), by: loader.step)
      let factors = try log.loggedSeries().factors.sorted { $0.key < $1.key }.map { name, unit in
        let values = try loader.values(of: .factor(name, unit)).values
        return FactorsReport.Candidate(
          .factor, name: name,
          values: Dictionary(values.map { ($0.number, $0.value) }) { first, _ in first })
      }
      return FactorsReport(
        outcome, candidates: exercises + factors, without: try request.flares(log, touching: days))
    }
  }

  private func painSeries(named name: String, _ loader: SeriesLoader) throws -> Series {
    let found = try loader.series(named: name)
    guard case .pain = found else {
      throw InputError(
        "'\(found.name)' is no series of pain",
        hint: "use \(Recall.allCases.map { Series.pain($0).name }.joined(separator: ", "))")
    }
    return found
  }

  private func withDays<Report>(
    of request: SeriesRequest,
    _ body: (LogStore, ClosedRange<Day>, Settings) throws -> Report
  ) throws -> Report {
    let log = try requiredLog()
    let settings = try settings(log)
    let days = try request.window.resolved(
      self, settings: settings, usual: ReportWindow.seriesWeeks
    ).days
    return try log.read { try body(log, days, settings) }
  }
}

extension SeriesRequest {
  /// The flares to leave out of these days; nil when all count.
  fileprivate func flares(_ log: LogStore, touching days: ClosedRange<Day>) throws -> [Flare]? {
    leavesOutFlares ? try log.flares(touching: days) : nil
  }
}
