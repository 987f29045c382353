import Analytics
import ArgumentParser
import Core
import Render
import Store

extension Phase.Kind: NamedChoice {
  static let what = "kind of phase"
}

/// `psoas report compare`: a series before and after.
struct CompareCommand: PsoasCommand {
  static let formats = CompareReport.formats

  static let configuration = CommandConfiguration.leaf(
    commandName: "compare", under: "psoas report",
    abstract: "Compare a series in two phases: before and after a day, two stages, two protocols.",
    usage:
      "psoas report compare [--split <day> | --by <kind>] [--series <series>] [--without-flares] [<options>]",
    discussion: """
      Without --split the last two protocols are compared, or the last two stages of the only one; \
      --a and --b choose others. A week belongs to the phase of its Thursday. --split looks at 26 \
      weeks on either side unless told otherwise.

      Example: psoas report compare --split 2026-10-01
      Example: psoas report compare --by stage --series glute-bridge
      """)

  @Option(
    name: .customLong("series"),
    help: ArgumentHelp("The series (pain).", valueName: "series"),
    completion: .list(SeriesLoader.usualNames))
  var series: String = "pain"

  @OptionGroup(title: "Phases") var phases: PhaseOptions
  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Window") var flares: FlareOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    try phases.check()
    let log = try context.requiredLog()
    let settings = try context.settings(log)
    let given =
      window.isGiven
      ? try window.days(context, settings, usual: SeriesLoader.usualWeeks) : nil
    let report = try log.read {
      let chosen = try phases.chosen(context, settings, try log.protocolHistory())
      let days = given ?? chosen.days
      let loader = try SeriesLoader(
        context, log, by: nil, days, settings, without: try flares.leftOut(log, days))
      let values = try loader.values(of: try loader.series(series, context))
      try loader.noteWhenEmpty([values], context)
      return CompareReport(values, chosen.phases, a: chosen.a, b: chosen.b)
    }
    try result.emit(report, context.style)
  }
}
