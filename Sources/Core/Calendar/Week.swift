/// An ISO 8601 week (Monday to Sunday), counted from the week of 1970-01-01.
package struct Week: Hashable, Comparable, Sendable {
  /// Weeks since the week of Monday 1969-12-29, which is number 0.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Its Monday.
  package var start: Day { Day(number: number * 7 - 3) }

  /// Its Sunday.
  package var end: Day { start.adding(6) }

  /// Its Thursday: a week belongs to whatever its Thursday belongs to.
  package var thursday: Day { start.adding(3) }

  /// The ISO year and the week's number in it, 1–53: a week belongs to the year of its Thursday.
  package var yearAndWeek: (year: Int, week: Int) {
    let year = thursday.civil.year
    guard let newYear = Day(year: year, month: 1, day: 1) else { return (year, 1) }
    return (year, (thursday.number - newYear.number) / 7 + 1)
  }

  /// The week `count` weeks later, or earlier when negative.
  package func adding(_ count: Int) -> Week { Week(number: number + count) }

  package static func < (left: Week, right: Week) -> Bool { left.number < right.number }

  /// The label without the year, `W05`.
  package var shortLabel: String { "W\(yearAndWeek.week.padded(to: 2))" }
}

extension Week: CustomStringConvertible {
  /// The week as `YYYY-Www`, such as `2026-W05`.
  package var description: String { "\(yearAndWeek.year.padded(to: 4))-\(shortLabel)" }
}
