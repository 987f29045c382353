import Glibc
import RehabLog
import SQLite

/// That a log of an earlier version was brought up to date.
public struct Upgrade: Sendable, Equatable {
  /// The version it had.
  public let from: Int
  /// Where a checked copy of it as it was lies.
  public let copy: String
}

extension LogStore {
  /// Frozen statements that lead from each version to the next, the first of them from version 1.
  private static var migrations: [[UInt8]] {
    [PackageResources.to_2_sql, PackageResources.to_3_sql]
  }

  /// Brings a log of an earlier version up to date, in one transaction, after a checked copy of it was
  /// laid beside it.
  ///
  /// - Returns: nil when another process has done it meanwhile.
  /// - Throws: ``StoreError``; the log is then as it was.
  func upgrade(from version: Int) throws -> Upgrade? {
    let name = "\(path).version-\(version)"
    let draft = try Draft(for: name)
    let own = LogFile.name(of: path)
    Draft.removeLeftovers(
      in: LogFile.folder(of: path), where: { LogFile.isCopy($0, of: own) },
      now: draft.status.modified.tv_sec)
    try copy(into: draft, as: name) { _ = try $0.verify() }
    try makeDurable()
    return try database.transaction {
      guard try header("user_version") == version else { return nil }
      var copy = LogFile.freeName(name)
      while try !draft.settle(as: copy, replacing: false) { copy = LogFile.freeName(name) }
      try migrate(from: version)
      return Upgrade(from: version, copy: copy)
    }
  }

  /// Brings the tables of an earlier version up to date, within a transaction.
  func migrate(from version: Int) throws {
    for step in LogStore.migrations.dropFirst(version - 1) {
      try database.execute(String(decoding: step, as: UTF8.self))
    }
    if version < LogStore.firstSealedVersion { try sealEverything() }
  }
}
