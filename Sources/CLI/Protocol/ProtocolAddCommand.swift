import App
import ArgumentParser
import Core

/// `psoas protocol add`: adds exercises, routines and protocols from a file.
struct ProtocolAddCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add exercises, routines and protocols of your own from a file.",
    usage: "psoas protocol add <file> [<options>]",
    discussion: """
      The file has the same format as the built-in ones; docs/protocols.md explains it. Nothing \
      is added from a file with a mistake, and the message names the line.

      Example: psoas protocol add evening.txt
      """)

  @Argument(help: "The file.", completion: .file())
  var file: String

  @OptionGroup(title: "Common options") var common: CommonOptions

  var namedFiles: [String] { [file] }

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(try context.addDefinitions(fromFile: file))
  }
}
