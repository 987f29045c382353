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
    let draft = "\(path).version-\(version).\(getpid()).tmp"
    defer { LogFile.removeDraft(draft) }
    try makeCopy(draft)
    try makeDurable()
    return try database.transaction {
      guard try header("user_version") == version else { return nil }
      let copy = LogFile.freeName("\(path).version-\(version)")
      try LogFile.settle(draft, as: copy)
      for step in LogStore.migrations.dropFirst(version - 1) {
        try database.execute(String(decoding: step, as: UTF8.self))
      }
      if version < LogStore.firstSealedVersion { try sealEverything() }
      return Upgrade(from: version, copy: copy)
    }
  }

  /// Makes a copy of the log, readable by its owner alone, and checks that it is whole.
  private func makeCopy(_ draft: String) throws {
    LogFile.removeDraft(draft)
    try LogFile.create(draft, folderToo: false)
    try database.run("VACUUM INTO ?", [.text(draft)])
    let checked = try LogStore.connection(draft)
    let verdict = try checked.first("PRAGMA integrity_check") { $0.text(0) }
    guard verdict == "ok" else {
      throw StoreError(
        .damaged, "\(quoted(path)) could not be copied whole before it is brought up to date",
        hint: StoreError.adviceForDamage)
    }
  }
}
