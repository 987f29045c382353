import App
import ArgumentParser
import Core
import Render

/// `psoas routine show`: one routine.
struct RoutineShowCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one routine: its exercises, their doses, and where these come from.",
    usage: "psoas routine show <name> [<options>]",
    discussion: "Example: psoas routine show twelve-minute")

  @Argument(help: "The routine, by name or unique prefix.", completion: .routines)
  var name: String

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let (routine, exercises) = try context.routine(named: name)
    try output.show(RoutineDetailView(routine, exercises: exercises))
  }
}
