import App
import ArgumentParser
import Core
import Render

/// `psoas protocol list`: all protocols.
struct ProtocolListCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the protocols that can be followed.",
    usage: "psoas protocol list [<options>]",
    discussion: "Example: psoas protocol list")

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let protocols = try context.protocols()
    try output.show(ProtocolList(protocols.all, followed: protocols.followed))
  }
}
