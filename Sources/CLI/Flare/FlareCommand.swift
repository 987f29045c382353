import ArgumentParser

/// `psoas flare`: periods of clearly more pain than usual.
struct FlareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flare",
    abstract: "Mark the start and end of a flare, and list flares.",
    discussion: "Example: psoas flare start",
    subcommands: [FlareListCommand.self, FlareStartCommand.self, FlareEndCommand.self],
    defaultSubcommand: FlareListCommand.self)
}
