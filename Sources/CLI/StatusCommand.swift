import Analytics
import ArgumentParser
import Core
import Render
import Store

/// `psoas status`: where things stand.
struct StatusCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "status",
    abstract: "Show your stage, what is due today, the week so far, and the last of everything.",
    usage: "psoas status [<options>]",
    discussion: "Example: psoas status")

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let status = try log.read {
      let protocolStatus = try ProtocolStatus(context, log)
      let today = protocolStatus.today
      return StatusReport(
        today: today,
        todaysEntries: try log.entries(of: nil, EntryWindow(since: today, until: today)),
        lastSession: try log.entries(of: .session, EntryWindow(limit: 1)).first,
        lastPain: try log.entries(of: .pain, EntryWindow(limit: 1)).first,
        lastMeasurements: try log.newestMeasurements(),
        aggregates: try log.weeklyAggregates(from: today.week.adding(-1), through: today.week),
        stage: protocolStatus.stage, adherence: protocolStatus.adherence,
        waiting: protocolStatus.waiting,
        alerts: protocolStatus.alerts)
    }
    try result.emit(status, context.style)
  }
}
