import ArgumentParser

/// `psoas protocol`: the protocols that can be followed.
struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: "List, show, compare, start and stop protocols; add your own.",
    discussion: "Example: psoas protocol show twelve-minute",
    subcommands: [
      ProtocolListCommand.self, ProtocolShowCommand.self, ProtocolCompareCommand.self,
      ProtocolStartCommand.self, ProtocolStopCommand.self, ProtocolAddCommand.self,
      ProtocolRemoveCommand.self,
    ],
    defaultSubcommand: ProtocolListCommand.self)
}
