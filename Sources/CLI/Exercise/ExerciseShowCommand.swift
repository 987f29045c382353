import App
import ArgumentParser
import Core
import Render

/// `psoas exercise show`: one exercise.
struct ExerciseShowCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one exercise: what it is for, how it is done, how to log it.",
    usage: "psoas exercise show <name> [<options>]",
    discussion: "Example: psoas exercise show bird-dog")

  @Argument(help: "The exercise, by name, alias or unique prefix.", completion: .exercises)
  var name: String

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(ExerciseDetailView(try context.exercise(named: name)))
  }
}
