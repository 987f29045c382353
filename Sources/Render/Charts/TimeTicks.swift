import Core

/// The ticks of an axis of weeks or days: a limited number, at round positions of the calendar.
struct TimeTicks {
  /// One of them.
  struct Tick: Equatable {
    let x: Int
    let label: String
    /// The year, at the first tick and at the first of every further year.
    var year: String?
  }

  let ticks: [Tick]

  init(_ step: Chart.Step, span: ClosedRange<Int>, most: Int) {
    let spacings = step == .week ? Spacing.ofWeeks : Spacing.ofDays
    var found: [Tick] = []
    for spacing in spacings {
      found = span.compactMap { x in spacing.label(x, step: step).map { Tick(x: x, label: $0) } }
      if found.count <= max(1, most), !found.isEmpty { break }
    }
    if found.isEmpty || found.count > max(1, most) {
      let first = span.lowerBound
      let label = step == .week ? Week(number: first).description : Day(number: first).description
      ticks = [Tick(x: first, label: label)]
      return
    }
    var year = -1
    ticks = found.map { tick in
      let own =
        step == .week ? Week(number: tick.x).yearAndWeek.year : Day(number: tick.x).civil.year
      defer { year = own }
      // A label that is a year needs no second one.
      let statement = own == year || tick.label == "\(own)"
      return Tick(x: tick.x, label: tick.label, year: statement ? nil : "\(own)")
    }
  }
}

/// The distance between ticks.
private enum Spacing {
  case weeks(Int)
  case days(Int)
  case months(Int)
  case years(Int)

  static let ofWeeks: [Spacing] = [1, 2, 4, 13, 26].map { .weeks($0) } + ofYears
  static let ofDays: [Spacing] =
    [1, 2, 7, 14].map { .days($0) } + [1, 3, 6].map { .months($0) } + ofYears
  private static let ofYears: [Spacing] = [1, 2, 5, 10, 20, 50, 100].map { .years($0) }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The label of a week or day at such a position, or nil.
  func label(_ x: Int, step: Chart.Step) -> String? {
    switch (self, step) {
    case (.weeks(let count), _):
      let week = Week(number: x).yearAndWeek.week
      // Week 53 would be too close to week 1 of the next year.
      let stands = (week - 1).isMultiple(of: count) && week - 1 + count <= 53
      return stands ? Week(number: x).shortLabel : nil
    case (.days(let count), _):
      let (_, month, day) = Day(number: x).civil
      return (x + 3).isMultiple(of: count) ? "\(day) \(Spacing.months[month - 1])" : nil
    case (.months(let count), _):
      let (_, month, day) = Day(number: x).civil
      return day == 1 && (month - 1).isMultiple(of: count) ? Spacing.months[month - 1] : nil
    case (.years(let count), .week):
      let (year, week) = Week(number: x).yearAndWeek
      return week == 1 && year.isMultiple(of: count) ? "\(year)" : nil
    case (.years(let count), .day):
      let (year, month, day) = Day(number: x).civil
      return day == 1 && month == 1 && year.isMultiple(of: count) ? "\(year)" : nil
    }
  }
}
