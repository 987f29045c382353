import Core
import Statistics

extension RatedSession {
  var day: Day { session.moment.day }
}

/// The parts of the log that criteria use. All are values, so that each rule is a pure function.
package struct GateContext: Sendable {
  /// The user's day.
  package let today: Day
  /// The first day of the present stage; nil without a protocol.
  package let stageStart: Day?
  /// Sessions, oldest first.
  package let sessions: [RatedSession]
  /// Pain ratings, oldest first.
  package let ratings: [PainRating]
  /// Measurements, oldest first.
  package let measurements: [Measurement]
  /// The amounts of daily factors, in reported units.
  package let factors: [Slug: [Day: Double]]
  /// The exercise that each variant counts as.
  package let bases: [Slug: Slug]
  /// The routines that rules refer to.
  package let routines: [Slug: Routine]
  /// What was planned and done; nil where it is not needed.
  package let adherence: Adherence?
  /// The first day that safety rules count, once earlier findings were dealt with.
  package let countedFrom: Day?
  /// The share of a routine's exercises that must be done for a day to count.
  package let practised: Double

  /// Takes entries in any order. Sessions and measurements after `today` are left out; a rating that a clock
  /// further east dated tomorrow still counts.
  package init(
    today: Day, stageStart: Day? = nil, sessions: [RatedSession] = [],
    ratings: [PainRating] = [], measurements: [Measurement] = [],
    factors: [Slug: [Day: Double]] = [:], bases: [Slug: Slug] = [:],
    routines: [Slug: Routine] = [:], adherence: Adherence? = nil, countedFrom: Day? = nil,
    practised: Double = 0.5
  ) {
    self.today = today
    self.stageStart = stageStart
    self.ratings = ratings.sorted { ($0.moment.utc, $0.id) < ($1.moment.utc, $1.id) }
    self.sessions = sessions.filter { $0.day <= today }
      .sorted {
        ($0.session.moment.utc, $0.session.id) < ($1.session.moment.utc, $1.session.id)
      }
    self.measurements = measurements.filter { $0.moment.day <= today }
      .sorted { ($0.moment.utc, $0.id) < ($1.moment.utc, $1.id) }
    self.factors = factors
    self.bases = bases
    self.routines = routines
    self.adherence = adherence
    self.countedFrom = countedFrom
    self.practised = practised
  }

  /// The exercise that an exercise counts as: itself, or the one it is a variant of.
  func base(_ exercise: Slug) -> Slug { bases[exercise] ?? exercise }

  /// The entries of a session for these exercises or their variants.
  func entries(_ session: RatedSession, of exercises: [Slug]) -> [ExerciseEntry] {
    let wanted = Set(exercises.map(base))
    return session.session.entries.filter { wanted.contains(base($0.exercise)) }
  }

  /// The last `count` days up to today.
  func last(_ count: Int) -> ClosedRange<Day> { today.adding(1 - max(1, count))...today }

  /// The sessions within some days that have one of these exercises.
  func sessions(of exercises: [Slug], in days: ClosedRange<Day>) -> [RatedSession] {
    sessions.filter { days.contains($0.day) && !entries($0, of: exercises).isEmpty }
  }

  func measurements(of kind: Slug, in days: ClosedRange<Day>) -> [Measurement] {
    measurements.filter { $0.kind.slug == kind && days.contains($0.moment.day) }
  }

  /// Ratings of pain now.
  func painNow(in days: ClosedRange<Day>) -> [PainRating] {
    ratings.filter { $0.recall == .now && days.contains($0.moment.day) }
  }

  /// The median of ratings in points, exact before it is divided.
  static func median(_ ratings: [PainRating]) -> Double? {
    Median.of(ratings.map { Double($0.score.tenths) }).map { $0 / 10 }
  }

  /// The sessions of the present stage.
  var sessionsInStage: [RatedSession] {
    guard let stageStart else { return [] }
    return sessions.filter { $0.day >= stageStart }
  }

  /// The exercises done on each day, by what they count as.
  func exercises(in days: ClosedRange<Day>) -> [Day: Set<Slug>] {
    var done: [Day: Set<Slug>] = [:]
    for session in sessions where days.contains(session.day) {
      done[session.day, default: []].formUnion(session.session.entries.map { base($0.exercise) })
    }
    return done
  }
}

/// The result of a criterion for a log.
package struct CriterionResult: Sendable {
  /// Whether a criterion is met. An unknown one is never met.
  package enum State: String, Sendable {
    case met
    case notMet
    /// The log does not say.
    case unknown
  }

  /// The criterion, with the user's numbers.
  package let criterion: Criterion
  package let state: State
  package let evidence: Evidence

  /// Whether it keeps the next stage closed.
  package var holdsBack: Bool {
    criterion.optional ? state == .notMet : state != .met
  }
}

/// The result of a rule for a log.
struct Judgement {
  let state: CriterionResult.State
  let evidence: Evidence

  init(_ state: CriterionResult.State, finding: Finding, entries: [EntryID] = []) {
    (self.state, evidence) = (state, Evidence(finding, entries: entries))
  }

  init(isMet: Bool, _ finding: Finding, entries: [EntryID] = []) {
    self.init(isMet ? .met : .notMet, finding: finding, entries: entries)
  }
}

extension Criterion {
  package func result(on context: GateContext) -> CriterionResult {
    let judgement = judge(context)
    return CriterionResult(
      criterion: self, state: judgement.state, evidence: judgement.evidence)
  }

  private func judge(_ context: GateContext) -> Judgement {
    switch rule {
    case .daysInStage: daysInStage(context)
    case .medianNotHigher: medianNotHigher(context)
    case .noRatingAbove: noRatingAbove(context)
    case .exerciseDays(let slugs): exerciseDays(slugs, in: context)
    case .painDuring(let slugs): painDuring(slugs, in: context)
    case .evenHold(let kind): evenHold(kind, in: context)
    case .sessionsOverDays(let slugs): sessionsOverDays(slugs, in: context)
    case .painFreeMeasures(let kind): painFreeMeasures(kind, in: context)
    case .sessionsAtPain(let slugs): sessionsAtPain(slugs, in: context)
    case .practiceShare(let routine): practiceShare(routine, in: context)
    case .measureAtMost(let kind): measureAtMost(kind, in: context)
    case .factorLower(let factor): factorLower(factor, in: context)
    case .doneTogether(let slugs, let other): doneTogether(slugs, with: other, in: context)
    case .siteReported(let sites): siteReported(sites, in: context)
    case .worseAfterSessions: worseAfterSessions(context)
    case .noImprovement: noImprovement(context)
    case .ratingAtLeast: ratingAtLeast(context)
    case .wokeFromSleep: wokeFromSleep(context)
    }
  }
}
