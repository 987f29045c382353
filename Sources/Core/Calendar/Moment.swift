/// When something happened, as stored: the instant, and what the user's calendar and clock showed. Later
/// travel or clock changes never move it to another day.
package struct Moment: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00Z.
  package let utc: Int
  /// How many minutes the local clock was ahead of UTC.
  package let offsetMinutes: Int
  /// The name of the clock's zone.
  package let zone: String
  /// The user's day: the calendar day, or the previous one in the hours before `day.start`.
  package let day: Day

  /// A moment read back from the log.
  package init(utc: Int, offsetMinutes: Int, zone: String, day: Day) {
    self.utc = utc
    self.offsetMinutes = offsetMinutes
    self.zone = zone
    self.day = day
  }

  /// An instant for a user in `zone` whose days start at `dayStart`.
  package init(utc: Int, in zone: Zone, dayStart: ClockTime) {
    // Rounded west: offsets with seconds ended in 1972.
    let minutes = zone.offset(utc).flooredQuotient(by: 60)
    self.init(
      utc: utc, offsetMinutes: minutes, zone: zone.name,
      day: Day(number: (utc + minutes * 60 - dayStart.secondOfDay).flooredQuotient(by: 86_400)))
  }

  /// The calendar date on the local clock, whatever `day.start` is.
  package var calendarDay: Day {
    Day(number: (utc + offsetMinutes * 60).flooredQuotient(by: 86_400))
  }

  /// The time on the local clock.
  package var clock: ClockTime {
    let second = (utc + offsetMinutes * 60).flooredRemainder(by: 86_400)
    return ClockTime(hour: second / 3600, minute: second / 60 % 60, second: second % 60) ?? .noon
  }

  /// The moment as ISO 8601 with its offset, `2026-11-20T07:30:00+01:00`.
  package var iso8601: String {
    let time = clock.secondOfDay % 60 == 0 ? "\(clock):00" : "\(clock)"
    return "\(calendarDay)T\(time)\(Zone.offsetText(minutes: offsetMinutes))"
  }

  /// The moment for people, `Fri 2026-11-20 07:30`.
  package var label: String {
    let time = ClockTime(hour: clock.secondOfDay / 3600, minute: clock.secondOfDay / 60 % 60)
    return "\(calendarDay.weekdayName) \(calendarDay) \(time ?? clock)"
  }
}
