/// A time on a 24-hour clock, without a date or a zone.
package struct ClockTime: Hashable, Sendable {
  /// Seconds since midnight, 0 to 86,399.
  package let secondOfDay: Int

  /// The time with these parts, or nil when no clock shows it.
  package init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    secondOfDay = hour * 3600 + minute * 60 + second
  }

  /// Parses `H:MM`, `HH:MM` or `HH:MM:SS`; fractions of a second are dropped.
  package init?(_ text: some StringProtocol) {
    let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = whole[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count <= 2,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(digits: parts[0]), let minute = Int(digits: parts[1])
    else { return nil }
    var second = 0
    if parts.count == 3 {
      guard let parsed = Int(digits: parts[2]) else { return nil }
      second = parsed
    }
    if whole.count == 2 {
      guard parts.count == 3, Int(digits: whole[1]) != nil else { return nil }
    }
    self.init(hour: hour, minute: minute, second: second)
  }

  /// Midday: the time of an entry for a past day without a time.
  package static let noon = ClockTime(uncheckedSecond: 43_200)

  /// 04:00, the default for the setting `day.start`.
  package static let defaultDayStart = ClockTime(uncheckedSecond: 14_400)

  private init(uncheckedSecond: Int) { secondOfDay = uncheckedSecond }
}

extension ClockTime: CustomStringConvertible {
  /// The time as `HH:MM`, with seconds only when there are any.
  package var description: String {
    let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
    let short = "\(hour.padded(to: 2)):\(minute.padded(to: 2))"
    return second == 0 ? short : "\(short):\(second.padded(to: 2))"
  }
}
