import Core
import Testing

@testable import Store

/// Sessions and the ratings around them.
@Suite struct ResponsesTests {
  private let fixture: Fixture
  private var log: LogStore { fixture.log }

  init() throws { fixture = try Fixture() }

  @discardableResult
  private func session(_ day: Int, hour: Int = 12, _ words: String = "plank 30s") throws -> EntryID
  {
    let session = Session(
      id: fixture.id(), moment: Fixture.moment(day, hour: hour), duration: Duration(seconds: 600),
      effort: Effort(tenths: 30), entries: try Fixture.entries(words))
    try log.write(Fixture.commandRecord) { try log.insert(session, exercises: Fixture.index) }
    return session.id
  }

  @discardableResult
  private func pain(
    _ day: Int, hour: Int = 7, _ points: String, _ recall: Recall = .morning,
    _ tied: (EntryID, SessionTie)? = nil
  ) throws -> EntryID {
    let rating = PainRating(
      id: fixture.id(), moment: Fixture.moment(day, hour: hour), score: try NPRSScore(points),
      recall: recall, session: tied.map { (id: $0.0, tie: $0.1) })
    try log.write(Fixture.commandRecord) { try log.insert(rating) }
    return rating.id
  }

  private func answers(_ id: EntryID) throws -> [EntryID] {
    guard case .pain(_, let answers) = try #require(try log.entry(.pain, id: id)) else { return [] }
    return answers
  }

  private func mornings() throws -> [String?] {
    try log.responses().map { $0.pain.nextMorning?.description }
  }

  @Test func scoresBeforeAndAfterBelongToTheirSession() throws {
    let first = try session(100)
    let second = try session(101, "plank 30s pain=2 bird-dog 3x8 pain=4")
    try pain(100, hour: 12, "3", .now, (first, .before))
    try pain(100, hour: 12, "4", .now, (first, .after))
    try pain(101, hour: 12, "5", .now, (second, .after))
    let responses = try log.responses()
    #expect(responses.map(\.session.id) == [second, first], "newest first")
    #expect(
      responses.map(\.pain) == [
        PainAround(after: try NPRSScore("5")),
        PainAround(before: try NPRSScore("3"), after: try NPRSScore("4")),
      ])
    #expect(responses.map(\.during?.description) == ["4", nil])
  }

  @Test func aMorningAnswersTheDayBeforeInAnyOrderOfEntry() throws {
    let morning = try pain(101, "4")
    #expect(try answers(morning).isEmpty)
    let late = try session(100, hour: 20)
    let early = try session(100, hour: 8)
    try session(99)
    try session(101)
    #expect(try answers(morning) == [early, late])
    #expect(try mornings() == [nil, "4", "4", nil])
    try log.write(Fixture.commandRecord) { try log.remove(.session, id: late) }
    #expect(try answers(morning) == [early])
    #expect(try log.painRating(morning)?.score == NPRSScore("4"), "the rating stays")
    try log.write(Fixture.commandRecord) { try log.remove(.pain, id: morning) }
    #expect(try mornings() == [nil, nil, nil])
  }

  @Test func onlyMorningsAnswer() throws {
    try session(100)
    for recall in [Recall.now, .average, .worst] {
      #expect(try answers(pain(101, "4", recall)).isEmpty)
    }
    #expect(try mornings() == [nil])
  }

  @Test func theLatestMorningOfADayCounts() throws {
    let day = try session(100)
    let late = try pain(101, hour: 9, "5")
    let early = try pain(101, hour: 7, "3")
    #expect(try mornings() == ["5"])
    #expect(try answers(late) == [day])
    #expect(try answers(early).isEmpty)
    #expect(try log.morningRating(of: Day(number: 101))?.id == late)
    // Of the same moment the later key.
    let same = try [pain(101, hour: 9, "6"), pain(101, hour: 9, "6.5"), late].max()
    #expect(try log.morningRating(of: Day(number: 101))?.id == same)
  }

  @Test func theNextMorningMayLieOutsideTheWindow() throws {
    for day in 100...103 { try session(day) }
    try pain(103, "4")
    let window = EntryWindow(since: Day(number: 101), until: Day(number: 102))
    #expect(
      try log.responses(window).map { $0.pain.nextMorning?.description } == ["4", nil])
    #expect(try log.responses(EntryWindow(limit: 3)).count == 3)
  }

  @Test func listsHaveTheSameAnswers() throws {
    let day = try session(100)
    let morning = try pain(101, "4")
    let entries = try log.entries(of: nil, EntryWindow())
    #expect(entries.map(\.id) == [morning, day])
    guard case .pain(_, let answers) = entries[0], case .session(_, let around) = entries[1] else {
      Issue.record("other kinds")
      return
    }
    #expect(answers == [day])
    let expected = try NPRSScore("4")
    #expect(around.nextMorning == expected)
  }

  /// Each query is bounded by what its index finds.
  @Test func queriesUseIndexes() throws {
    let window = "SELECT id FROM session" + EntryWindow.clause(.session)
    for (query, search) in [
      (window, "session_by_at (at>? AND at<?)"),
      (LogStore.ResponseQuery.tied, "pain_by_session (session_id=?)"),
      (LogStore.ResponseQuery.morning, "pain_by_recall_day (recall=? AND day=?)"),
      (LogStore.ResponseQuery.sessions, "session_by_day (day=?)"),
    ] {
      let plan = try log.plan(of: query)
      #expect(plan.contains { $0.hasSuffix(search) }, "\(plan) in \(query)")
      #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan) in \(query)")
    }
  }
}
