import Analytics
import ArgumentParser
import Core
import Render
import Store

/// `psoas report factors`: what pain follows on.
struct FactorsCommand: PsoasCommand {
  static let formats = FactorsReport.formats

  static let configuration = CommandConfiguration.leaf(
    commandName: "factors", under: "psoas report",
    abstract: "Hold every exercise and daily factor against the pain of the next week or day.",
    usage: "psoas report factors [--series <series>] [--by <step>] [--without-flares] [<options>]",
    discussion: """
      Each is tried with the trends taken out, over the last 26 weeks unless told otherwise, and the p \
      values allow for how many were tried. Below 12 pairs nothing is shown.

      Example: psoas report factors
      Example: psoas report factors --by day --weeks 12
      Example: psoas report factors --series pain:worst
      """)

  @Option(
    name: .customLong("series"),
    help: ArgumentHelp("The ratings of pain that follow (pain).", valueName: "series"),
    completion: .list(Recall.allCases.map { Series.pain($0).name }))
  var series: String = "pain"

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("What a pair stands for: week (the default) or day.", valueName: "step"),
    completion: .list(Step.names))
  var step: String?

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Window") var flares: FlareOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let settings = try context.settings(log)
    let days = try window.days(context, settings, usual: SeriesLoader.usualWeeks)
    let bases = try context.catalogue(log).bases
    let report = try log.read {
      let loader = try SeriesLoader(context, log, by: step, days, settings)
      let outcome = try loader.values(of: try painSeries(loader, context))
      try loader.noteWhenEmpty([outcome], context)
      let done = try log.exercisesByDay(from: days.lowerBound, through: days.upperBound)
      let exercises = FactorsReport.Candidate.exercises(
        done.mapValues { names in Set(names.map { bases[$0] ?? $0 }) },
        active: try log.active(by: loader.step, in: days), by: loader.step)
      let factors = try log.loggedSeries().factors.sorted { $0.key < $1.key }.map { name, unit in
        let values = try loader.values(of: .factor(name, unit)).values
        return FactorsReport.Candidate(
          .factor, name, Dictionary(values.map { ($0.number, $0.value) }) { first, _ in first })
      }
      return FactorsReport(
        outcome, exercises + factors, without: try flares.leftOut(log, days))
    }
    try result.emit(report, context.style)
  }

  private func painSeries(_ loader: SeriesLoader, _ context: Context) throws -> Series {
    let found = try loader.series(series, context)
    guard case .pain = found else {
      throw InputError(
        "'\(found.name)' is no series of pain",
        hint: "use \(Recall.allCases.map { Series.pain($0).name }.joined(separator: ", "))")
    }
    return found
  }
}
