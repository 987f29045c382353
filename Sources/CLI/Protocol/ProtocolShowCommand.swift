import App
import ArgumentParser
import Core
import Render

/// `psoas protocol show`: one protocol.
struct ProtocolShowCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one protocol: its reasoning, stages, doses and gates, each with its source.",
    usage: "psoas protocol show <name> [<options>]",
    discussion: "Example: psoas protocol show staged-recovery")

  @Argument(help: "The protocol, by name or unique prefix.", completion: .protocols)
  var name: String

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let (rehabProtocol, adjusted) = try context.rehabProtocol(named: name)
    try output.show(ProtocolDetailView(rehabProtocol, adjust: adjusted))
  }
}
