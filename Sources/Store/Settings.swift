import Core
import SQLite

extension LogStore {
  /// Everything that the user has set, by key.
  ///
  /// - Throws: ``StoreError``.
  package func settings() throws -> [String: String] {
    let pairs = try database.rows("SELECT key, value FROM setting") { ($0.text(0), $0.text(1)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Sets a key, or forgets it when the value is nil.
  ///
  /// - Throws: ``StoreError``.
  package func set(_ key: String, to value: String?) throws {
    guard let value else {
      try database.run("DELETE FROM setting WHERE key = ?", [.text(key)])
      return
    }
    try database.run(
      "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      [.text(key), .text(value)])
  }
}
