import App
import ArgumentParser
import Core
import Render

/// `psoas routine list`: all routines.
struct RoutineListCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the routines.",
    usage: "psoas routine list [<options>]",
    discussion: "Example: psoas routine list --format csv")

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(RoutineList(try context.routines()))
  }
}
