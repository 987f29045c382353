import Analytics
import App
import ArgumentParser
import Core
import Render

/// `psoas report trend`: how one series changes over time.
struct TrendCommand: PsoasCommand {
  static let formats = TrendReport.formats

  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Show where a series goes: its slope, what is sure of it, and whether it matters.",
    usage: "psoas report trend <series> [--by <step>] [--without-flares] [<options>]",
    discussion: """
      A series is pain, pain:worst, pain:morning, pain:average, a kind of measurement (glute-bridge, \
      thomas:left, glute-bridge@goniometer), a daily factor, sessions, minutes, load or sets; \
      factor:load is a factor that you called like another series. It shows the last 26 weeks unless told otherwise. Weeks without a value stay gaps.

      Example: psoas report trend pain
      Example: psoas report trend thomas:left --since 2026-06-01
      """)

  @Argument(
    help: "The series, such as pain or thomas:left.", completion: .series)
  var series: String

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("What a point is: a week (the default) or a day.", valueName: "step"),
    completion: .list(Step.names), transform: OptionReader.choice())
  var step: Step?

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Window") var flares: FlareOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let request = SeriesRequest(
      step: step ?? .week, window: window.window,
      leavesOutFlares: flares.isWithout)
    try output.show(try context.trendReport(of: series, request))
  }
}

extension Step: NamedChoice {
  static let what = "step"
}
