import Core

/// What was planned and what was done, by week, exercise and day.
package struct AdherenceReport: Sendable {
  /// One week.
  package struct Row: Sendable {
    /// The week.
    package let week: Week
    /// The stage on the last day that had one; nil without a protocol.
    package let stageInterval: ProtocolHistory.StageInterval?
    /// Planned days of all routines; future days are not planned yet.
    package let planned: Int
    /// Days done, not counting those beyond the plan.
    package let done: Int
    /// The share of the plan that was done, 0 to 1; nil without a plan.
    package let share: Double?
    /// Planned and done days of each exercise, by slug.
    package let exercises: [(slug: Slug, count: Adherence.Count)]
  }

  /// One day in the calendar.
  package struct DayCell: Sendable, Equatable {
    /// The day.
    package let day: Day
    /// How many exercises were planned for this day: those of daily routines, and others on the days they
    /// were done.
    package let planned: Int
    /// How many of the planned ones were done.
    package let done: Int
    /// Whether any exercise was done.
    package let isActive: Bool
    /// Whether it is in the future.
    package let isAhead: Bool
  }

  /// The weeks, oldest first.
  package let rows: [Row]
  /// The days of these weeks, in order.
  package let days: [DayCell]
  /// The exercises planned in any of the weeks, sorted by name.
  package let exercises: [Slug]
  /// The per cent of a routine's exercises that must be done for a day to count.
  package let practisedPercent: Int

  package init(_ adherence: Adherence, from first: Week, through last: Week, today: Day) {
    practisedPercent = Int((100 * adherence.practised).rounded())
    rows = (first.number...max(first.number, last.number)).map {
      Row.of(Week(number: $0), adherence: adherence, today: today)
    }
    exercises = Set(rows.flatMap { $0.exercises.map(\.slug) }).sorted()
    days = (first.start.number...last.end.number).map { number in
      DayCell(Day(number: number), adherence: adherence, today: today)
    }
  }
}

extension AdherenceReport {
  /// Totals of the weeks with a plan.
  package struct Summary: Sendable, Equatable {
    package let planned: Int
    package let done: Int
    package let first: Week
    package let last: Week
    /// How many weeks have a plan.
    package let weeks: Int
    /// The exercise with the lowest share of its planned days, where the shares differ.
    package let furthest: Share?
  }

  /// The share of its planned days on which an exercise was done, 0 to 1.
  package struct Share: Sendable, Equatable {
    package let exercise: Slug
    package let share: Double
  }

  /// Nil without any plan.
  package var summary: Summary? {
    let planned = rows.filter { $0.planned > 0 }
    guard let first = planned.first, let last = planned.last else { return nil }
    return Summary(
      planned: planned.reduce(0) { $0 + $1.planned }, done: planned.reduce(0) { $0 + $1.done },
      first: first.week, last: last.week, weeks: planned.count,
      furthest: AdherenceReport.furthest(planned))
  }

  private static func furthest(_ rows: [Row]) -> Share? {
    var counts: [Slug: (planned: Double, done: Double)] = [:]
    for (slug, count) in rows.flatMap(\.exercises) {
      counts[slug, default: (0, 0)].planned += count.planned
      counts[slug, default: (0, 0)].done += count.kept
    }
    let shares = counts.map {
      Share(exercise: $0.key, share: $0.value.planned > 0 ? $0.value.done / $0.value.planned : 1)
    }
    let least = shares.min { ($0.share, $0.exercise) < ($1.share, $1.exercise) }
    guard let least, let most = shares.map(\.share).max(), least.share < most - 0.001 else {
      return nil
    }
    return least
  }
}

extension AdherenceReport.Row {
  fileprivate static func of(_ week: Week, adherence: Adherence, today: Day) -> Self {
    let end = min(week.end, today)
    guard week.start <= end else {
      return Self(week: week, stageInterval: nil, planned: 0, done: 0, share: nil, exercises: [])
    }
    let routines = adherence.routines(in: week.start...end)
    return Self(
      week: week, stageInterval: adherence.protocolHistory.stageInterval(in: week, upTo: today),
      planned: routines.values.reduce(0) { $0 + $1.plannedDays },
      done: routines.values.reduce(0) { $0 + min($1.done, $1.plannedDays) },
      share: Adherence.share(routines),
      exercises: adherence.exercises(in: week.start...end).sorted { $0.key < $1.key }
        .map { ($0.key, $0.value) })
  }
}

extension AdherenceReport.DayCell {
  init(_ day: Day, adherence: Adherence, today: Day) {
    self.day = day
    let exercises = adherence.done[day] ?? []
    // Exercises planned for some days of a week are not missing on the others.
    let wanted = (adherence.stage(on: day)?.plans ?? [])
      .filter { $0.daysPerWeek == 7 || adherence.isPractised($0.routine, on: day) }
      .reduce(into: Set<Slug>()) { $0.formUnion(adherence.exerciseNames($1.routine)) }
    planned = wanted.count
    done = wanted.intersection(exercises).count
    isActive = !exercises.isEmpty
    isAhead = day > today
  }
}
