import Analytics
import App
import ArgumentParser
import Core
import Render

/// `psoas report relate`: whether two series go together.
struct RelateCommand: PsoasCommand {
  static let formats = RelationReport.formats

  static let configuration = CommandConfiguration.leaf(
    commandName: "relate", under: "psoas report",
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
    help: "The first series, such as pain.", completion: .list(Series.usualNames))
  var a: String

  @Argument(
    help: "The second series, such as glute-bridge.", completion: .list(Series.usualNames))
  var b: String

  @Option(
    name: .customLong("lag"), parsing: .unconditional,
    help: ArgumentHelp("How many steps the second comes before the first, -2 to 2.", valueName: "n")
  )
  var lag: String?

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("What a pair stands for: week (the default) or day.", valueName: "step"),
    completion: .list(Step.names))
  var step: String?

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Window") var flares: FlareOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context, _ output: ResultWriter) throws {
    let request = SeriesRequest(
      step: try step.map { try Step(named: $0) } ?? .week, window: try window.window,
      leavesOutFlares: flares.isWithout)
    try output.show(try context.relationReport(of: a, with: b, lag: try lagNumber(), request))
  }

  private func lagNumber() throws -> Int {
    guard let lag else { return 0 }
    let most = RelationReport.mostLag
    guard lag.utf8.count <= 3, let number = Int(lag), abs(number) <= most else {
      throw InputError(
        "--lag cannot be \(quoted(lag))", hint: "use a whole number from -\(most) to \(most)")
    }
    return number
  }
}
