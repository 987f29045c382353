import Analytics
import App
import ArgumentParser
import Core
import Render

extension Phase.Kind: NamedChoice {
  static let what = "kind of phase"
}

/// `psoas report compare`: a series before and after.
struct CompareCommand: PsoasCommand {
  static let formats = CompareReport.formats

  static let configuration = CommandConfiguration(
    commandName: "compare",
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
    completion: .series)
  var series: String = "pain"

  @OptionGroup(title: "Phases") var phases: PhaseOptions
  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Window") var flares: FlareOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let request = SeriesRequest(window: window.window, leavesOutFlares: flares.isWithout)
    try output.show(try context.compareReport(of: series, phases.request, request: request))
  }
}
