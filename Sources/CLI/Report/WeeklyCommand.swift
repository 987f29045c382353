import Analytics
import ArgumentParser
import Render
import Store

/// `psoas report weekly`: the weeks one under the other.
struct WeeklyCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "weekly", under: "psoas report",
    abstract: "Show the weeks: sessions, pain and range, and pain against glute-bridge range.",
    usage: "psoas report weekly [--weeks <n>] [--since <day>] [--until <day>] [<options>]",
    discussion: """
      Weeks are ISO weeks, Monday to Sunday. Weeks without entries stay in the table and in the chart.

      Example: psoas report weekly --weeks 16
      """)

  static let formats = WeeklyReport.formats

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let settings = try context.settings(log)
    let (first, last) = try window.weeks(context, settings)
    let today = context.whenParser(settings).present.day
    let report = try log.read {
      WeeklyReport(
        try log.weeklyAggregates(from: first, through: last), from: first, through: last,
        protocolHistory: try log.protocolHistory().clamped(to: today), today: today,
        flares: try log.flares(touching: first.start...last.end))
    }
    if report.rows.allSatisfy(\.isGap), let span = try log.span() {
      context.note(
        "no entries from \(first.start) to \(last.end); the log holds \(span.lowerBound) to "
          + "\(span.upperBound), try --until \(span.upperBound)")
    }
    try result.emit(report, context.style)
  }
}
