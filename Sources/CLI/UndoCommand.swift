import App
import ArgumentParser
import Core
import Render

/// `psoas undo`: takes back what commands did.
struct UndoCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last command, or the last few.",
    usage: "psoas undo [<n>] [<options>]",
    discussion: """
      Every command that changed the log can be taken back, the newest first; 'psoas history' lists \
      them and 'psoas redo' does one again.

      Example: psoas undo
      Example: psoas undo 3
      """)

  @Argument(help: "How many commands; 1 when left out.", transform: UndoCommand.count)
  var count: Int?

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  static let count = OptionReader.wholeNumber(
    "the number of commands", in: 1...999_999, hint: "give a whole number from 1 on")

  func perform(_ context: Context, _ output: ResultWriter) throws {
    let operations = try context.undo(count: count ?? 1)
    try output.confirm(UndoneOperations(operations, verb: "took back"))
  }
}

/// `psoas redo`: does again what was taken back.
struct RedoCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Do again what was taken back last.",
    usage: "psoas redo [<n>] [<options>]",
    discussion: """
      It restores exactly what 'psoas undo' took away, until another command changes the log.

      Example: psoas redo
      """)

  @Argument(help: "How many commands; 1 when left out.", transform: UndoCommand.count)
  var count: Int?

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context, _ output: ResultWriter) throws {
    let operations = try context.redo(count: count ?? 1)
    try output.confirm(UndoneOperations(operations, verb: "did again"))
  }
}
