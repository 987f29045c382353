/// What the sessions of one week add up to.
public struct SessionTally: Sendable, Equatable {
  /// How many sessions.
  public var sessions = 0
  /// On how many of the user's days.
  public var activeDays = 0
  /// Their seconds together, of those whose duration was said.
  public var seconds = 0
  /// How many had a duration.
  public var withDuration = 0
  /// Effort tenths times seconds, summed over those that had both.
  public var loadTenthSeconds = 0
  /// How many had both.
  public var withLoad = 0
  /// How many sets.
  public var sets = 0

  /// A tally of nothing.
  public init() {}
}

/// How many pain ratings of one score there were in a week.
public struct PainCount: Sendable, Equatable {
  /// The score.
  public let score: PainScore
  /// How many ratings.
  public let count: Int

  /// A count.
  public init(score: PainScore, count: Int) {
    self.score = score
    self.count = count
  }
}

/// What was measured of one series in a week. Sides, methods and motions are never mixed.
public struct MeasureTally: Sendable, Equatable {
  /// The kind.
  public let kind: MeasurementKind
  /// The side, for kinds that have sides.
  public let side: Side?
  /// How it was measured, when said.
  public let method: Method?
  /// Actively or passively, when said.
  public let motion: Motion?
  /// How many visits.
  public let visits: Int
  /// The week's value in the kind's unit: the best trial for holds, the mean of the visits' means
  /// otherwise.
  public let value: Double

  /// A tally.
  public init(
    kind: MeasurementKind, side: Side?, method: Method?, motion: Motion? = nil, visits: Int,
    value: Double
  ) {
    self.kind = kind
    self.motion = motion
    self.side = side
    self.method = method
    self.visits = visits
    self.value = value
  }

  /// The series it belongs to, `thomas:left`.
  public var series: String { kind.series(side) }
  /// How it was measured.
  public var way: Way { Way(method: method, motion: motion) }
}

/// On how many days of a week a factor had an amount.
public struct FactorCount: Sendable, Equatable {
  /// The factor and the amount.
  public let factor: Factor
  /// How many days.
  public let count: Int

  /// A count.
  public init(factor: Factor, count: Int) {
    self.factor = factor
    self.count = count
  }
}

/// All that the weekly report reads from the log.
public struct WeeklyTallies: Sendable {
  /// Sessions by week.
  public var sessions: [Week: SessionTally] = [:]
  /// Pain ratings with the recall window `now` by week, scores rising.
  public var pain: [Week: [PainCount]] = [:]
  /// Measurements by week.
  public var measures: [Week: [MeasureTally]] = [:]
  /// Daily factors by week, each with its amounts rising.
  public var factors: [Week: [FactorCount]] = [:]
  /// The weeks that have an entry of any kind.
  public var touched: Set<Week> = []

  /// Tallies of nothing.
  public init() {}
}
