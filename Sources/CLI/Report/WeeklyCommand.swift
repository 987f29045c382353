import Analytics
import App
import ArgumentParser
import Render

/// `psoas report weekly`: a table of weeks.
struct WeeklyCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "weekly",
    abstract: "Show the weeks: sessions, pain and range, and pain against glute-bridge range.",
    usage: "psoas report weekly [--weeks <n>] [--since <day>] [--until <day>] [<options>]",
    discussion: """
      Weeks are ISO weeks, Monday to Sunday. Weeks without entries stay in the table and in the chart.

      Example: psoas report weekly --weeks 16
      """)

  static let formats = WeeklyReport.formats

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(try context.weeklyReport(window.window))
  }
}
