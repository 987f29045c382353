import App
import ArgumentParser
import Core

/// `psoas rm`: removes one entry.
struct RemoveCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm",
    abstract: "Remove one entry.",
    usage: "psoas rm <id>|last [<options>]",
    discussion: """
      Shows what was removed. The pain before and after a session is removed with it.

      Example: psoas rm last
      """)

  @Argument(help: "An id as 'psoas list' shows it, or last.", completion: .entries)
  var id: String

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(try context.removeEntry(named: id))
  }
}
