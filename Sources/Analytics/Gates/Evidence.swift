import Core

/// The evidence for the state of a criterion.
package struct Evidence: Sendable, Equatable {
  package let finding: Finding
  /// The entries it was computed from, oldest first.
  package let entries: [EntryID]

  package init(_ finding: Finding, entries: [EntryID] = []) {
    (self.finding, self.entries) = (finding, entries)
  }
}

/// A finding in the log: one case for each shape of evidence. Pain is in points, a share in per cent.
package enum Finding: Sendable, Equatable {
  case missing(Missing)
  case practice(Practice)
  case pain(Pain)
  case measured(Measured)
  /// A red-flag question.
  case answeredYes(on: Day?)

  /// No data to judge by.
  package enum Missing: Sendable, Equatable {
    case noStage
    /// The first days of the stage, with which the latest are compared, are not over.
    case youngStage(days: Int, until: Day)
    case nothing
    case noRating(since: Day)
    /// Since a day, or in the stage.
    case noSession(since: Day?)
    /// Since a day, or at all.
    case notMeasured(since: Day?)
    case noRoutine(Slug)
    case noProtocol(since: Day)
    /// Too few days since earlier findings were dealt with.
    case tooSoon(days: Int, since: Day)
  }

  /// Days and sessions.
  package enum Practice: Sendable, Equatable {
    case daysInStage(Int, since: Day)
    case exerciseDays(Int, since: Day, each: [ExerciseDays])
    case sessions(Int, first: Day, last: Day, days: Int)
    case together(Int, of: Int, since: Day, share: Double)
    /// Days with at least `dayShare` of the exercises of a routine.
    case routine(days: Int, of: Int, since: Day, share: Double, dayShare: Double)
    /// How much of the plan was done, and how pain changed in that time.
    case plan(share: Double, since: Day, PainTrend?)
  }

  package struct ExerciseDays: Sendable, Equatable {
    package let exercise: Slug
    package let days: Int
  }

  package enum PainTrend: Sendable, Equatable {
    case tooFewRatings(Shortage)
    case medians(first: Double, last: Double)
  }

  /// Ratings.
  package enum Pain: Sendable, Equatable {
    case highest(NPRSScore, on: Day, n: Int)
    case rated(NPRSScore, on: Day, n: Int)
    case woke(NPRSScore, on: Day, n: Int)
    case reported([PainSite], NPRSScore, on: Day, n: Int)
    case medians(now: WindowMedian, then: WindowMedian)
    case tooFewRatings(Shortage, days: Int)
    case during(NPRSScore, on: Day)
    case duringAtMost(NPRSScore, sessions: Int, since: Day)
    case unratedDuring(rated: Int, of: Int, needed: Int)
    case sessions(limit: Double, atMost: Int, above: Int, unrated: Int)
    case around([DayPain])
    case tooFewAround(Int, since: Day)
  }

  package struct DayPain: Sendable, Equatable {
    package let day: Day
    package let pain: PainAround
  }

  /// Measurements and daily factors.
  package enum Measured: Sendable, Equatable {
    /// The hold on the only side measured, if it is too short.
    case oneSide(Double?, since: Day)
    case holds(left: Double, right: Double, apart: Double)
    case pain([Measurement])
    case newest([SideMeasurement])
    case medians(now: WindowMedian, then: WindowMedian)
    case tooFewDays(Slug, Shortage, days: Int)
  }

  package struct SideMeasurement: Sendable, Equatable {
    package let side: Side?
    package let measurement: Measurement?
  }

  /// The median over some days, of n values.
  package struct WindowMedian: Sendable, Equatable {
    package let value: Double
    package let days: ClosedRange<Day>
    package let n: Int
  }

  /// How many values there are at both ends, and how many are needed.
  package struct Shortage: Sendable, Equatable {
    package let needed: Int
    package let now: Int
    package let then: Int
  }
}
