/// How many automatic backups are kept: those of the latest days, the last one of each of the latest ISO
/// weeks, and the last one of each of the latest months.
///
/// Weeks and months without a backup do not count, so a break deletes nothing.
package struct BackupRotation: Sendable, Equatable {
  /// Why a backup is kept.
  package enum Reason: String, Sendable {
    /// It is one of the latest.
    case daily
    /// It is the last of its week.
    case weekly
    /// It is the last of its month.
    case monthly
    /// It is dated after today, by a clock that was wrong then or is wrong now.
    case ahead
  }

  /// How many of the latest to keep, at least 1.
  package let days: Int
  /// How many weeks keep their last backup.
  package let weeks: Int
  /// How many months keep their last backup.
  package let months: Int

  /// The default.
  package static let standard = BackupRotation(days: 7, weeks: 5, months: 12)

  private init(days: Int, weeks: Int, months: Int) {
    (self.days, self.weeks, self.months) = (days, weeks, months)
  }

  /// Parses `7d 5w 12m`: each unit at most once, 0 if left out; nil for anything else, and where no day would
  /// be kept.
  package init?(_ text: String) {
    var counts: [Character: Int] = [:]
    for word in text.split(separator: " ") {
      guard let unit = word.last, "dwm".contains(unit), counts[unit] == nil,
        word.utf8.count <= 5, let count = Int(digits: word.dropLast())
      else { return nil }
      counts[unit] = count
    }
    guard let days = counts["d"], days >= 1 else { return nil }
    self.init(days: days, weeks: counts["w"] ?? 0, months: counts["m"] ?? 0)
  }

  /// Which backups to keep, by day, and why.
  ///
  /// The latest up to today is always kept. Those dated after today are kept too and do not count.
  package func kept(_ copies: [Day], today: Day) -> [Day: Reason] {
    let past = Set(copies).filter { $0 <= today }.sorted(by: >)
    var kept: [Day: Reason] = [:]
    for day in BackupRotation.lasts(of: past, months, by: { $0.civil.year * 12 + $0.civil.month }) {
      kept[day] = .monthly
    }
    for day in BackupRotation.lasts(of: past, weeks, by: { $0.week.number }) { kept[day] = .weekly }
    for day in past.prefix(days) { kept[day] = .daily }
    for day in copies where day > today { kept[day] = .ahead }
    return kept
  }

  /// The last day in each of the latest groups, for days in descending order.
  private static func lasts(of days: [Day], _ count: Int, by group: (Day) -> Int) -> [Day] {
    var lasts: [Day] = []
    for day in days where lasts.last.map(group) != group(day) {
      if lasts.count == count { break }
      lasts.append(day)
    }
    return lasts
  }
}

extension BackupRotation: CustomStringConvertible {
  /// In the form that ``init(_:)`` parses.
  package var description: String { "\(days)d \(weeks)w \(months)m" }
}
