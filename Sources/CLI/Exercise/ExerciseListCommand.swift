import App
import ArgumentParser
import Core
import Render

/// `psoas exercise list`: all exercises.
struct ExerciseListCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the exercises that can be logged.",
    usage: "psoas exercise list [<options>]",
    discussion: "Example: psoas exercise list --format csv")

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(ExerciseList(try context.exercises()))
  }
}
