import Core
import Render
import Store

extension Context {
  /// The commands that changed the log, newest first.
  package func history(limit: Int?) throws -> [RecordedOperation] {
    let log = try requiredLog()
    let operations = try log.read { try log.operations(limit: limit) }
    if operations.isEmpty { note("nothing is kept of what was done") }
    return operations
  }

  /// Deletes the history, so that nothing removed is left in the file.
  ///
  /// - Returns: how many commands were deleted.
  package func forgetHistory() throws -> Int {
    let count = try requiredLog().forgetOperations()
    if try mayHaveBackups { note("earlier backups still have it: psoas backup --list") }
    return count
  }

  /// Whether the log has backups, as far as their folder can be read.
  private var mayHaveBackups: Bool {
    get throws {
      do { return try !backups(reading: false).isEmpty } catch is StoreError { return true }
    }
  }

  /// Undoes the last commands, all or none.
  package func undo(count: Int = 1) throws -> [RecordedOperation] {
    let log = try requiredLog()
    do {
      return try explainingRefusal(to: "undo", count: count) { try log.undo(count: count) }
    } catch UndoRefusal.replaced(let operation, let copy, after: 0) where count == 1 {
      return [try undoRestore(operation, copy: copy)]
    }
  }

  /// Redoes the last undone commands, all or none.
  package func redo(count: Int = 1) throws -> [RecordedOperation] {
    let log = try requiredLog()
    return try explainingRefusal(to: "redo", count: count) { try log.redo(count: count) }
  }

  /// Undoes a restore: brings back the log that it replaced.
  private func undoRestore(
    _ operation: RecordedOperation, copy: String
  ) throws -> RecordedOperation {
    guard operation.isKept else {
      let reason =
        copy == LogStore.noLogBefore
        ? "there was no log before it"
        : "the log it replaced, \(copy.quotedPath), is gone"
      throw Failure(
        "cannot undo \(operation.commandRecord.command.quoted): \(reason)",
        hint:
          "correct entries with 'psoas edit' or 'psoas rm', or restore a backup with 'psoas restore'"
      )
    }
    if let kept = try LogStore.undoRestore(copy, to: logPath, commandRecord: commandRecord) {
      let name = kept.split(separator: "/").last ?? ""
      note("to do it again: psoas restore \(name.hasSuffix(".db") ? name.dropLast(3) : name)")
    }
    return operation
  }

  /// Adds to the error why an undo or redo was refused.
  private func explainingRefusal<Result>(
    to verb: String, count: Int, _ step: () throws -> Result
  ) throws -> Result {
    do {
      return try step()
    } catch let refusal as UndoRefusal {
      if case .replaced(_, _, after: 0) = refusal, count == 1 { throw refusal }
      throw Context.failure(refusal, to: verb, count: count)
    }
  }

  private static func failure(_ refusal: UndoRefusal, to verb: String, count: Int) -> Failure {
    switch refusal {
    case .nothing(after: 0):
      return Failure(
        "there is nothing to \(verb)",
        hint: "'psoas history' lists what was done; 'psoas restore' goes back to a copy")
    case .nothing(let count):
      return Failure(
        "there \(count == 1 ? "is one command" : "are \(count) commands") to \(verb), not more",
        hint: "nothing was changed; give \(count) or less")
    case .notKept(let operation):
      return Failure(
        "cannot \(verb) \(operation.commandRecord.command.quoted): the log no longer keeps what it changed",
        hint: "correct the entry with 'psoas edit' or 'psoas rm'")
    case .changedSince(let operation, let entry):
      let subject = entry.map { "the entry '\($0.short)'" } ?? "what it set"
      return Failure(
        "cannot \(verb) \(operation.commandRecord.command.quoted): \(subject) was changed by other means since",
        hint: "nothing was changed; look with 'psoas history' and 'psoas doctor'")
    case .replaced(let operation, _, let after) where !operation.isKept:
      return Failure(
        "cannot undo \(count) commands: \(operation.commandRecord.command.quoted) replaced the whole log, "
          + "which is not kept",
        hint: "nothing was changed; "
          + (after == 0
            ? "correct entries with 'psoas edit' or 'psoas rm'" : "give \(after) or less"))
    case .replaced(let operation, _, let after):
      let steps = after == 0 ? "" : "first 'psoas undo\(after == 1 ? "" : " \(after)")', then "
      return Failure(
        "cannot undo \(count) commands: \(operation.commandRecord.command.quoted) replaced the whole log",
        hint: "nothing was changed; undo it by itself: \(steps)'psoas undo'")
    }
  }
}
