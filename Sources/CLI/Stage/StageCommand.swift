import ArgumentParser

/// `psoas stage`: the user's stage within a protocol.
struct StageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Show your stage and what the next one needs; advance or go back.",
    discussion: "Example: psoas stage",
    subcommands: [StageShowCommand.self, StageAdvanceCommand.self, StageBackCommand.self],
    defaultSubcommand: StageShowCommand.self)
}
