import Core
import SQLite
import SeededRandom
import Testing

@testable import Store

/// The aggregates of the weekly report against the same sums done over the entries themselves.
@Suite struct AggregatesTests {
  private let fixture: Fixture
  private var log: LogStore { fixture.log }

  init() throws { fixture = try Fixture() }

  /// Random logs, tallied by SQL and by hand.
  @Test(arguments: 0..<6) func agreeWithTheEntries(_ round: Int) throws {
    var random = SeededRandom(RandomRuns.seed &+ UInt64(round))
    var sessions: [Session] = []
    var ratings: [PainRating] = []
    var measurements: [Measurement] = []
    func day() -> Int { Int.random(in: 20_000...20_060, using: &random) }
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      sessions.append(
        Session(
          id: fixture.id(), moment: Fixture.moment(day()),
          duration: Duration(seconds: Int.random(in: -600...3000, using: &random)),
          effort: Effort(tenths: Int.random(in: -30...100, using: &random)),
          entries: try Fixture.entries(
            ["bird-dog 3x8", "pigeon", "plank 2x30s"].randomElement(using: &random) ?? "plank")))
      let recall: Recall = Recall.allCases.randomElement(using: &random) ?? .now
      let score = NPRSScore(tenths: Int.random(in: 0...100, using: &random))
      ratings.append(
        PainRating(
          id: fixture.id(), moment: Fixture.moment(day()), score: try #require(score),
          recall: recall))
      let kind = try Fixture.kind(
        ["thomas", "side-plank-hold"].randomElement(using: &random) ?? "")
      measurements.append(
        Measurement(
          id: fixture.id(), moment: Fixture.moment(day()), kind: kind,
          side: [.left, .right].randomElement(using: &random),
          trials: (0...2).map { _ in Int.random(in: 0...4000, using: &random) }))
    }
    try log.write(Fixture.commandRecord) {
      for session in sessions { try log.insert(session, exercises: Fixture.index) }
      for rating in ratings { try log.insert(rating) }
      for measurement in measurements { try log.insert(measurement) }
    }
    let (first, last) = (Day(number: 20_010).week, Day(number: 20_050).week)
    let aggregates = try log.weeklyAggregates(from: first, through: last)
    for number in first.number - 1...last.number + 1 {
      let week = Week(number: number)
      let inside = (first...last).contains(week)
      func of(_ moment: Moment) -> Bool { inside && moment.day.week == week }
      try check(aggregates.sessions[week] ?? SessionAggregate(), sessions.filter { of($0.moment) })
      check(aggregates.pain[week] ?? [], ratings.filter { of($0.moment) && $0.recall == .now })
      check(aggregates.measures[week] ?? [], measurements.filter { of($0.moment) })
      let any =
        sessions.contains { of($0.moment) } || ratings.contains { of($0.moment) }
        || measurements.contains { of($0.moment) }
      #expect(aggregates.active.contains(week) == any)
    }
  }

  private func check(_ aggregate: SessionAggregate, _ sessions: [Session]) throws {
    #expect(aggregate.sessions == sessions.count)
    #expect(aggregate.activeDays == Set(sessions.map(\.moment.day)).count)
    #expect(aggregate.seconds == sessions.reduce(0) { $0 + ($1.duration?.seconds ?? 0) })
    #expect(aggregate.withDuration == sessions.count { $0.duration != nil })
    #expect(aggregate.withLoad == sessions.count { $0.load != nil })
    let load = sessions.reduce(0) { $0 + ($1.load ?? 0) }
    #expect(abs(Double(aggregate.loadTenthSeconds) / 600 - load) < 1e-9)
    #expect(aggregate.sets == sessions.flatMap(\.entries).reduce(0) { $0 + $1.sets.count })
  }

  private func check(_ counts: [PainCount], _ ratings: [PainRating]) {
    let expected = Dictionary(grouping: ratings, by: \.score).mapValues(\.count)
    #expect(Dictionary(uniqueKeysWithValues: counts.map { ($0.score, $0.count) }) == expected)
    #expect(counts.map(\.score) == counts.map(\.score).sorted())
  }

  private func check(_ aggregates: [MeasurementAggregate], _ measurements: [Measurement]) {
    let groups = Dictionary(grouping: measurements, by: \.series)
    #expect(Set(aggregates.map(\.series)) == Set(groups.keys))
    for aggregate in aggregates {
      let values = (groups[aggregate.series] ?? []).map(\.value)
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      let expected = aggregate.kind.unit == .seconds ? values.max() ?? 0 : mean
      #expect(aggregate.visits == values.count)
      #expect(abs(aggregate.value - expected) < 1e-9)
    }
  }

  @Test func theBriefTalliesAreAPartOfTheWhole() throws {
    let session = Session(
      id: fixture.id(), moment: Fixture.moment(20_010), entries: try Fixture.entries("plank"))
    let week = session.moment.day.week
    try log.write(Fixture.commandRecord) {
      try log.insert(session, exercises: Fixture.index)
      try log.insert(
        PainRating(id: fixture.id(), moment: session.moment, score: try NPRSScore("4")))
    }
    let brief = try log.briefAggregates(from: week, through: week, after: .session)
    let whole = try log.weeklyAggregates(from: week, through: week)
    #expect(brief.pain == whole.pain)
    #expect(brief.sessions[week]?.sessions == 1)
  }

  @Test func factorsAreAHistogram() throws {
    for (day, factors) in [(20_010, ["sitting=9h", "steps=5"]), (20_011, ["sitting=9h"])] {
      let record = DayRecord(
        id: fixture.id(), moment: Fixture.moment(day), factors: try factors.map { try Factor($0) })
      _ = try log.write(Fixture.commandRecord) { try log.insert(record) }
    }
    let week = Day(number: 20_010).week
    let aggregates = try log.weeklyAggregates(from: week, through: week)
    #expect(
      aggregates.factors[week] == [
        FactorCount(factor: try Factor("sitting=9h"), count: 2),
        FactorCount(factor: try Factor("steps=5"), count: 1),
      ])
    #expect(aggregates.active == [week])
  }

  @Test func activeAndPassiveReadingsStayApart() throws {
    let kind = try Fixture.kind("hip-extension")
    try log.write(Fixture.commandRecord) {
      for (motion, value) in [(Motion.active, 1000), (.passive, 2000)] {
        try log.insert(
          Measurement(
            id: fixture.id(), moment: Fixture.moment(20_010), kind: kind, side: .left,
            motion: motion, trials: [value]))
      }
    }
    let week = Day(number: 20_010).week
    let aggregates = try log.weeklyAggregates(from: week, through: week).measures[week] ?? []
    #expect(aggregates.map(\.value).sorted() == [10, 20])
  }

  @Test func theBestTimeMayBeTheShortest() throws {
    let kind = MeasurementKind(
      slug: Slug(stored: "tug"), title: "timed up and go", unit: .seconds, better: .lower,
      sided: false, range: 0...100)
    let measurement = Measurement(
      id: fixture.id(), moment: Fixture.moment(20_010), kind: kind, trials: [1000, 1400])
    #expect(measurement.value == 10)
    try log.write(Fixture.commandRecord) {
      try log.insert(kind, own: true)
      try log.insert(measurement)
    }
    let week = Day(number: 20_010).week
    #expect(try log.weeklyAggregates(from: week, through: week).measures[week]?.first?.value == 10)
  }

  /// A windowed report must not read the whole log: every step of every plan is a search, or works
  /// on what a search found.
  @Test func windowedQueriesUseIndexes() throws {
    for query in LogStore.WeeklyQuery.all {
      let plan = try log.plan(of: query)
      #expect(!plan.isEmpty)
      for step in plan {
        let scans = step.hasPrefix("SCAN") && !step.hasPrefix("SCAN (subquery")
        #expect(!scans, "\(step) in \(query)")
      }
    }
    let covered = try log.plan(of: LogStore.WeeklyQuery.pain).joined()
    #expect(covered.contains("COVERING INDEX pain_by_recall_day"))
    let sessions = try log.plan(of: LogStore.WeeklyQuery.sessions).joined()
    #expect(sessions.contains("COVERING INDEX session_by_day"))
  }

  @Test func thePlanTestCanFail() throws {
    let plan = try log.plan(of: "SELECT count(*) FROM pain WHERE note = 'x'")
    #expect(plan.contains { $0.hasPrefix("SCAN") })
  }

  @Test func theSpanOfTheLog() throws {
    #expect(try log.span() == nil)
    try log.write(Fixture.commandRecord) {
      try log.insert(
        PainRating(id: fixture.id(), moment: Fixture.moment(100), score: try NPRSScore("4")))
      _ = try log.insert(
        DayRecord(id: fixture.id(), moment: Fixture.moment(200), factors: [try Factor("a=1")]))
    }
    #expect(try log.span() == Day(number: 100)...Day(number: 200))
  }
}
