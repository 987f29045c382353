import Core

extension LogStore {
  /// - Throws: ``StoreError``.
  package func insert(_ change: StageTransition) throws { try insert(rows: change.rows) }

  /// All changes of protocol and stage.
  ///
  /// - Throws: ``StoreError``.
  package func protocolHistory() throws -> ProtocolHistory {
    ProtocolHistory(try stageTransitions())
  }

  /// The changes of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func stageTransitions(_ window: EntryWindow = EntryWindow()) throws -> [StageTransition] {
    try statements.entries(in: window)
  }

  /// - Throws: ``StoreError``.
  package func stageTransition(_ id: EntryID) throws -> StageTransition? {
    try statements.entry(id)
  }
}
