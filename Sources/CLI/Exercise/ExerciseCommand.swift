import ArgumentParser

/// `psoas exercise`: the exercises that can be logged.
struct ExerciseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "List, show and add exercises.",
    discussion: "Example: psoas exercise show bird-dog",
    subcommands: [ExerciseListCommand.self, ExerciseShowCommand.self, ExerciseAddCommand.self],
    defaultSubcommand: ExerciseListCommand.self)
}
