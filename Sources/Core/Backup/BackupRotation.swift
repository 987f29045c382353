/// How many of the automatic copies of the log stay: the newest days, the last copy of each of the
/// newest ISO weeks, and the last copy of each of the newest months.
///
/// Weeks and months without a copy do not count, so that a pause takes nothing away.
package struct BackupRotation: Sendable, Equatable {
  /// Why a copy stays.
  package enum Reason: String, Sendable {
    /// It is one of the newest.
    case daily
    /// It is the last of its week.
    case weekly
    /// It is the last of its month.
    case monthly
    /// It is dated after today, by a clock that was wrong then or is now.
    case ahead
  }

  /// How many of the newest copies stay, from 1 on.
  package let days: Int
  /// How many weeks keep their last copy.
  package let weeks: Int
  /// How many months keep their last copy.
  package let months: Int

  /// What holds unless the user says otherwise.
  package static let standard = BackupRotation(days: 7, weeks: 5, months: 12)

  private init(days: Int, weeks: Int, months: Int) {
    (self.days, self.weeks, self.months) = (days, weeks, months)
  }

  /// Reads `7d 5w 12m`: each unit once at the most, 0 for one left out; nil for anything else, and
  /// where no day would stay.
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

  /// Which copies stay, by their days, and why.
  ///
  /// The newest up to today is always among them. Those dated after today stay and do not count.
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

  /// The last day of each of the newest groups, of days newest first.
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
  /// The numbers as ``init(_:)`` reads them.
  package var description: String { "\(days)d \(weeks)w \(months)m" }
}
