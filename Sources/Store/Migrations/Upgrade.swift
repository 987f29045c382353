import Core
import SQLite
import System

/// The upgrade of a log from an earlier version.
package struct Upgrade: Sendable, Equatable {
  /// The previous version.
  package let from: Int
  /// The path of a verified copy of the log before the upgrade.
  package let copy: String
}

extension LogStore {
  /// Frozen statements that lead from each version to the next, starting with version 1.
  private static var migrations: [[UInt8]] {
    [PackageResources.to_2_sql, PackageResources.to_3_sql]
  }

  /// Upgrades a log of an earlier version, in one transaction, after a verified copy was made next to it.
  ///
  /// - Returns: nil when another process has done it in the meantime.
  /// - Throws: ``StoreError``; the log is then unchanged.
  func upgrade(from version: Int) throws -> Upgrade? {
    try database.snapshot {
      if try header("user_version") == version { try makeSureOfRoom(from: version) }
    }
    let name = "\(path).version-\(version)"
    let temporary = try TemporaryFile(for: name)
    let own = LogFile.name(of: path)
    TemporaryFile.removeLeftovers(
      in: LogFile.folder(of: path), where: { LogFile.isCopy($0, of: own) },
      now: temporary.status.modified.seconds)
    try copy(into: temporary, as: name) { _ = try $0.verify() }
    try makeDurable()
    return try database.transaction {
      guard try header("user_version") == version else { return nil }
      var copy = LogFile.freeName(name)
      while try !temporary.settle(as: copy, replacing: false) { copy = LogFile.freeName(name) }
      do {
        try migrate(from: version)
      } catch {
        // The log is unchanged, so there is nothing to keep.
        try? FileSystem.remove(copy)
        throw error
      }
      return Upgrade(from: version, copy: copy)
    }
  }

  /// Tables in a file of an earlier version that a later version would have to create.
  func tablesInTheWay(from version: Int) throws -> [String] {
    let there = Set(try database.rows("SELECT name FROM sqlite_schema") { $0.text(0) })
    return LogTable.allCases.filter { $0.firstVersion > version }.map(\.rawValue)
      .filter(there.contains)
  }

  /// Refuses to upgrade a log that already has tables of a later version.
  private func makeSureOfRoom(from version: Int) throws {
    guard let table = try tablesInTheWay(from: version).first else { return }
    if try StructureChecks(self).hasCurrentTables() {
      throw StoreError(
        .damaged,
        message:
          "\(path.quotedPath) says that its format is \(version), but its tables are those of format "
          + "\(LogStore.version)",
        hint: "'psoas doctor --fix' sets it, after a copy")
    }
    throw StoreError(
      .damaged,
      message:
        "\(path.quotedPath) is of format \(version) and cannot be brought up to date: a table '\(table)' is "
        + "in the way",
      hint: StoreError.adviceForDamage)
  }

  /// Upgrades the tables of an earlier version, within a transaction.
  ///
  /// - Throws: ``StoreError`` where another table has the name.
  func migrate(from version: Int) throws {
    try makeSureOfRoom(from: version)
    for step in LogStore.migrations.dropFirst(version - 1) {
      try database.execute(String(decoding: step, as: UTF8.self))
    }
    if version < LogStore.firstChecksumVersion { try recomputeChecksums() }
  }
}
