import Core

/// What was planned by the stages that the user was in, and what of it was done.
package struct Adherence: Sendable {
  /// The way through the programmes.
  package let protocolHistory: ProtocolHistory
  /// The exercises done on each day, by what they count as.
  package let done: [Day: Set<Slug>]
  /// What each variant of an exercise counts as.
  package let bases: [Slug: Slug]
  /// The share of a routine's exercises that makes a day of it a practised one.
  package let practised: Double
  private let stages: [Slug: [Slug: Stage]]

  /// Adherence of a course. A protocol that is no longer in the catalogue plans nothing.
  package init(
    protocolHistory: ProtocolHistory, protocols: [RehabProtocol], done: [Day: Set<Slug>],
    bases: [Slug: Slug],
    practised: Double
  ) {
    self.protocolHistory = protocolHistory
    self.done = done.mapValues { exercises in Set(exercises.map { bases[$0] ?? $0 }) }
    self.bases = bases
    self.practised = practised
    stages = Dictionary(
      protocols.map { rehabProtocol in
        (
          rehabProtocol.slug,
          Dictionary(rehabProtocol.stages.map { ($0.slug, $0) }) { first, _ in first }
        )
      }
    ) { first, _ in first }
  }

  /// The stage that the user was in on a day, if the catalogue knows it.
  package func stage(on day: Day) -> Stage? {
    protocolHistory.stageInterval(on: day).flatMap { stages[$0.rehabProtocol]?[$0.stage] }
  }

  /// Whether a routine was practised on a day: at least the given share of its exercises was done.
  package func isPractised(_ routine: Routine, on day: Day) -> Bool {
    done[day].map { routine.isPractised(by: $0, bases, share: practised) } ?? false
  }

  /// What the exercises of a routine count as.
  func exerciseNames(_ routine: Routine) -> Set<Slug> { routine.exerciseNames(bases) }

  /// Days planned and done of one thing.
  package struct Count: Sendable, Equatable {
    /// Days it was planned for, in proportion to the days of a week in the stage.
    package var planned = 0.0
    /// Days it was done on.
    package var done = 0

    /// Planned days as people count them.
    package var plannedDays: Int { Int(planned.rounded()) }
    /// Days done, without those beyond the plan.
    package var kept: Double { min(Double(done), planned) }
  }

  /// Practised days of each routine planned within some days.
  package func routines(in days: ClosedRange<Day>) -> [Slug: Count] {
    var counts: [Slug: Count] = [:]
    for number in days.lowerBound.number...days.upperBound.number {
      let day = Day(number: number)
      for plan in stage(on: day)?.plans ?? [] {
        var count = counts[plan.routine.slug] ?? Count()
        count.planned += Double(plan.daysPerWeek) / 7
        if isPractised(plan.routine, on: day) { count.done += 1 }
        counts[plan.routine.slug] = count
      }
    }
    return counts
  }

  /// Days of each exercise planned within some days, by what it counts as. An exercise of two routines is
  /// planned as often as the more frequent one.
  package func exercises(in days: ClosedRange<Day>) -> [Slug: Count] {
    var counts: [Slug: Count] = [:]
    for number in days.lowerBound.number...days.upperBound.number {
      let day = Day(number: number)
      var planned: [Slug: Int] = [:]
      for plan in stage(on: day)?.plans ?? [] {
        for slug in exerciseNames(plan.routine) {
          planned[slug] = max(planned[slug] ?? 0, plan.daysPerWeek)
        }
      }
      for (slug, daysPerWeek) in planned {
        var count = counts[slug] ?? Count()
        count.planned += Double(daysPerWeek) / 7
        if done[day]?.contains(slug) ?? false { count.done += 1 }
        counts[slug] = count
      }
    }
    return counts
  }

  /// The share of planned days that were kept, 0 to 1; nil where a day of them had no plan.
  package func share(in days: ClosedRange<Day>) -> Double? {
    for number in days.lowerBound.number...days.upperBound.number {
      guard let stage = stage(on: Day(number: number)), !stage.plans.isEmpty else { return nil }
    }
    return Adherence.share(routines(in: days))
  }

  /// The share of planned days that were kept, 0 to 1; nil without a plan.
  static func share(_ counts: [Slug: Count]) -> Double? {
    let planned = counts.values.reduce(0) { $0 + $1.planned }
    guard planned > 0 else { return nil }
    return counts.values.reduce(0) { $0 + $1.kept } / planned
  }
}

extension Routine {
  /// What its exercises count as.
  func exerciseNames(_ bases: [Slug: Slug]) -> Set<Slug> {
    Set(steps.map { bases[$0.exercise] ?? $0.exercise })
  }

  /// Whether a day's exercises, by what they count as, are at least this share of its own.
  func isPractised(by exercises: Set<Slug>, _ bases: [Slug: Slug], share: Double) -> Bool {
    let wanted = exerciseNames(bases)
    return !wanted.isEmpty
      && Double(wanted.intersection(exercises).count) + 1e-9 >= share * Double(wanted.count)
  }
}
