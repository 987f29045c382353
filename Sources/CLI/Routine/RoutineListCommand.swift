import ArgumentParser
import Core
import Render
import Store

/// `psoas routine list`: all routines.
struct RoutineListCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "list", under: "psoas routine",
    abstract: "List the routines.",
    usage: "psoas routine list [<options>]",
    discussion: "Example: psoas routine list --format csv")

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let list = RoutineList(try context.wholeCatalogue(try context.existingLog()).routines)
    try result.emit(list, context.style)
  }
}
