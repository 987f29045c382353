import Glibc
import RehabLog
import SQLite

extension LogStore {
  /// The copies of a log that lie beside it, newest first.
  ///
  /// - Parameters:
  ///   - log: where the log is, or would be.
  ///   - today: the user's day, which says why a copy stays.
  ///   - rotation: how many of them stay.
  ///   - reading: whether each is opened for what it holds.
  ///   - made: the moment of a number of seconds since 1970, `2026-11-20 18:00`.
  public static func savedCopies(
    of log: String, today: Day, rotation: BackupRotation, reading: Bool = true,
    made: (Int) -> String
  ) -> [SavedCopy] {
    let folder = CopyFolder(log: log)
    let reasons = rotation.kept(folder.days, today: today)
    let upgrades = LogFile.names(in: LogFile.folder(of: log)).filter {
      $0.hasPrefix(LogFile.name(of: log) + ".version-") && !$0.hasSuffix(".tmp")
    }
    let named =
      LogFile.names(in: folder.path).filter { $0.hasSuffix(".db") }.map {
        (String($0.dropLast(3)), "\(folder.path)/\($0)", CopyFolder.kind($0, reasons))
      } + upgrades.map { ($0, "\(LogFile.folder(of: log))/\($0)", .beforeUpgrade) }
    let copies = named.compactMap { name, path, kind -> SavedCopy? in
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return SavedCopy(
        name: name, path: path, kind: kind,
        made: CopyFolder.moment(name) ?? made(status.st_mtim.tv_sec), bytes: Int(status.st_size),
        content: reading ? try? content(of: path) : nil)
    }
    return copies.sorted { ($0.made, $0.name) > ($1.made, $1.name) }
  }

  /// What a file holds, when it is a log of a version that is known.
  ///
  /// - Throws: ``StoreError``.
  static func content(of path: String) throws -> SavedCopy.Content {
    if case .unusable(let error) = LogFile.state(of: path) { throw error }
    let copy = LogStore(database: try connection(path), path: path)
    guard try copy.checkIdentity() else { throw StoreError.notALog(path) }
    return try copy.content()
  }
}

extension CopyFolder {
  static let beforeRestore = "before-restore-"

  fileprivate static func kind(
    _ name: String, _ reasons: [Day: BackupRotation.Reason]
  ) -> SavedCopy.Kind {
    guard let day = day(name) else {
      return name.hasPrefix(beforeRestore) ? .beforeRestore : .byHand
    }
    return switch reasons[day] {
    case .monthly: .monthly
    case .weekly: .weekly
    case .ahead: .ahead
    // One that goes with the next copy was the newest of its time.
    case .daily, nil: .daily
    }
  }

  /// The moment that a name says, `2026-11-20` or `2026-11-20 18:00`.
  fileprivate static func moment(_ name: String) -> String? {
    let stamp = name.hasPrefix(beforeRestore) ? name.dropFirst(beforeRestore.count) : name[...]
    guard let day = Day(stamp.prefix(10)) else { return nil }
    let time = stamp.dropFirst(10)
    if time.isEmpty { return day.description }
    guard time.hasPrefix("T"), time.count >= 7 else { return nil }
    let digits = time.dropFirst().prefix(6)
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return "\(day) \(digits.prefix(2)):\(digits.dropFirst(2).prefix(2))"
  }
}
