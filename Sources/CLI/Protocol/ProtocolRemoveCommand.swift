import App
import ArgumentParser
import Core

/// `psoas protocol remove`: removes one of the user's routines or protocols.
struct ProtocolRemoveCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a routine or a protocol of your own.",
    usage: "psoas protocol remove <name> [<options>]",
    discussion: """
      Its exercises stay, since sessions may name them, and so does what was logged.

      Example: psoas protocol remove my-way
      """)

  @Argument(help: "Its name in full.", completion: .ownDefinitions)
  var name: String

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(try context.removeDefinition(named: name))
  }
}
