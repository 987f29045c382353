import Core

/// When something happened according to a file: a date, with a time and an offset from UTC if there are any.
/// Without an offset it is what the local clock showed, so that a day never shifts; the caller, who knows the
/// user's zone, decides which moment that was.
package struct CivilTime: Hashable, Sendable {
  /// The date.
  package var day: Day
  /// The time of day; nil if the file gives only a day.
  package var time: ClockTime?
  /// Minutes east of UTC, if the file says so.
  package var offsetMinutes: Int?

  package init(day: Day, time: ClockTime? = nil, offsetMinutes: Int? = nil) {
    self.day = day
    self.time = time
    self.offsetMinutes = offsetMinutes
  }

  /// Seconds since 1970-01-01T00:00 on the local clock, not in UTC; midnight without a time.
  package var clockSeconds: Int { day.number * 86_400 + (time?.secondOfDay ?? 0) }

  /// The seconds from one to the other on the local clock; nil when a time is missing.
  package func seconds(to end: CivilTime) -> Int? {
    guard time != nil, end.time != nil else { return nil }
    return end.clockSeconds - clockSeconds
      - 60 * ((end.offsetMinutes ?? offsetMinutes ?? 0) - (offsetMinutes ?? 0))
  }
}

extension CivilTime: CustomStringConvertible {
  /// The date, with time and offset if there are any: `2026-11-20 07:30+01:00`.
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
