import App
import ArgumentParser
import Core
import Render

/// `psoas status`: stage, what is due, and the week so far.
struct StatusCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show your stage, what is due today, the week so far, and the last of everything.",
    usage: "psoas status [<options>]",
    discussion: "Example: psoas status")

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(try context.statusReport())
  }
}
