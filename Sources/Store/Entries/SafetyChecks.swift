import Core

extension LogStore {
  /// - Throws: ``StoreError``.
  package func insert(_ check: SafetyCheck) throws { try insert(rows: check.rows) }

  /// The checks of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func safetyChecks(_ window: EntryWindow = EntryWindow()) throws -> [SafetyCheck] {
    try statements.entries(in: window)
  }

  /// - Throws: ``StoreError``.
  package func safetyCheck(_ id: EntryID) throws -> SafetyCheck? { try statements.entry(id) }
}
