import Core
import SQLite
import System

extension LogStore {
  /// Makes a copy for other tools: the tables without history and checksums, and views with readable times
  /// and units. It is no longer a log, so that no one goes on using the wrong file.
  ///
  /// - Parameter isRedacted: whether the user's free text is removed.
  /// - Throws: ``StoreError``, also when the path is taken; nothing is left behind then.
  package func makeViewedCopy(_ path: String, isRedacted: Bool) throws {
    guard !FileSystem.exists(path) else {
      throw StoreError(
        .refused, message: "\(path.quotedPath) already exists",
        hint: "name a new file; nothing is replaced")
    }
    let temporary = "\(path).\(CurrentProcess.id).tmp"
    defer { LogFile.removeTemporary(temporary) }
    LogFile.removeTemporary(temporary)
    try LogFile.create(temporary, folderToo: false)
    try database.run("VACUUM INTO ?", values: [.text(temporary)])
    let copy = try LogStore.connection(temporary)
    try copy.transaction {
      for table in LogTable.allCases.reversed() where !table.isRecorded {
        try copy.execute("DROP TABLE \(table.rawValue)")
      }
      if isRedacted { try LogStore.redact(copy) }
      try copy.execute(String(decoding: PackageResources.views_sql, as: UTF8.self))
      try copy.execute("PRAGMA application_id = 0; PRAGMA user_version = 0")
    }
    // Removed text must not stay in free pages.
    try copy.execute("VACUUM")
    try LogFile.settle(temporary, as: path)
  }

  private static func redact(_ copy: Database) throws {
    let keys = try copy.rows("SELECT key FROM setting") { $0.text(0) }
    for key in keys where ExportTable.isPrivate(setting: key) {
      try copy.run("DELETE FROM setting WHERE key = ?", values: [.text(key)])
    }
    for schema in LogTable.recorded.map(\.schema) {
      if schema.isPrivate { try copy.execute("DELETE FROM \(schema.name)") }
      for column in schema.columns {
        let name = column.name
        switch column.redaction {
        case .keep: continue
        case .goes: try copy.execute("UPDATE \(schema.name) SET \(name) = NULL")
        case .goesIfOwn: try copy.execute("UPDATE \(schema.name) SET \(name) = NULL WHERE own = 1")
        case .slugIfOwn: try copy.execute("UPDATE \(schema.name) SET \(name) = slug WHERE own = 1")
        case .covered:
          try copy.run(
            "UPDATE \(schema.name) SET \(name) = ? WHERE \(name) IS NOT NULL",
            values: [.text(ExportTable.cover)])
        }
      }
    }
  }
}
