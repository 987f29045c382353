import Core
import Testing

@testable import Store

/// Flares and what the log has around them.
@Suite struct FlareRecordsTests {
  private let fixture: Fixture
  private var log: LogStore { fixture.log }

  init() throws { fixture = try Fixture() }

  private func session(_ day: Int, hour: Int) throws {
    let session = Session(
      id: fixture.id(), moment: Fixture.moment(day, hour: hour), duration: Duration(seconds: 600),
      effort: Effort(tenths: 30), entries: try Fixture.entries("plank 30s"))
    try log.write(Fixture.commandRecord) { try log.insert(session, exercises: Fixture.index) }
  }

  @discardableResult
  private func pain(
    _ day: Int, hour: Int = 7, _ points: String, _ recall: Recall
  ) throws -> EntryID {
    let rating = PainRating(
      id: fixture.id(), moment: Fixture.moment(day, hour: hour), score: try NPRSScore(points),
      recall: recall)
    try log.write(Fixture.commandRecord) { try log.insert(rating) }
    return rating.id
  }

  /// Each query is bounded by what its index finds.
  @Test func queriesUseIndexes() throws {
    for (query, search) in [
      (LogStore.FlareQuery.touching, "flare_by_at (at<?)"),
      (LogStore.FlareQuery.sessions, "session_by_at (at>? AND at<?)"),
      (LogStore.FlareQuery.worst, "pain_by_at (at>? AND at<?)"),
      (
        LogStore.FlareQuery.ratings,
        "COVERING INDEX pain_by_recall_day (recall=? AND day>? AND day<?)"
      ),
    ] {
      let plan = try log.plan(of: query)
      #expect(plan.contains { $0.hasSuffix(search) }, "\(plan) in \(query)")
      #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan) in \(query)")
    }
  }

  private func flare(_ from: Int, _ to: Int?, hour: Int = 12) throws -> EntryID {
    let flare = Flare(
      id: fixture.id(), start: Fixture.moment(from, hour: hour), end: to.map { Fixture.moment($0) })
    try log.write(Fixture.commandRecord) { try log.insert(flare) }
    return flare.id
  }

  @Test func flaresTouchDays() throws {
    let first = try flare(100, 102)
    let second = try flare(110, 110)
    let going = try flare(120, nil)
    func touching(_ from: Int, _ to: Int) throws -> [EntryID] {
      try log.flares(touching: Day(number: from)...Day(number: to)).map(\.id)
    }
    #expect(try touching(90, 99) == [])
    #expect(try touching(90, 100) == [first])
    #expect(try touching(101, 101) == [first])
    #expect(try touching(102, 110) == [first, second])
    #expect(try touching(103, 109) == [])
    #expect(try touching(111, 119) == [])
    #expect(try touching(200, 300) == [going])
    #expect(try touching(0, 300) == [first, second, going])
  }

  @Test func sessionsBeforeAFlareAreCountedByTheHour() throws {
    // The flare begins at noon of day 200: 72 hours before are noon of day 197.
    try session(197, hour: 11)
    try session(197, hour: 12)
    try session(200, hour: 11)
    try session(200, hour: 12)
    // 28 days before that is noon of day 169.
    try session(169, hour: 11)
    try session(169, hour: 12)
    _ = try flare(200, 201)
    let record = try #require(try log.flareRecords().first)
    #expect(record.sessionsBefore.sessions == 2)
    #expect(record.sessionsBefore.withLoad == 2 && record.sessionsBefore.sets == 2)
    #expect(record.sessionsBefore.loadTenthSeconds == 2 * 30 * 600)
    #expect(record.sessionsBefore.seconds == 1200 && record.sessionsBefore.activeDays == 2)
    #expect(record.sessionsUsual.sessions == 2)
  }

  @Test func theWorstRatingIsOfItsMoments() throws {
    let id = try flare(100, 101, hour: 10)
    try pain(100, hour: 9, "10", .now)
    try pain(100, hour: 11, "6", .now)
    try pain(101, hour: 11, "7", .worst)
    try pain(101, hour: 13, "9", .now)
    #expect(try log.flareRecords().first?.worst?.score == NPRSScore("7"))
    #expect(try log.flareRecords().first?.worst?.recall == .worst)
    let again = try pain(101, hour: 12, "7", .now)
    #expect(try log.flareRecords().first?.worst?.id == again, "the latest of equals")
    try log.write(Fixture.commandRecord) { try log.remove(.flare, id: id) }
    _ = try flare(100, nil, hour: 10)
    #expect(try log.flareRecords().first?.worst?.score == NPRSScore("9"))
  }

  @Test func ratingsReachFromTheWeekBeforeToFourWeeksAfter() throws {
    _ = try flare(100, 102)
    for day in [92, 93, 99, 130, 131] { try pain(day, "3", .now) }
    try pain(99, "4", .now)
    try pain(99, "4", .now)
    try pain(98, "9", .worst)
    let ratings = try #require(try log.flareRecords().first?.ratings)
    #expect(ratings.keys.map(\.number).sorted() == [93, 99, 130])
    #expect(
      ratings[Day(number: 99)] == [
        PainCount(score: try NPRSScore("3"), count: 1),
        PainCount(score: try NPRSScore("4"), count: 2),
      ])
  }

  @Test func anEndKeepsTheNoteUnlessItBringsOne() throws {
    let flare = Flare(id: fixture.id(), start: Fixture.moment(100), note: "a")
    try log.write(Fixture.commandRecord) {
      try log.insert(flare)
      try log.end(flare.id, at: Fixture.moment(101))
    }
    #expect(try log.flare(flare.id)?.note == "a")
    try log.write(Fixture.commandRecord) {
      try log.end(flare.id, at: Fixture.moment(101), note: "b")
    }
    #expect(try log.flare(flare.id)?.note == "b")
  }
}
