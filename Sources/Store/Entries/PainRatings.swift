import Core

extension LogStore {
  /// - Throws: ``StoreError``.
  package func insert(_ rating: PainRating) throws { try insert(rows: rating.rows) }

  /// The ratings of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func painRatings(_ window: EntryWindow = EntryWindow()) throws -> [PainRating] {
    try statements.entries(in: window)
  }

  /// - Throws: ``StoreError``.
  package func painRating(_ id: EntryID) throws -> PainRating? { try statements.entry(id) }
}
