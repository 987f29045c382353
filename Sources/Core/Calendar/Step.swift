/// The stretch of time that one point of a series stands for. Both kinds are numbered without holes, so
/// that the difference of two numbers is true time.
package enum Step: String, CaseIterable, Sendable {
  /// An ISO week, by ``Week/number``.
  case week
  /// One of the user's days, by ``Day/number``.
  case day

  /// How many days it has.
  package var length: Int { self == .week ? 7 : 1 }

  /// The number of the step that a day is in.
  package func number(of day: Day) -> Int { self == .week ? day.week.number : day.number }

  /// The days of a step.
  package func days(_ number: Int) -> ClosedRange<Day> {
    switch self {
    case .week: Week(number: number).start...Week(number: number).end
    case .day: Day(number: number)...Day(number: number)
    }
  }

  /// The day that says what a step belongs to: of a week its Thursday, as ISO weeks have it.
  package func middle(_ number: Int) -> Day {
    self == .week ? Week(number: number).thursday : Day(number: number)
  }

  /// A step as people write it, `2026-W36` or `2026-09-02`.
  package func label(_ number: Int) -> String {
    self == .week ? Week(number: number).description : Day(number: number).description
  }
}
