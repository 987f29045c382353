import Analytics
import App
import ArgumentParser
import Render

/// `psoas report adherence`: what was planned and what was done.
struct AdherenceCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "adherence",
    abstract: "Show planned against done, by exercise and week, and the days as a calendar.",
    usage: "psoas report adherence [--weeks <n>] [--since <day>] [--until <day>] [<options>]",
    discussion: "Example: psoas report adherence --weeks 8")

  static let formats = AdherenceReport.formats

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(try context.adherenceReport(window.window))
  }
}
