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
  private static var migrations: [[UInt8]] { [PackageResources.to_2_sql] }

  /// Brings a log of an earlier version up to date, in one transaction, after a checked copy of it was
  /// laid beside it.
  ///
  /// - Throws: ``StoreError``; the log is then as it was.
  func upgrade(from version: Int) throws -> Upgrade {
    let copy = try keepCopy(of: version)
    try makeDurable()
    try database.transaction {
      // Another process may have done it while this one waited for the lock.
      let found = try header("user_version")
      for step in LogStore.migrations.dropFirst(found - 1) {
        try database.execute(String(decoding: step, as: UTF8.self))
      }
    }
    return Upgrade(from: version, copy: copy)
  }

  /// Lays a copy of the log beside it, readable by its owner alone, and checks that it is whole.
  private func keepCopy(of version: Int) throws -> String {
    let copy = "\(path).version-\(version)"
    if access(copy, F_OK) == 0 { return copy }
    let draft = "\(copy).\(getpid()).tmp"
    unlink(draft)
    try LogFile.create(draft, folderToo: false)
    defer { unlink(draft) }
    try database.run("VACUUM INTO ?", [.text(draft)])
    let checked = try LogStore.connection(draft)
    let verdict = try checked.first("PRAGMA integrity_check") { $0.text(0) }
    guard verdict == "ok" else {
      throw StoreError(
        .damaged, "\(quoted(path)) could not be copied whole before it is brought up to date",
        hint: StoreError.adviceForDamage)
    }
    try LogFile.settle(draft, as: copy)
    return copy
  }
}
