/// The fixed clock of `--now` and `PSOAS_NOW`: an ISO 8601 moment with its offset.
package struct FixedClock: Equatable {
  /// Seconds since 1970-01-01T00:00Z.
  package let utc: Int
  /// The offset in minutes east of UTC; nil for `Z`, which gives the instant but no zone.
  package let offsetMinutes: Int?

  /// - Throws: ``InputError``.
  package init(_ text: String) throws {
    let complaint = InputError(
      "cannot read \(text.quoted) as the present moment",
      hint: "use ISO 8601 with an offset, such as 2026-11-20T07:30:00+01:00")
    guard text.utf8.count <= 64 else { throw complaint }
    let lower = text.lowercased()
    guard let split = lower.firstIndex(where: { $0 == "t" || $0 == " " }),
      let day = Day(lower[..<split])
    else { throw complaint }
    let rest = lower[lower.index(after: split)...]
    if rest.hasSuffix("z") {
      guard let time = ClockTime(rest.dropLast()) else { throw complaint }
      (utc, offsetMinutes) = (day.number * 86_400 + time.secondOfDay, nil)
      return
    }
    guard let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }),
      let time = ClockTime(rest[..<sign]), let minutes = Zone.offsetMinutes(rest[sign...])
    else { throw complaint }
    (utc, offsetMinutes) = (day.number * 86_400 + time.secondOfDay - minutes * 60, minutes)
  }
}
