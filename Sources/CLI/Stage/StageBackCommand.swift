import App
import ArgumentParser
import Core

/// `psoas stage back`: goes back to the previous stage.
struct StageBackCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "back",
    abstract: "Go back to the stage before.",
    usage: "psoas stage back [--at <when>] [--note <text>] [<options>]",
    discussion: "Example: psoas stage back --note 'pain is up again'")

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(try context.goBackAStage(details.details), done: ResultWriter.done)
  }
}
