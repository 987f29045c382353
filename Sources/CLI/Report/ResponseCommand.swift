import Analytics
import ArgumentParser
import Render
import Store

/// `psoas report response`: how the day after each session went.
struct ResponseCommand: PsoasCommand {
  static let formats = ResponseReport.formats

  static let configuration = CommandConfiguration.leaf(
    commandName: "response", under: "psoas report",
    abstract:
      "Show the pain around each session up to the next morning, and the last tolerated dose.",
    usage: "psoas report response [--weeks <n>] [--since <day>] [--until <day>] [<options>]",
    discussion: """
      The next morning is what 'psoas pain --recall morning' says on the day after. Colours follow \
      the pain-monitoring rule, which was tested in tendinopathy, not in low-back pain.

      Example: psoas report response --weeks 4
      """)

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let settings = try context.settings(log)
    let (first, last) = try window.weeks(context, settings)
    let thresholds = try settings.responseThresholds()
    let days = first.start...last.end
    let report = try log.read {
      ResponseReport(
        try log.responses(
          EntryWindow(
            since: days.lowerBound.adding(-ResponseReport.lookBack), until: days.upperBound)),
        days: days, flares: try log.flares(touching: days),
        logBegins: try log.span()?.lowerBound, thresholds: thresholds)
    }
    try result.emit(report, context.style)
  }
}
