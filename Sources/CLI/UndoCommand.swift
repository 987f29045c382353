import ArgumentParser
import Core
import Render
import Store

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

  func perform(_ context: Context) throws {
    let count = try stepCount(count)
    let log = try context.requiredLog()
    do {
      let done = try explainingRefusal(to: "take back", count) { try log.undo(count: count) }
      try result.emitConfirmation(UndoneOperations(done, verb: "took back"), context)
    } catch UndoRefusal.replaced(let operation, let copy, after: 0) where count == 1 {
      try takeBack(operation, copy, context)
    }
  }

  /// Brings the log back that was replaced by a copy.
  private func takeBack(
    _ operation: RecordedOperation, _ copy: String, _ context: Context
  ) throws {
    guard operation.isKept else {
      let reason =
        copy == LogStore.noLogBefore
        ? "there was no log before it"
        : "the log from before it, \(quotedPath(copy)), is gone"
      throw Failure(
        "cannot take back \(quoted(operation.commandRecord.command)): \(reason)",
        hint:
          "mend entries with 'psoas edit' or 'psoas rm', or go back to a copy with 'psoas restore'")
    }
    if let kept = try LogStore.undoRestore(copy, to: context.logPath, context.commandRecord) {
      context.note("to do it again: psoas restore \(BackupName.of(kept))")
    }
    try result.emitConfirmation(UndoneOperations([operation], verb: "took back"), context)
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

  func perform(_ context: Context) throws {
    let count = try stepCount(count)
    let log = try context.requiredLog()
    let done = try explainingRefusal(to: "do again", count) { try log.redo(count: count) }
    try result.emitConfirmation(UndoneOperations(done, verb: "did again"), context)
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

/// Puts into words why a step could not be taken.
private func explainingRefusal<Result>(
  to verb: String, _ count: Int, _ step: () throws -> Result
) throws -> Result {
  do {
    return try step()
  } catch let refusal as UndoRefusal {
    switch refusal {
    case .nothing(after: 0):
      throw Failure(
        "there is nothing to \(verb)",
        hint: "'psoas history' lists what was done; 'psoas restore' goes back to a copy")
    case .nothing(let count):
      throw Failure(
        "there \(count == 1 ? "is one command" : "are \(count) commands") to \(verb), not more",
        hint: "nothing was changed; give \(count) or less")
    case .notKept(let operation):
      throw Failure(
        "cannot \(verb) \(quoted(operation.commandRecord.command)): the log no longer keeps what it changed",
        hint: "mend the entry with 'psoas edit' or 'psoas rm'")
    case .changedSince(let operation, let entry):
      let subject = entry.map { "the entry '\($0.short)'" } ?? "what it set"
      throw Failure(
        "cannot \(verb) \(quoted(operation.commandRecord.command)): \(subject) was changed by other means since",
        hint: "nothing was changed; look with 'psoas history' and 'psoas doctor'")
    case .replaced(_, _, after: 0) where count == 1: throw refusal
    case .replaced(let operation, _, let after) where !operation.isKept:
      throw Failure(
        "cannot take back \(count) commands: \(quoted(operation.commandRecord.command)) replaced the whole log, "
          + "which is not kept",
        hint: "nothing was changed; "
          + (after == 0 ? "mend entries with 'psoas edit' or 'psoas rm'" : "give \(after) or less"))
    case .replaced(let operation, _, let after):
      let steps = after == 0 ? "" : "first 'psoas undo\(after == 1 ? "" : " \(after)")', then "
      throw Failure(
        "cannot take back \(count) commands: \(quoted(operation.commandRecord.command)) replaced the whole log",
        hint: "nothing was changed; take it back by itself: \(steps)'psoas undo'")
    }
  }
}
