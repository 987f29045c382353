import Analytics
import Core
import Store

/// What the gates, the safety rules and today's plan need from a log, as it was on a given day.
struct GateInputs {
  let gateContext: GateContext
  let safetyContext: GateContext
  let adherence: Adherence
  let waiting: [Session]

  /// How many days back a session may count for a stage; older ones change no decision of today.
  private static let mostDaysBack = 400

  init(
    _ log: LogStore, today: Day, protocolHistory: ProtocolHistory, settings: Settings,
    catalogue: Catalogue, safety: Safety, checks: [SafetyCheck]
  ) throws {
    let rules = safety.rules.map { settings.adjusted($0, prefix: "check") }
    let criteria = catalogue.protocols.flatMap(\.criteria).map {
      settings.adjusted($0, prefix: "gate")
    }
    let reach = (rules + criteria).map { $0.count("days") }.max() ?? 28
    let recent = EntryWindow(since: today.adding(-reach), until: today)
    let start = protocolHistory.present?.start
    let from = max(
      min(start ?? today, today.adding(-reach)), today.adding(-max(reach, GateInputs.mostDaysBack)))
    let sessions = try log.responses(EntryWindow(since: from, until: today)).map { rated in
      // On the day asked about, its next morning had not come yet.
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
    let bases = catalogue.bases
    adherence = Adherence(
      protocolHistory: protocolHistory, protocols: catalogue.protocols,
      done: try log.exercisesByDay(from: from, through: today), bases: bases,
      practised: settings.practisedShare)
    // Only what the present stage needs: measurements go back to the start of the log.
    let stage = protocolHistory.present.flatMap { catalogue.stage(in: $0)?.stage }
    let looked = stage.map { ($0.gate + $0.goals).map(\.rule) } ?? []
    gateContext = GateContext(
      today: today, stageStart: start, sessions: sessions, ratings: ratings,
      measurements: looked.contains(where: \.readsMeasurements)
        ? try log.measurements(EntryWindow(until: today, limit: 1000)) : [],
      factors: looked.contains(where: \.readsFactors)
        ? try GateInputs.factors(log, stageStart: start ?? today, today: today, reach: reach) : [:],
      bases: bases,
      routines: Dictionary(catalogue.routines.map { ($0.slug, $0) }) { first, _ in first },
      practised: settings.practisedShare)
    let resolved = SafetyAlert.lastResolution(checks)
    // Everything entered before the resolution has been dealt with, whatever day it is about.
    func isFresh(_ id: EntryID) -> Bool { resolved.map { id > $0.id } ?? true }
    let alarming = try GateInputs.alarming(log, rules: rules, madeAfter: resolved?.id)
    let known = Set(ratings.map(\.id))
    safetyContext = GateContext(
      today: today, sessions: sessions.filter { isFresh($0.session.id) },
      ratings: ratings.filter { isFresh($0.id) } + alarming.filter { !known.contains($0.id) },
      bases: bases, adherence: adherence,
      countedFrom: resolved.map { $0.moment.day.adding(1) }, practised: settings.practisedShare)
    let isAnswered = ratings.contains { $0.recall == .morning && $0.moment.day == today }
    waiting =
      isAnswered
      ? [] : sessions.map(\.session).filter { $0.moment.day == today.adding(-1) }.reversed()
  }

  private static func factors(
    _ log: LogStore, stageStart start: Day, today: Day, reach: Int
  ) throws -> [Slug: [Day: Double]] {
    var amounts: [Slug: [Day: (EntryID, Double)]] = [:]
    let windows = [
      EntryWindow(since: today.adding(-reach), until: today),
      EntryWindow(since: start, until: start.adding(reach)),
    ]
    for record in try windows.flatMap({ try log.dayRecords($0) }) {
      for factor in record.factors {
        let day = record.moment.day
        // Of two amounts for one day, the one entered later counts.
        if let other = amounts[factor.name]?[day], other.0 > record.id { continue }
        amounts[factor.name, default: [:]][day] = (record.id, factor.value.value)
      }
    }
    return amounts.mapValues { $0.mapValues(\.1) }
  }

  private static func alarming(
    _ log: LogStore, rules: [Criterion], madeAfter id: EntryID?
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
    return try log.alarmingRatings(madeAfter: id, tenths: tenths, sites: sites)
  }
}
