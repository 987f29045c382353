import Analytics
import App
import ArgumentParser
import Render

/// `psoas report response`: the 24-hour response to each session.
struct ResponseCommand: PsoasCommand {
  static let formats = ResponseReport.formats

  static let configuration = CommandConfiguration(
    commandName: "response",
    abstract:
      "Show the pain around each session up to the next morning, and the last tolerated dose.",
    usage: "psoas report response [--weeks <n>] [--since <day>] [--until <day>] [<options>]",
    discussion: """
      The next morning is what 'psoas pain --recall morning' says on the day after. Colours follow \
      the pain-monitoring rule, which was tested in tendinopathy, not in low-back pain.

      Example: psoas report response --weeks 4
      """)

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(try context.responseReport(window.window))
  }
}
