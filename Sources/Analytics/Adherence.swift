import Core

/// What the user's stages planned, and how much of it was done.
package struct Adherence: Sendable {
  /// The protocols and stages followed.
  package let protocolHistory: ProtocolHistory
  /// The exercises done on each day, by the exercise they count as.
  package let done: [Day: Set<Slug>]
  /// The exercise that each variant counts as.
  package let bases: [Slug: Slug]
  /// The share of a routine's exercises that must be done for a day to count.
  package let practised: Double
  private let stages: [Slug: [Slug: Stage]]

  /// A protocol that is no longer in the catalogue plans nothing.
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

  /// The stage on a day, if the catalogue knows it.
  package func stage(on day: Day) -> Stage? {
    protocolHistory.stageInterval(on: day).flatMap { stages[$0.rehabProtocol]?[$0.stage] }
  }

  /// Whether a routine was done on a day: at least the required share of its exercises.
  package func isPractised(_ routine: Routine, on day: Day) -> Bool {
    done[day].map { routine.isPractised(by: $0, bases, share: practised) } ?? false
  }

  /// The exercises of a routine, by what they count as.
  func exerciseNames(_ routine: Routine) -> Set<Slug> { routine.exerciseNames(bases) }

  /// Planned and done days of a routine or exercise.
  package struct Count: Sendable, Equatable {
    /// Planned days, in proportion to the days of a week spent in the stage.
    package var planned = 0.0
    /// Days on which it was done.
    package var done = 0

    /// Planned days, rounded.
    package var plannedDays: Int { Int(planned.rounded()) }
    /// Days done, not counting those beyond the plan.
    package var kept: Double { min(Double(done), planned) }
  }

  /// Planned and done days of each routine within some days.
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

  /// Planned and done days of each exercise within some days, by what it counts as. An exercise in two
  /// routines is planned as often as in the more frequent one.
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

  /// The share of planned days that were done, 0 to 1; nil where a day had no plan.
  package func share(in days: ClosedRange<Day>) -> Double? {
    for number in days.lowerBound.number...days.upperBound.number {
      guard let stage = stage(on: Day(number: number)), !stage.plans.isEmpty else { return nil }
    }
    return Adherence.share(routines(in: days))
  }

  /// The share of planned days that were done, 0 to 1; nil without a plan.
  static func share(_ counts: [Slug: Count]) -> Double? {
    let planned = counts.values.reduce(0) { $0 + $1.planned }
    guard planned > 0 else { return nil }
    return counts.values.reduce(0) { $0 + $1.kept } / planned
  }
}

extension Routine {
  /// Its exercises, by what they count as.
  func exerciseNames(_ bases: [Slug: Slug]) -> Set<Slug> {
    Set(steps.map { bases[$0.exercise] ?? $0.exercise })
  }

  /// Whether a day's exercises, by what they count as, include at least this share of the routine's.
  func isPractised(by exercises: Set<Slug>, _ bases: [Slug: Slug], share: Double) -> Bool {
    let wanted = exerciseNames(bases)
    return !wanted.isEmpty
      && Double(wanted.intersection(exercises).count) + 1e-9 >= share * Double(wanted.count)
  }
}
