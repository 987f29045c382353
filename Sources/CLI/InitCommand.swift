import App
import ArgumentParser
import Core
import Render

/// `psoas init`: creates an empty log.
struct InitCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an empty log.",
    usage: "psoas init [--db <path>] [<options>]",
    discussion: """
      Not needed: the first entry makes the log too. An existing log is left as it is. Backups \
      are made in a folder next to it, whose name ends in .backups.

      Example: psoas init --db ~/rehab.db
      """)

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let isNew = try context.createLog()
    try output.confirm(
      Confirmation.log(at: context.logPath, isNew: isNew),
      done: isNew ? ResultWriter.done : nil)
  }
}
