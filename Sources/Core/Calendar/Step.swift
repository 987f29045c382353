/// The time that one point of a series covers. Both units are numbered without gaps, so the difference of two
/// numbers is elapsed time.
package enum Step: String, CaseIterable, Sendable {
  /// An ISO week, by ``Week/number``.
  case week
  /// One of the user's days, by ``Day/number``.
  case day

  /// Its length in days.
  package var length: Int { self == .week ? 7 : 1 }

  /// The number of the week or day that contains a day.
  package func number(of day: Day) -> Int { self == .week ? day.week.number : day.number }

  /// The days of a week or day.
  package func days(_ number: Int) -> ClosedRange<Day> {
    switch self {
    case .week: Week(number: number).start...Week(number: number).end
    case .day: Day(number: number)...Day(number: number)
    }
  }

  /// The day that decides what a step belongs to: the Thursday of a week, as in ISO 8601.
  package func middle(_ number: Int) -> Day {
    self == .week ? Week(number: number).thursday : Day(number: number)
  }

  /// The step as people write it, `2026-W36` or `2026-09-02`.
  package func label(_ number: Int) -> String {
    self == .week ? Week(number: number).description : Day(number: number).description
  }
}
