import ArgumentParser
import Core
import Render
import Store

/// `psoas protocol show`: one programme.
struct ProtocolShowCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "show", under: "psoas protocol",
    abstract: "Show one programme: its reasoning, stages, doses and gates, each with its source.",
    usage: "psoas protocol show <name> [<options>]",
    discussion: "Example: psoas protocol show staged-recovery")

  @Argument(help: "The protocol, by name or beginning.")
  var name: String

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.existingLog()
    let settings = try context.settings(log)
    let rehabProtocol = try context.wholeCatalogue(log).rehabProtocol(named: name)
    let view = ProtocolDetailView(rehabProtocol) { settings.adjusted($0, "gate") }
    try result.emit(view, context.style)
  }
}
