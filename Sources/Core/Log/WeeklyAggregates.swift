/// What the sessions of one week add up to.
package struct SessionAggregate: Sendable, Equatable {
  /// How many sessions.
  package var sessions = 0
  /// On how many of the user's days.
  package var activeDays = 0
  /// Their seconds together, of those whose duration was said.
  package var seconds = 0
  /// How many had a duration.
  package var withDuration = 0
  /// Effort tenths times seconds, summed over those that had both.
  package var loadTenthSeconds = 0
  /// How many had both.
  package var withLoad = 0
  /// How many sets.
  package var sets = 0

  package init() {}
}

/// How many pain ratings of one score there were in a week.
package struct PainCount: Sendable, Equatable {
  package let score: NPRSScore
  /// How many ratings.
  package let count: Int

  package init(score: NPRSScore, count: Int) {
    self.score = score
    self.count = count
  }
}

/// What was measured of one series in a week. Sides, methods and motions are never mixed.
package struct MeasurementAggregate: Sendable, Equatable {
  package let kind: MeasurementKind
  /// The side, for kinds that have sides.
  package let side: Side?
  /// How it was measured, when said.
  package let instrument: Instrument?
  /// Actively or passively, when said.
  package let motion: Motion?
  /// How many visits.
  package let visits: Int
  /// The week's value in the kind's unit: the best trial for holds, the mean of the visits' means
  /// otherwise.
  package let value: Double

  package init(
    kind: MeasurementKind, side: Side?, instrument: Instrument?, motion: Motion? = nil, visits: Int,
    value: Double
  ) {
    self.kind = kind
    self.motion = motion
    self.side = side
    self.instrument = instrument
    self.visits = visits
    self.value = value
  }

  /// The series it belongs to, `thomas:left`.
  package var series: String { kind.series(side) }
  /// How it was measured.
  package var method: MeasurementMethod {
    MeasurementMethod(instrument: instrument, motion: motion)
  }
}

/// On how many days of a week a factor had an amount.
package struct FactorCount: Sendable, Equatable {
  /// The factor and the amount.
  package let factor: Factor
  /// How many days.
  package let count: Int

  package init(factor: Factor, count: Int) {
    self.factor = factor
    self.count = count
  }
}

/// All that the weekly report reads from the log.
package struct WeeklyAggregates: Sendable {
  /// Sessions by week.
  package var sessions: [Week: SessionAggregate] = [:]
  /// Pain ratings with the recall window `now` by week, scores rising.
  package var pain: [Week: [PainCount]] = [:]
  /// Measurements by week.
  package var measures: [Week: [MeasurementAggregate]] = [:]
  /// Daily factors by week, each with its amounts rising.
  package var factors: [Week: [FactorCount]] = [:]
  /// The weeks that have an entry of any kind.
  package var active: Set<Week> = []

  /// Tallies of nothing.
  package init() {}
}
