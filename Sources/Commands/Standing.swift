import LogStore
import RehabLog
import Reports

/// Where the user stands: protocol, stage and what the log says about them. Read in one state of the log.
struct Standing {
  let today: Day
  let settings: Settings
  let catalogue: Catalogue
  let course: Course
  let adherence: Adherence
  let safety: Safety
  let checks: [SafetyCheck]
  /// The rules of safety on what the log holds since all was last seen to.
  let escalation: [CriterionResult]
  /// What should be seen to before a programme goes on.
  let concerns: [Concern]
  /// The stage that the user is in; nil without a protocol, or with one that is gone.
  let stage: StageReport?
  /// The sessions of yesterday, oldest first, when no morning rating answers them yet.
  let waiting: [Session]

  /// Days back that a session may count for a stage; older ones change no decision of today.
  private static let mostDaysBack = 400

  /// Reads where the user stands, now or at a moment of the past.
  init(_ context: Context, _ log: LogStore, asOf moment: Moment? = nil) throws {
    settings = try context.settings(log)
    let now = moment ?? context.whenParser(settings).present
    today = now.day
    catalogue = try context.wholeCatalogue(log)
    // A clock that another device set may be a little ahead, so the present has no end.
    let end = moment?.utc ?? Int.max
    course = Course(try log.course().changes.filter { $0.moment.utc <= end })
    checks = try log.safetyChecks().filter { $0.moment.utc <= end }
    safety = try Safety()
    let evidence = try Evidence(log, self.today, course, settings, catalogue, safety, checks)
    adherence = evidence.adherence
    let settings = settings
    escalation = safety.rules.map {
      settings.adjusted($0, "check").result(on: evidence.safetyFacts)
    }
    concerns = Concern.open(checks: checks, safety: safety, results: escalation)
    stage = Standing.stage(course, catalogue, evidence.gateFacts, settings)
    waiting = evidence.waiting
  }

  private static func stage(
    _ course: Course, _ catalogue: Catalogue, _ facts: Facts, _ settings: Settings
  ) -> StageReport? {
    guard let stay = course.present,
      let programme = catalogue.programmes.first(where: { $0.slug == stay.programme }),
      let stage = programme.stage(stay.stage)
    else { return nil }
    return StageReport(programme, stage, facts, since: stay.start) {
      settings.adjusted($0, "gate")
    }
  }

  /// What is read from the log for the rules.
  private struct Evidence {
    let gateFacts: Facts
    let safetyFacts: Facts
    let adherence: Adherence
    let waiting: [Session]

    init(
      _ log: LogStore, _ today: Day, _ course: Course, _ settings: Settings,
      _ catalogue: Catalogue, _ safety: Safety, _ checks: [SafetyCheck]
    ) throws {
      let rules = safety.rules.map { settings.adjusted($0, "check") }
      let criteria = catalogue.programmes.flatMap(\.criteria).map { settings.adjusted($0, "gate") }
      let reach = (rules + criteria).map { $0.count("days") }.max() ?? 28
      let recent = EntryWindow(since: today.adding(-reach), until: today)
      let start = course.present?.start
      let from = max(
        min(start ?? today, today.adding(-reach)), today.adding(-max(reach, mostDaysBack)))
      let sessions = try log.responses(EntryWindow(since: from, until: today)).map { rated in
        // As things stood on a day, its next morning had not come.
        rated.session.moment.day < today
          ? rated
          : RatedSession(
            rated.session, pain: PainAround(before: rated.pain.before, after: rated.pain.after))
      }
      var ratings = try log.painRatings(recent)
      if let start, start < today.adding(-reach) {
        let end = min(start.adding(reach), today.adding(-reach - 1))
        ratings += try log.painRatings(EntryWindow(since: start, until: end))
      }
      adherence = Adherence(
        course: course, programmes: catalogue.programmes,
        done: try log.exercisesByDay(from: from, through: today), bases: catalogue.bases,
        practised: settings.practisedShare)
      gateFacts = Facts(
        today: today, stageStart: start, sessions: sessions, ratings: ratings,
        measurements: try log.measurements(EntryWindow(until: today, limit: 1000)),
        factors: try Evidence.factors(log, start ?? today, reach, today), bases: catalogue.bases,
        routines: Dictionary(catalogue.routines.map { ($0.slug, $0) }) { first, _ in first },
        practised: settings.practisedShare)
      let resolved = Concern.lastResolution(checks)
      // Of one second, what was entered after the resolution counts.
      func isFresh(_ moment: Moment, _ id: EntryID) -> Bool {
        guard let resolved else { return true }
        return (moment.utc, id) > (resolved.moment.utc, resolved.id)
      }
      let alarming = try Evidence.alarming(log, rules, since: resolved?.moment.utc ?? 0)
      let known = Set(ratings.map(\.id))
      safetyFacts = Facts(
        today: today, sessions: sessions.filter { isFresh($0.session.moment, $0.session.id) },
        ratings: (ratings + alarming.filter { !known.contains($0.id) }).filter {
          isFresh($0.moment, $0.id)
        },
        bases: catalogue.bases, adherence: adherence,
        countedFrom: resolved.map { $0.moment.day.adding(1) }, practised: settings.practisedShare)
      let isAnswered = ratings.contains { $0.recall == .morning && $0.moment.day == today }
      waiting =
        isAnswered
        ? [] : sessions.map(\.session).filter { $0.moment.day == today.adding(-1) }.reversed()
    }

    private static func factors(
      _ log: LogStore, _ start: Day, _ reach: Int, _ today: Day
    ) throws -> [Slug: [Day: Double]] {
      var amounts: [Slug: [Day: (EntryID, Double)]] = [:]
      let windows = [
        EntryWindow(since: today.adding(-reach), until: today),
        EntryWindow(since: start, until: start.adding(reach)),
      ]
      for record in try windows.flatMap({ try log.dayRecords($0) }) {
        for factor in record.factors {
          let day = record.moment.day
          // Of two amounts on one day the one entered later counts.
          if let other = amounts[factor.name]?[day], other.0 > record.id { continue }
          amounts[factor.name, default: [:]][day] = (record.id, factor.value.value)
        }
      }
      return amounts.mapValues { $0.mapValues(\.1) }
    }

    private static func alarming(
      _ log: LogStore, _ rules: [Criterion], since: Int
    ) throws -> [PainRating] {
      var tenths = 101
      var sites: [String] = []
      for rule in rules {
        switch rule.rule {
        case .ratingAtLeast: tenths = min(tenths, rule.tenths["threshold"] ?? 101)
        case .siteReported(let names): sites += names
        default: continue
        }
      }
      return try log.alarmingRatings(from: since, tenths: tenths, sites: sites)
    }
  }
}
