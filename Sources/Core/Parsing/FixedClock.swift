/// Minutes east of UTC from `+01:00`, `-0500` or `+02`, up to 18 hours either way.
func parseOffset(_ text: Substring) -> Int? {
  guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
  var digits = text.dropFirst()
  if let colon = digits.firstIndex(of: ":") {
    guard digits.distance(from: digits.startIndex, to: colon) == 2 else { return nil }
    digits.remove(at: colon)
    guard digits.utf8.count == 4 else { return nil }
  }
  guard digits.utf8.count == 2 || digits.utf8.count == 4, let number = wholeNumber(digits) else {
    return nil
  }
  let (hours, minutes) = digits.utf8.count == 2 ? (number, 0) : (number / 100, number % 100)
  guard minutes < 60, hours * 60 + minutes <= 18 * 60 else { return nil }
  return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
}

/// The fixed clock of `--now` and `PSOAS_NOW`: an ISO 8601 moment that must carry its offset.
///
/// - Returns: seconds since 1970-01-01T00:00Z, and the offset in minutes, or nil for `Z`, which
///   names the instant without saying where.
package func parseFixedClock(_ text: String) throws -> (utc: Int, offsetMinutes: Int?) {
  let complaint = InputError(
    "cannot read \(quoted(text)) as the present moment",
    hint: "use ISO 8601 with an offset, such as 2026-11-20T07:30:00+01:00")
  guard text.utf8.count <= 64 else { throw complaint }
  let lower = text.lowercased()
  guard let split = lower.firstIndex(where: { $0 == "t" || $0 == " " }),
    let day = Day(lower[..<split])
  else { throw complaint }
  let rest = lower[lower.index(after: split)...]
  if rest.hasSuffix("z") {
    guard let time = ClockTime(rest.dropLast()) else { throw complaint }
    return (day.number * 86_400 + time.secondOfDay, nil)
  }
  guard let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }),
    let time = ClockTime(rest[..<sign]), let minutes = parseOffset(rest[sign...])
  else { throw complaint }
  return (day.number * 86_400 + time.secondOfDay - minutes * 60, minutes)
}
