import ArgumentParser
import Core
import Render
import Store

/// `psoas exercise show`: one exercise.
struct ExerciseShowCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "show", under: "psoas exercise",
    abstract: "Show one exercise: what it is for, how it is done, how to log it.",
    usage: "psoas exercise show <name> [<options>]",
    discussion: "Example: psoas exercise show bird-dog")

  @Argument(help: "The exercise, by name, alias or beginning.")
  var name: String

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let parser = EntryParser(exercises: try context.catalogue(try context.existingLog()).index)
    let exercise = try parser.exercise(named: name.lowercased())
    try result.emit(ExerciseDetailView(exercise), context.style)
  }
}
