/// Totals of the sessions of one week.
package struct SessionAggregate: Sendable, Equatable {
  package var sessions = 0
  /// The number of the user's days with a session.
  package var activeDays = 0
  /// The total duration in seconds, of sessions that have one.
  package var seconds = 0
  /// How many sessions have a duration.
  package var withDuration = 0
  /// The sum of effort tenths times seconds, over sessions that have both.
  package var loadTenthSeconds = 0
  /// How many sessions have both.
  package var withLoad = 0
  package var sets = 0

  package init() {}
}

/// How many pain ratings with one score there were in a week.
package struct PainCount: Sendable, Equatable {
  package let score: NPRSScore
  /// How many ratings.
  package let count: Int

  package init(score: NPRSScore, count: Int) {
    self.score = score
    self.count = count
  }
}

/// The values of one measurement series in a week. Sides and methods are never mixed.
package struct MeasurementAggregate: Sendable, Equatable {
  package let kind: MeasurementKind
  /// The side, for kinds that have sides.
  package let side: Side?
  /// The instrument, if given.
  package let instrument: Instrument?
  /// Active or passive, if given.
  package let motion: Motion?
  /// The number of measurements.
  package let visits: Int
  /// The week's value in the kind's unit: the best trial for holds, otherwise the mean of the measurements'
  /// means.
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

/// On how many days of a week a factor had a given amount.
package struct FactorCount: Sendable, Equatable {
  package let factor: Factor
  /// How many days.
  package let count: Int

  package init(factor: Factor, count: Int) {
    self.factor = factor
    self.count = count
  }
}

/// Everything that the weekly report reads from the log.
package struct WeeklyAggregates: Sendable {
  /// Sessions by week.
  package var sessions: [Week: SessionAggregate] = [:]
  /// Ratings of pain now by week, in ascending order.
  package var pain: [Week: [PainCount]] = [:]
  /// Measurements by week.
  package var measures: [Week: [MeasurementAggregate]] = [:]
  /// Daily factors by week, each with its amounts in ascending order.
  package var factors: [Week: [FactorCount]] = [:]
  /// The weeks that have an entry of any kind.
  package var active: Set<Week> = []

  package init() {}
}
