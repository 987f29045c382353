import ArgumentParser

/// `psoas routine`: exercises in a fixed order, with their doses.
struct RoutineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routine",
    abstract: "List and show routines.",
    discussion: "Example: psoas routine show twelve-minute",
    subcommands: [RoutineListCommand.self, RoutineShowCommand.self],
    defaultSubcommand: RoutineListCommand.self)
}
