import Analytics
import App
import ArgumentParser
import Core
import Render

/// `psoas report factors`: exercises and daily factors, and the pain that follows.
struct FactorsCommand: PsoasCommand {
  static let formats = FactorsReport.formats

  static let configuration = CommandConfiguration(
    commandName: "factors",
    abstract: "Compare each exercise and daily factor with the pain that follows.",
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
    help: ArgumentHelp("What is paired: a week (the default) or a day.", valueName: "step"),
    completion: .list(Step.names), transform: OptionReader.choice())
  var step: Step?

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Window") var flares: FlareOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let request = SeriesRequest(
      step: step ?? .week, window: window.window,
      leavesOutFlares: flares.isWithout)
    try output.show(try context.factorsReport(of: series, request))
  }
}
