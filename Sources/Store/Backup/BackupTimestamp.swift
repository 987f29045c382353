import Core

/// The moment in the name of a backup: `2026-11-20`, `2026-11-20T180000`,
/// `before-restore-2026-11-20T180000-2`.
struct BackupTimestamp {
  static let beforeRestore = "before-restore-"

  let day: Day
  /// The moment for people, `2026-11-20` or `2026-11-20 18:00`.
  let moment: String

  /// Parses a name without its extension; nil for a name that psoas does not use.
  init?(_ name: some StringProtocol) {
    let name = Substring(name)
    let isKept = name.hasPrefix(BackupTimestamp.beforeRestore)
    let stamp = isKept ? name.dropFirst(BackupTimestamp.beforeRestore.count) : name
    guard let day = Day(stamp.prefix(10)) else { return nil }
    self.day = day
    let time = stamp.dropFirst(10)
    if time.isEmpty, !isKept {
      moment = day.description
      return
    }
    let parts = time.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
    guard time.hasPrefix("T"), parts.count <= 2, parts.allSatisfy(LogFile.isNumber),
      let digits = parts.first, digits.count == 6
    else { return nil }
    moment = "\(day) \(digits.prefix(2)):\(digits.dropFirst(2).prefix(2))"
  }
}
