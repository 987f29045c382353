import Analytics
import App
import ArgumentParser
import Core
import Render

/// `psoas report relate`: how two series vary together.
struct RelateCommand: PsoasCommand {
  static let formats = RelationReport.formats

  static let configuration = CommandConfiguration(
    commandName: "relate",
    abstract: "Show whether two series go together once their trends are taken out.",
    usage: "psoas report relate <a> <b> [--lag <n>] [--by <step>] [--without-flares] [<options>]",
    discussion: """
      Weeks that have both are paired, of the last 26 unless told otherwise. With --lag 1 a week of the \
      first series is paired with the week before of the second, so that the second comes first. All \
      lags from -2 to 2 that have 12 pairs are tried in any case, and the p values, that of the headline \
      too, allow for their number (Holm).

      Example: psoas report relate pain glute-bridge
      Example: psoas report relate pain sitting --lag 1
      """)

  @Argument(
    help: "The first series, such as pain.", completion: .series)
  var a: String

  @Argument(
    help: "The second series, such as glute-bridge.", completion: .series)
  var b: String

  @Option(
    name: .customLong("lag"), parsing: .unconditional,
    help: ArgumentHelp(
      "How many steps the second comes before the first, -2 to 2.", valueName: "n"),
    transform: OptionReader.wholeNumber(
      "--lag", in: -RelationReport.mostLag...RelationReport.mostLag,
      hint:
        "use a whole number from -\(RelationReport.mostLag) to \(RelationReport.mostLag)"))
  var lag: Int?

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
    try output.show(try context.relationReport(of: a, with: b, lag: lag ?? 0, request))
  }
}
