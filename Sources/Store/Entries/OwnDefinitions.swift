import Core
import SQLite

extension LogStore {
  /// Adds exercises, routines and protocols of the user's.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ definitions: Definitions) throws {
    for exercise in definitions.exercises { try insert(exercise) }
    for source in definitions.sources {
      try upsert(source.row)
    }
  }

  /// The routines and protocols that the user added, by name.
  ///
  /// - Throws: ``StoreError``.
  package func ownDefinitions() throws -> [Definitions.Source] {
    try database.rows(DefinitionColumn.table.sorted()) {
      try Definitions.Source(StoredRow($0))
    }
  }

  /// Removes one of the user's routines or protocols. Exercises stay: sessions refer to them.
  ///
  /// - Throws: ``StoreError``.
  package func remove(_ source: Definitions.Source) throws {
    try database.run(
      "DELETE FROM own_definition WHERE kind = ? AND slug = ?",
      values: [.text(source.kind.rawValue), .text(source.slug.text)])
  }
}
