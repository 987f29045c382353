import App
import ArgumentParser
import Core

/// `psoas protocol stop`: ends the protocol being followed.
struct ProtocolStopCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop",
    abstract: "End the protocol that you follow.",
    usage: "psoas protocol stop [--at <when>] [--note <text>] [<options>]",
    discussion: "Example: psoas protocol stop --note 'changing to staged-recovery'")

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(try context.stopProtocol(details.details), done: ResultWriter.done)
  }
}
