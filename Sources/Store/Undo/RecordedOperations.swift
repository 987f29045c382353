import Core
import SQLite

extension LogStore {
  /// How many operations can be undone unless `history.keep` sets another number.
  package static let usualHistory = 1000
  /// After how many operations old ones are removed.
  static let pruningStep = 64

  /// The commands that changed the log, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func operations(limit: Int? = nil) throws -> [RecordedOperation] {
    try database.rows(
      LogStore.operationQuery + " ORDER BY number DESC LIMIT ?", values: [.integer(limit ?? -1)]
    ) { try operation(StoredRow($0)) }
  }

  /// Everything about an operation except its changes, which may be a megabyte.
  static var operationQuery: String { OperationColumn.table.select(without: "changes") }

  func operation(_ row: StoredRow<OperationColumn>) throws -> RecordedOperation {
    let state: RecordedOperation.State =
      switch row.optionalInteger(.undone) {
      case nil: .done
      case 0: .final
      default: .undone
      }
    return RecordedOperation(
      number: row.integer(.number),
      commandRecord: CommandRecord(
        moment: try row.moment(from: .at), command: row.text(.command)),
      entries: EntryCounts(
        added: row.integer(.added), changed: row.integer(.changed),
        removed: row.integer(.removed)),
      state: state,
      isKept: row.integer(.parts) > 0
        || row.optionalText(.replaced).map { LogStore.keptLog($0, of: path) != nil } ?? false)
  }

  /// After a new command, undone ones can no longer be redone.
  func discardRedo() throws {
    try database.run(
      "DELETE FROM operation_part WHERE operation IN (SELECT number FROM operation WHERE undone > 0)"
    )
    try database.run(
      "UPDATE operation SET undone = 0, parts = 0, changes = NULL WHERE undone > 0")
  }

  /// Removes operations older than those to keep.
  func pruneOperations(before number: Int) throws {
    let kept =
      try settings()["history.keep"].flatMap { Int($0) } ?? LogStore.usualHistory
    let last = number - max(kept, 1)
    try database.run("DELETE FROM operation_part WHERE operation <= ?", values: [.integer(last)])
    try database.run("DELETE FROM operation WHERE number <= ?", values: [.integer(last)])
  }

  /// Deletes the history, so that nothing removed from the log is left in its file.
  ///
  /// - Returns: how many operations were deleted.
  /// - Throws: ``StoreError``; nothing is deleted then, unless it says so.
  package func forgetOperations() throws -> Int {
    // A damaged file could not be rewritten afterwards.
    try verifyStructure()
    try prepareToWrite()
    let count = try database.transaction {
      try database.run("DELETE FROM operation_part")
      try database.run("DELETE FROM operation")
      return database.changes
    }
    // Deleted data is overwritten and the file made smaller.
    do {
      try database.execute("VACUUM")
    } catch let error as StoreError {
      throw forgottenOnly(error)
    }
    return count
  }

  /// Says that the history is deleted, but the file could not be rewritten.
  private func forgottenOnly(_ error: StoreError) -> StoreError {
    let (reason, remedy) =
      switch error.kind {
      case .busy: ("another program uses it", "when that has ended, ")
      case .permission: ("there is no permission to write it", "give yourself that, and ")
      default: ("the disk is full or failing", "free some space and ")
      }
    return StoreError(
      error.kind,
      message:
        "the history is forgotten, but \(path.quotedPath) could not be written anew and may still have "
        + "its words: \(reason)",
      hint: "\(remedy)run 'psoas history --forget' again; no entry was touched")
  }
}
