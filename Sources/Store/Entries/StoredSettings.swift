import Core
import SQLite

extension LogStore {
  /// All settings, by key.
  ///
  /// - Throws: ``StoreError``.
  package func settings() throws -> [String: String] {
    let pairs = try database.rows("SELECT key, value FROM setting") { ($0.text(0), $0.text(1)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Sets a key, or removes it if the value is nil.
  ///
  /// - Throws: ``StoreError``.
  package func set(_ key: String, to value: String?) throws {
    guard let value else {
      try database.run("DELETE FROM setting WHERE key = ?", values: [.text(key)])
      return
    }
    try upsert(SettingColumn.row([.key: .text(key), .value: .text(value)]))
  }

  /// The map of names last used for a format.
  ///
  /// - Throws: ``StoreError``.
  package func importMapping(_ form: String) throws -> String? {
    try database.first("SELECT text FROM import_mapping WHERE form = ?", values: [.text(form)]) {
      $0.text(0)
    }
  }

  /// Remembers a map of names.
  ///
  /// - Throws: ``StoreError``.
  package func setImportMapping(_ form: String, text: String) throws {
    try upsert(ImportMappingColumn.row([.form: .text(form), .text: .text(text)]))
  }
}
