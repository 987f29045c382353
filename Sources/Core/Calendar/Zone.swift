/// A time zone: a name and a function that gives its offset from UTC at any moment.
///
/// The function is passed in, so this module never asks the system: the command line passes glibc's, tests
/// their own.
package struct Zone: Sendable {
  /// The zone's name, such as `Europe/Berlin`, or its offset when that is all that is known.
  package let name: String
  /// Seconds east of UTC at a moment given in seconds since 1970-01-01T00:00Z.
  package let offset: @Sendable (_ utc: Int) -> Int

  /// A zone with a name and a rule.
  package init(name: String, offset: @escaping @Sendable (_ utc: Int) -> Int) {
    self.name = name
    self.offset = offset
  }

  /// A zone with a constant offset, in minutes east of UTC, named after it.
  package static func fixed(minutes: Int) -> Zone {
    Zone(name: Zone.offsetText(minutes: minutes)) { _ in minutes * 60 }
  }

  /// What a local clock time can mean.
  package enum Resolution: Equatable, Sendable {
    /// One moment.
    case once(utc: Int)
    /// No moment: the clock skipped it, jumping from one time to the other.
    case skipped(from: ClockTime, to: ClockTime)
    /// Two moments: the clock was set back over it.
    case twice(first: Int, second: Int)
  }

  /// The moment or moments at which the local clock shows `time` on `day`.
  package func resolve(_ day: Day, time: ClockTime) -> Resolution {
    let local = day.number * 86_400 + time.secondOfDay
    // No zone has changed its offset twice within two days, so the offsets one day before and one day after
    // are the only possible ones.
    let before = offset(local - 86_400)
    let after = offset(local + 86_400)
    let candidates = [local - before, local - after].filter { $0 + offset($0) == local }
    switch (candidates.first, candidates.last) {
    case (let first?, let last?) where first == last: return .once(utc: first)
    case (let first?, let last?): return .twice(first: min(first, last), second: max(first, last))
    default: return gap(around: local, before: before, after: after)
    }
  }

  /// Finds the change between two offsets by bisection, and returns the clock times it jumps between.
  private func gap(around local: Int, before: Int, after: Int) -> Resolution {
    var low = local - before - 172_800
    var high = local - after + 172_800
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(middle) == before { low = middle } else { high = middle }
    }
    func clock(_ seconds: Int) -> ClockTime {
      let second = seconds.flooredRemainder(by: 86_400)
      return ClockTime(hour: second / 3600, minute: second / 60 % 60) ?? .noon
    }
    return .skipped(from: clock(high + before), to: clock(high + offset(high)))
  }
}

extension Zone {
  /// An offset in minutes east of UTC as `+01:00`.
  package static func offsetText(minutes: Int) -> String {
    let size = abs(minutes)
    return "\(minutes < 0 ? "-" : "+")\((size / 60).padded(to: 2)):\((size % 60).padded(to: 2))"
  }

  /// Minutes east of UTC from `+01:00`, `-0500` or `+02`, up to 18 hours either way.
  static func offsetMinutes(_ text: Substring) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    var digits = text.dropFirst()
    if let colon = digits.firstIndex(of: ":") {
      guard digits.distance(from: digits.startIndex, to: colon) == 2 else { return nil }
      digits.remove(at: colon)
      guard digits.utf8.count == 4 else { return nil }
    }
    guard digits.utf8.count == 2 || digits.utf8.count == 4, let number = Int(digits: digits) else {
      return nil
    }
    let (hours, minutes) = digits.utf8.count == 2 ? (number, 0) : (number / 100, number % 100)
    guard minutes < 60, hours * 60 + minutes <= 18 * 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}
