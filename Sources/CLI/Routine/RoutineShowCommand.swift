import ArgumentParser
import Core
import Render
import Store

/// `psoas routine show`: one routine.
struct RoutineShowCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "show", under: "psoas routine",
    abstract: "Show one routine: its exercises, their doses, and where these come from.",
    usage: "psoas routine show <name> [<options>]",
    discussion: "Example: psoas routine show twelve-minute")

  @Argument(help: "The routine, by name or beginning.")
  var name: String

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let catalogue = try context.wholeCatalogue(try context.existingLog())
    let view = RoutineDetailView(try catalogue.routine(named: name), exercises: catalogue.index)
    try result.emit(view, context.style)
  }
}
