import Core

/// A time in words after a date.
struct ClockText {
  /// The time of day.
  let time: ClockTime?
  /// Minutes east of UTC, if given.
  let offset: Int?
  /// Whether it looks like a time but is impossible, such as 25:00.
  var isInvalid: Bool { time == nil }

  /// Removes a time from the end of some lower-case words; nil when there is none.
  static func take(from words: inout [Substring]) -> ClockText? {
    guard let start = words.firstIndex(where: { $0.contains(":") }) else { return nil }
    var tail = words[start...].joined()
    words.removeSubrange(start...)
    var offset: Int?
    if tail.hasSuffix("z") {
      (tail, offset) = (String(tail.dropLast()), 0)
    } else if let sign = tail.lastIndex(where: { $0 == "+" || $0 == "-" }), sign > tail.startIndex {
      guard let minutes = offsetMinutes(tail[sign...]) else {
        return ClockText(time: nil, offset: nil)
      }
      (tail, offset) = (String(tail[..<sign]), minutes)
    }
    return ClockText(time: time(tail), offset: offset)
  }

  /// `17:42`, `17:42:05`, `5:42pm`, `5:42p.m.`.
  static func time(_ text: String) -> ClockTime? {
    for (ending, isAfternoon) in [("am", false), ("a.m.", false), ("pm", true), ("p.m.", true)]
    where text.hasSuffix(ending) {
      let clock = text.dropLast(ending.count).trimmed
      guard let time = ClockTime(clock), (3600..<46_800).contains(time.secondOfDay) else {
        return nil
      }
      let half = time.secondOfDay % 43_200 + (isAfternoon ? 43_200 : 0)
      return ClockTime(hour: half / 3600, minute: half / 60 % 60, second: half % 60)
    }
    return ClockTime(text)
  }

  private static func offsetMinutes(_ text: Substring) -> Int? {
    let body = text.dropFirst().filter { $0 != ":" }
    guard body.count == 4 || body.count == 2, let number = Int(digits: body, upTo: 4) else {
      return nil
    }
    let (hours, minutes) = body.count == 2 ? (number, 0) : (number / 100, number % 100)
    guard hours <= 18, minutes < 60 else { return nil }
    return (text.first == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}
