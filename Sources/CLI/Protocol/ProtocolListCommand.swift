import ArgumentParser
import Core
import Render
import Store

/// `psoas protocol list`: all programmes.
struct ProtocolListCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "list", under: "psoas protocol",
    abstract: "List the programmes that can be followed.",
    usage: "psoas protocol list [<options>]",
    discussion: "Example: psoas protocol list")

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.existingLog()
    let list = ProtocolList(
      try context.wholeCatalogue(log).protocols,
      followed: try log?.protocolHistory().present?.rehabProtocol)
    try result.emit(list, context.style)
  }
}
