import App
import ArgumentParser
import Core
import Render

/// `psoas undo`: undoes commands.
struct UndoCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Undo the last command, or the last few.",
    usage: "psoas undo [<n>] [<options>]",
    discussion: """
      Every command that changed the log can be undone, the newest first; 'psoas history' lists them, \
      and 'psoas redo' redoes one.

      Example: psoas undo
      Example: psoas undo 3
      """)

  @Argument(help: "How many commands; 1 when left out.", transform: UndoCommand.count)
  var count: Int?

  @OptionGroup(title: "Common options") var common: CommonOptions

  static let count = OptionReader.wholeNumber(
    "the number of commands", in: 1...999_999, hint: "give a whole number, 1 or more")

  func perform(_ context: Context, to output: ResultWriter) throws {
    let operations = try context.undo(count: count ?? 1)
    try output.confirm(UndoneOperations(operations, verb: "undid"))
  }
}

/// `psoas redo`: redoes undone commands.
struct RedoCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Redo the last undone command.",
    usage: "psoas redo [<n>] [<options>]",
    discussion: """
      It restores exactly what 'psoas undo' removed, until another command changes the log.

      Example: psoas redo
      """)

  @Argument(help: "How many commands; 1 when left out.", transform: UndoCommand.count)
  var count: Int?

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let operations = try context.redo(count: count ?? 1)
    try output.confirm(UndoneOperations(operations, verb: "redid"))
  }
}
