import App
import ArgumentParser
import Core
import Render

/// `psoas undo`: takes back what commands did.
struct UndoCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "undo",
    abstract: "Take back the last command, or the last few.",
    usage: "psoas undo [<n>] [<options>]",
    discussion: """
      Every command that changed the log can be taken back, the newest first; 'psoas history' lists \
      them and 'psoas redo' does one again.

      Example: psoas undo
      Example: psoas undo 3
      """)

  @Argument(help: "How many commands; 1 when left out.")
  var count: String?

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context, _ output: ResultWriter) throws {
    let operations = try context.undo(count: try stepCount(count))
    try output.confirm(UndoneOperations(operations, verb: "took back"))
  }
}

/// `psoas redo`: does again what was taken back.
struct RedoCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "redo",
    abstract: "Do again what was taken back last.",
    usage: "psoas redo [<n>] [<options>]",
    discussion: """
      It restores exactly what 'psoas undo' took away, until another command changes the log.

      Example: psoas redo
      """)

  @Argument(help: "How many commands; 1 when left out.")
  var count: String?

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context, _ output: ResultWriter) throws {
    let operations = try context.redo(count: try stepCount(count))
    try output.confirm(UndoneOperations(operations, verb: "did again"))
  }
}

/// Reads how many steps to take.
private func stepCount(_ text: String?) throws -> Int {
  guard let text else { return 1 }
  guard text.utf8.count <= 6, let count = Int(text), count >= 1 else {
    throw InputError(
      "the number of commands cannot be \(quoted(text))", hint: "give a whole number from 1 on")
  }
  return count
}
