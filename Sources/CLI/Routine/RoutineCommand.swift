import ArgumentParser

/// `psoas routine`: exercises in a fixed order, with their doses.
struct RoutineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routine",
    abstract: "List and show routines, and be guided through one.",
    discussion: "Example: psoas routine start twelve-minute",
    subcommands: [RoutineListCommand.self, RoutineShowCommand.self, RoutineStartCommand.self],
    defaultSubcommand: RoutineListCommand.self)
}
