import Analytics
import ArgumentParser
import Render
import Store

/// `psoas report adherence`: what was planned and what was done.
struct AdherenceCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "adherence", under: "psoas report",
    abstract: "Show planned against done, by exercise and week, and the days as a calendar.",
    usage: "psoas report adherence [--weeks <n>] [--since <day>] [--until <day>] [<options>]",
    discussion: "Example: psoas report adherence --weeks 8")

  static let formats = AdherenceReport.formats

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let settings = try context.settings(log)
    let (first, last) = try window.weeks(context, settings)
    let catalogue = try context.wholeCatalogue(log)
    let today = context.whenParser(settings).present.day
    let adherence = try log.read {
      Adherence(
        protocolHistory: try log.protocolHistory().clamped(to: today),
        protocols: catalogue.protocols,
        done: try log.exercisesByDay(from: first.start, through: last.end),
        bases: catalogue.bases, practised: settings.practisedShare)
    }
    let report = AdherenceReport(
      adherence, from: first, through: last, today: today)
    try result.emit(report, context.style)
  }
}
