import ArgumentParser
import Core
import Render
import Store

/// `psoas exercise list`: all exercises.
struct ExerciseListCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "list", under: "psoas exercise",
    abstract: "List the exercises that can be logged.",
    usage: "psoas exercise list [<options>]",
    discussion: "Example: psoas exercise list --format csv")

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let exercises = try context.catalogue(try context.existingLog()).exercises.sorted {
      $0.slug < $1.slug
    }
    try result.emit(ExerciseList(exercises), context.style)
  }
}
