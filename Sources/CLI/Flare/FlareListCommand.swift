import Analytics
import ArgumentParser
import Render
import Store

/// `psoas flare list`: the flares, newest first.
struct FlareListCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "list", under: "psoas flare",
    abstract: "List flares: the load before, the worst pain, the way back.",
    usage: "psoas flare list [<options>]",
    discussion: "Example: psoas flare list --format json")

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let today = try context.moment(nil, try context.settings(log)).day
    let report = try log.read {
      FlareReport(
        try log.flareRecords(), today: today, logBegins: try log.span()?.lowerBound)
    }
    if report.rows.isEmpty { context.note("no flares in this log") }
    try result.emit(report, context.style)
  }
}
