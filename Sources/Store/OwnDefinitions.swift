import Core
import SQLite

extension LogStore {
  /// Adds exercises, routines and protocols of the user's.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ definitions: Definitions) throws {
    for exercise in definitions.exercises { try insert(exercise) }
    for source in definitions.sources {
      try database.run(
        """
        INSERT INTO own_definition (kind, slug, text) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET text = excluded.text
        """, [.text(source.kind.rawValue), .text(source.slug.text), .text(source.text)])
    }
  }

  /// The routines and protocols that the user added, by name.
  ///
  /// - Throws: ``StoreError``.
  package func ownDefinitions() throws -> [Definitions.Source] {
    try database.rows("SELECT kind, slug, text FROM own_definition ORDER BY kind, slug") { row in
      Definitions.Source(
        kind: try readable(Definitions.Source.Kind(rawValue: row.text(0)), "kind of definition"),
        slug: Slug(stored: row.text(1)), text: row.text(2))
    }
  }

  /// Removes a routine or a protocol of the user's. Exercises stay: sessions name them.
  ///
  /// - Throws: ``StoreError``.
  package func remove(_ source: Definitions.Source) throws {
    try database.run(
      "DELETE FROM own_definition WHERE kind = ? AND slug = ?",
      [.text(source.kind.rawValue), .text(source.slug.text)])
  }
}
