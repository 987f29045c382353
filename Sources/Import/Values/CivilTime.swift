import Core

/// When something was, as a file says it: a date, a time where there is one, and an offset from UTC
/// where there is one. Without an offset it is what the clock on the wall showed, so that a day never
/// shifts; which moment that was is for the caller to say, who knows the user's zone.
package struct CivilTime: Hashable, Sendable {
  /// The date.
  package var day: Day
  /// The time of day; nil for an entry of a day.
  package var time: ClockTime?
  /// Minutes east of UTC, where the file says so.
  package var offsetMinutes: Int?

  /// A date with what else is known.
  package init(day: Day, time: ClockTime? = nil, offsetMinutes: Int? = nil) {
    self.day = day
    self.time = time
    self.offsetMinutes = offsetMinutes
  }

  /// Seconds since 1970-01-01T00:00 on the same clock, not on UTC's; midnight without a time.
  package var clockSeconds: Int { day.number * 86_400 + (time?.secondOfDay ?? 0) }

  /// The seconds from one to another on the same clock; nil when a time is missing.
  package func seconds(to end: CivilTime) -> Int? {
    guard time != nil, end.time != nil else { return nil }
    return end.clockSeconds - clockSeconds
      - 60 * ((end.offsetMinutes ?? offsetMinutes ?? 0) - (offsetMinutes ?? 0))
  }
}

extension CivilTime: CustomStringConvertible {
  /// The date, and time and offset where there are any: `2026-11-20 07:30+01:00`.
  package var description: String {
    let clock = time.map { " \($0)" } ?? ""
    return "\(day)\(clock)\(offsetMinutes.map { Zone.offsetText(minutes: $0) } ?? "")"
  }
}

/// The part of a day that some apps give instead of a time.
package enum DayPart: String, CaseIterable, Sendable {
  /// Before getting up.
  case night
  case morning
  /// The middle of the day.
  case midday
  case evening
}
