/// A moment that the user described, and a notice about how it was read, if needed.
package struct When: Equatable, Sendable {
  package let moment: Moment
  /// A sentence for the user when the words fitted two moments and one was chosen.
  package let notice: String?
}

/// Parses the WHEN of `--at`: dates, clock times, words and distances back in time.
///
/// A date alone (`yesterday`, `mon`) means one of the user's days, which start at `dayStart`; with a clock
/// time it means the calendar date. A past day without a time is stored at noon. Nothing more than five
/// minutes after `now` is accepted.
package struct WhenParser: Sendable {
  let now: Int
  let zone: Zone
  let dayStart: ClockTime

  /// How far in the future an entry may be, in seconds: the clocks of two devices differ.
  static let tolerance = 300

  /// - Parameter now: seconds since 1970-01-01T00:00Z.
  package init(now: Int, zone: Zone, dayStart: ClockTime) {
    self.now = now
    self.zone = zone
    self.dayStart = dayStart
  }

  package var present: Moment { Moment(utc: now, in: zone, dayStart: dayStart) }

  /// Parses one WHEN.
  ///
  /// - Throws: ``InputError`` for an unknown form, an impossible date, a time that the clock skipped, a
  ///   moment before 1970 or in the future.
  package func parse(_ text: String) throws -> When {
    let words = try self.words(of: text)
    let when =
      try pointInTime(words, text: text) ?? distance(words, text: text) ?? dated(words, text: text)
    guard let when else { throw unknownForm(text) }
    guard when.moment.utc <= now + WhenParser.tolerance else {
      throw InputError(
        "\(text.quoted) is in the future (now it is \(present.label))",
        hint: "give a time that has passed, or leave out --at for now")
    }
    guard when.moment.utc >= 0, when.moment.day.number >= 0 else {
      throw InputError(
        "\(text.quoted) is before 1970", hint: "a log reaches back to 1970-01-01")
    }
    return when
  }

  /// Parses the day of `--since` or `--until`: the day forms of WHEN without a clock time. Future days are
  /// allowed, since a window may end in the future.
  package func parseDay(_ text: String) throws -> Day {
    let words = try self.words(of: text)
    if let day = try namedDay(words, calendar: false, text: text) { return day }
    if words.count <= 3, let days = daysBack(words) { return present.day.adding(-days) }
    throw InputError(
      "cannot read \(text.quoted) as a day",
      hint: "use 2026-11-20, today, yesterday, mon to sun, -14d or '2 weeks ago'")
  }

  private func words(of text: String) throws -> [String] {
    // No valid form is longer.
    guard text.utf8.count <= 64 else { throw unknownForm(text) }
    let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "\t" })
    return words.map(String.init)
  }

  private func unknownForm(_ text: String) -> InputError {
    InputError(
      "cannot read \(text.quoted) as a time",
      hint: "use 2026-11-20, '2026-11-20 07:30', 2026-11-20T07:30+01:00, 07:30, today, yesterday, "
        + "'yesterday 21:00', mon to sun, -2d, '2 days ago' or -3h")
  }
}

// MARK: - The forms
extension WhenParser {
  /// `now`, `-3h`, `3 hours ago`, `-90min`: an exact distance.
  private func pointInTime(_ words: [String], text: String) throws -> When? {
    if words == ["now"] { return When(moment: present, notice: nil) }
    guard let (count, unit) = amount(words) else { return nil }
    let seconds: Int
    switch unit {
    case "h", "hour", "hours": seconds = 3600
    case "min", "mins", "minute", "minutes": seconds = 60
    default: return nil
    }
    let moment = Moment(utc: now - count * seconds, in: zone, dayStart: dayStart)
    return When(moment: moment, notice: nil)
  }

  /// `-2d`, `2 days ago`, `-1w`, each with an optional clock time after it. Without one, the clock
  /// time is the present one.
  private func distance(_ words: [String], text: String) throws -> When? {
    var words = words
    let time = words.last.flatMap { ClockTime($0) }
    if time != nil { words.removeLast() }
    guard let days = daysBack(words) else { return nil }
    if let time { return try at(calendarToday.adding(-days), time: time, text: text) }
    if days == 0 { return When(moment: present, notice: nil) }
    switch zone.resolve(calendarToday.adding(-days), time: clockNow) {
    case .once(let utc), .twice(let utc, _):
      return When(moment: Moment(utc: utc, in: zone, dayStart: dayStart), notice: nil)
    case .skipped(_, let next):
      // The user did not choose this time, so the nearest one that existed will do.
      return try at(calendarToday.adding(-days), time: next, text: text)
    }
  }

  /// A date or a word for one, a clock time, or both; or an ISO moment with its offset.
  private func dated(_ words: [String], text: String) throws -> When? {
    var words = words
    if let first = words.first, let split = first.firstIndex(of: "t"), Day(first[..<split]) != nil {
      words.replaceSubrange(
        0..<1, with: [String(first[..<split]), String(first[first.index(after: split)...])])
    }
    switch words.count {
    case 1:
      if let time = ClockTime(words[0]) { return try latest(time, text: text) }
      guard let day = try namedDay(words, calendar: false, text: text) else { return nil }
      return try withoutTime(day, text: text)
    case 2:
      if let (time, minutes) = timeWithOffset(words[1]) {
        guard let day = try namedDay([words[0]], calendar: true, text: text) else { return nil }
        return withOffset(day, time: time, minutes: minutes)
      }
      guard let time = ClockTime(words[1]) else { return nil }
      guard let day = try namedDay([words[0]], calendar: true, text: text) else { return nil }
      let when = try at(day, time: time, text: text)
      // `sat 12:00` on a Saturday morning means last Saturday: a weekday is never in the future.
      if when.moment.utc > now + WhenParser.tolerance, weekday(words[0]) != nil {
        return try at(day.adding(-7), time: time, text: text)
      }
      return when
    case 3:
      // A space before the offset, as printed by `date --iso-8601` and databases.
      return try dated([words[0], words[1] + words[2]], text: text)
    default: return nil
    }
  }

  private func namedDay(_ words: [String], calendar: Bool, text: String) throws -> Day? {
    guard words.count == 1, let word = words.first else { return nil }
    let today = calendar ? calendarToday : present.day
    switch word {
    case "today": return today
    case "yesterday": return today.adding(-1)
    default: break
    }
    if let weekday = weekday(word) {
      return today.adding(-(today.weekday - weekday).flooredRemainder(by: 7))
    }
    if let day = Day(word) { return day }
    if looksLikeDate(word) {
      throw InputError(
        "there is no date \(word.quoted)", hint: "dates are YYYY-MM-DD, such as \(present.day)")
    }
    return nil
  }

  private func weekday(_ word: String) -> Int? {
    let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    return names.firstIndex { $0 == word || $0.prefix(3) == word }
  }

  private func looksLikeDate(_ word: String) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { Int(digits: $0) != nil }
      && parts[0].utf8.count == 4
  }

  /// `-2d`, `2d ago`, `2 days ago`, and weeks, in days.
  private func daysBack(_ words: [String]) -> Int? {
    guard let (count, unit) = amount(words) else { return nil }
    switch unit {
    case "d", "day", "days": return count
    case "w", "week", "weeks": return count * 7
    default: return nil
    }
  }

  /// A count and a unit: `-3h`, `3h ago`, `3 hours ago`. A count has at most five digits.
  private func amount(_ words: [String]) -> (count: Int, unit: String)? {
    guard let first = words.first else { return nil }
    if words.count == 1, first.hasPrefix("-") { return countAndUnit(first.dropFirst()) }
    if words.count == 2, words[1] == "ago" { return countAndUnit(first[...]) }
    if words.count == 3, words[2] == "ago" { return countAndUnit((first + words[1])[...]) }
    return nil
  }

  private func countAndUnit(_ text: Substring) -> (count: Int, unit: String)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.utf8.count <= 5, let count = Int(digits: digits) else { return nil }
    return (count, String(text.dropFirst(digits.count)))
  }
}

// MARK: - From clock readings to moments
extension WhenParser {
  private var localNow: Int { now + zone.offset(now) }
  private var calendarToday: Day { Day(number: localNow.flooredQuotient(by: 86_400)) }
  private var clockNow: ClockTime {
    let second = localNow.flooredRemainder(by: 86_400)
    return ClockTime(hour: second / 3600, minute: second / 60 % 60, second: second % 60) ?? .noon
  }

  /// The last time that the clock showed this time.
  private func latest(_ time: ClockTime, text: String) throws -> When {
    if case .twice(_, let second) = zone.resolve(calendarToday, time: time), second <= now {
      return When(moment: Moment(utc: second, in: zone, dayStart: dayStart), notice: nil)
    }
    let today = try? at(calendarToday, time: time, text: text)
    if let today, today.moment.utc <= now + WhenParser.tolerance { return today }
    if today == nil, time.secondOfDay <= clockNow.secondOfDay {
      return try at(calendarToday, time: time, text: text)
    }
    return try at(calendarToday.adding(-1), time: time, text: text)
  }

  /// A day without a clock time: now for today, noon for any other day.
  private func withoutTime(_ day: Day, text: String) throws -> When {
    if day == present.day { return When(moment: present, notice: nil) }
    return try at(day, time: .noon, text: text)
  }

  private func at(_ day: Day, time: ClockTime, text: String) throws -> When {
    switch zone.resolve(day, time: time) {
    case .once(let utc):
      return When(moment: Moment(utc: utc, in: zone, dayStart: dayStart), notice: nil)
    case .twice(let first, let second):
      let moment = Moment(utc: first, in: zone, dayStart: dayStart)
      let offsets = [first, second].map { Zone.offsetText(minutes: zone.offset($0) / 60) }
      return When(
        moment: moment,
        notice: "\(time) came twice on \(day) in \(zone.name) as the clock was put back; "
          + "taken as the first (\(offsets[0])), add the offset \(offsets[1]) for the second")
    case .skipped(let from, let next):
      throw InputError(
        "\(text.quoted) never was: on \(day) the clock in \(zone.name) went from \(from) "
          + "to \(next)",
        hint: "give a time before \(from) or from \(next) on, or add an offset")
    }
  }

  /// A clock time followed by `Z` or an offset: `07:30+01:00`, `07:30Z`, `07:30-0500`.
  private func timeWithOffset(_ text: String) -> (ClockTime, Int?)? {
    if text.hasSuffix("z") {
      return ClockTime(text.dropLast()).map { ($0, nil) }
    }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }),
      let time = ClockTime(text[..<sign]),
      let minutes = Zone.offsetMinutes(text[sign...])
    else { return nil }
    return (time, minutes)
  }

  /// `Z` gives the instant but no zone, so the user's own zone applies.
  private func withOffset(_ day: Day, time: ClockTime, minutes: Int?) -> When {
    let utc = day.number * 86_400 + time.secondOfDay - (minutes ?? 0) * 60
    let elsewhere = minutes.flatMap { zone.offset(utc) == $0 * 60 ? nil : Zone.fixed(minutes: $0) }
    let place = elsewhere ?? zone
    return When(moment: Moment(utc: utc, in: place, dayStart: dayStart), notice: nil)
  }
}
