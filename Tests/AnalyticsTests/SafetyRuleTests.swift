import Core
import ReportFixtures
import Testing

@testable import Analytics

/// Each rule that says when to see someone: what fires it, and what comes close and does not.
@Suite struct SafetyRuleTests {
  typealias State = CriterionResult.State

  @Test(arguments: [
    ("buttock", State.met), ("thigh", .met), ("leg", .met), ("calf", .met), ("foot", .met),
    ("low-back", .notMet), ("hip", .notMet), ("groin", .notMet), ("knee", .notMet),
  ])
  func radiating(_ site: String, _ state: State) {
    var fixture = GateContextFixture()
    fixture.pain(2, 300, site: site)
    fixture.pain(2, 0)
    #expect(fixture.result("radiating")?.state == state)
  }

  @Test(arguments: [(7.9, State.notMet), (8, .met), (10, .met)])
  func severe(_ score: Double, _ state: State) {
    for recall in Recall.allCases {
      var fixture = GateContextFixture()
      fixture.pain(score, 40, recall: recall)
      #expect(fixture.result("severe")?.state == state)
    }
  }

  @Test(arguments: [(true, State.met), (false, .notMet)])
  func woke(_ woke: Bool, _ state: State) {
    var fixture = GateContextFixture()
    fixture.pain(4, 40, recall: .morning, woke: woke)
    #expect(fixture.result("woke")?.state == state)
  }

  /// Before, after and next morning of sessions, oldest first.
  @Test(
    arguments: [
      ([(3, 5, nil), (3, 3, nil), (3, 5, nil)], State.met),
      ([(3, 4.9, nil), (3, 3, nil), (3, 5, nil)], .notMet),
      ([(3, nil, 5), (3, 3, 5)], .met), ([(3, 3, 3), (3, 3, 5)], .notMet),
      ([(3, 5, nil), (3, 5, nil), (3, 3, nil), (3, 3, nil)], .notMet),
      ([(3, 5, nil), (3, 5, nil), (nil, 9, nil), (4, nil, nil)], .met),
      ([(3, 5, nil)], .unknown), ([], .unknown), ([(5, 3, nil), (5, 3, nil)], .notMet),
      ([(0, 2, 2), (0, 0, 2), (0, 0, 0)], .met),
    ] as [([(Double?, Double?, Double?)], State)])
  func worseAfter(_ sessions: [(Double?, Double?, Double?)], _ state: State) throws {
    var fixture = GateContextFixture()
    for (index, (before, after, morning)) in sessions.enumerated() {
      let day = 2 * (sessions.count - index)
      try fixture.session(day, before: before, after: after)
      if let morning { fixture.pain(morning, day - 1, recall: .morning) }
    }
    #expect(fixture.result("worse-after")?.state == state)
  }

  @Test func worseAfterLooksAtFourWeeks() throws {
    for (day, state) in [(27, State.met), (28, .unknown)] {
      var fixture = GateContextFixture()
      try fixture.session(day, before: 3, after: 6)
      try fixture.session(2, before: 3, after: 6)
      #expect(fixture.result("worse-after")?.state == state)
    }
  }

  /// Three weeks of twelve-minute, practised on so many of the 21 days.
  private func weeks(practised: Int, from first: Double, to last: Double, ratings: Int = 7) throws
    -> GateContextFixture
  {
    var fixture = GateContextFixture(stageDays: 30)
    var done: [Day: Set<Slug>] = [:]
    let catalogue = GateContextFixture.catalogue
    let routine = try catalogue.routine(named: "twelve-minute")
    for day in 0..<practised {
      done[GateContextFixture.today.adding(-day)] = Set(routine.steps.map(\.exercise))
    }
    let start = StageTransition(
      id: GateContextFixture.id(1),
      moment: GateContextFixture.moment(30), kind: .start,
      rehabProtocol: Slug(stored: "twelve-minute"),
      stage: Slug(stored: "daily-stretches"))
    fixture.adherence = Adherence(
      protocolHistory: ProtocolHistory([start]), protocols: catalogue.protocols, done: done,
      bases: [:],
      practised: 0.5)
    for day in 0..<ratings {
      fixture.pain(first, 20 - day)
      fixture.pain(last, day)
    }
    return fixture
  }

  /// 80 % of 21 days are 16.8.
  @Test(
    arguments: [
      (17, 4, 4, State.met), (16, 4, 4, .notMet), (17, 4, 2.9, .met), (17, 4, 2.8, .notMet),
      (17, 7, 5.1, .met), (17, 8, 6.1, .met), (17, 8, 6, .notMet), (17, 4, 6, .met),
      (17, 1.9, 1.9, .notMet), (17, 2, 2, .met), (21, 0, 0, .notMet),
    ] as [(Int, Double, Double, State)])
  func noImprovement(_ practised: Int, _ first: Double, _ last: Double, _ state: State) throws {
    let fixture = try weeks(practised: practised, from: first, to: last)
    #expect(fixture.result("no-improvement")?.state == state)
  }

  /// The rule compares medians; the rating in the middle of the week is another thing.
  @Test func noImprovementSortsTheRatings() throws {
    var fixture = try weeks(practised: 21, from: 5, to: 5, ratings: 0)
    for (day, score) in [(20, 5.0), (19, 1), (18, 5), (2, 2), (1, 5), (0, 2)] {
      fixture.pain(score, day)
    }
    #expect(fixture.result("no-improvement")?.state == .notMet)
  }

  @Test func noImprovementNeedsRatingsAPlanAndThreeWeeks() throws {
    #expect(
      try weeks(practised: 21, from: 4, to: 4, ratings: 3).result("no-improvement")?.state == .met)
    #expect(
      try weeks(practised: 21, from: 4, to: 4, ratings: 2).result("no-improvement")?.state
        == .unknown)
    var fixture = try weeks(practised: 21, from: 4, to: 4)
    fixture.countedFrom = GateContextFixture.today.adding(-20)
    #expect(fixture.result("no-improvement")?.state == .met)
    fixture.countedFrom = GateContextFixture.today.adding(-19)
    #expect(fixture.result("no-improvement")?.state == .unknown)
    fixture.adherence = nil
    fixture.countedFrom = nil
    #expect(fixture.result("no-improvement")?.state == .unknown)
  }

  // MARK: What stays open

  private func check(
    _ second: Int, _ rules: [String] = [], resolution: String? = nil
  ) -> SafetyCheck {
    let moment = Moment(
      utc: second, offsetMinutes: 0, zone: "UTC", day: Day(number: second / 86_400))
    return SafetyCheck(
      id: GateContextFixture.id(second),
      moment: moment,
      findings: rules.map { SafetyCheck.Finding(rule: Slug(stored: $0), evidence: "seen") },
      resolution: resolution)
  }

  @Test func findingsStayOpenUntilTheyAreSeenTo() throws {
    let safety = Safety()
    let found = check(10, ["fever", "severe", "leg-weakness"])
    let open = SafetyAlert.open(checks: [found], safety: safety, results: [])
    // Emergencies come first.
    #expect(open.map(\.id.text) == ["leg-weakness", "fever", "severe"])
    #expect(open[0].urgency == .emergency && open[0].ruleAdvice == nil)
    let seen = check(20, resolution: "doctor")
    #expect(SafetyAlert.open(checks: [seen, found], safety: safety, results: []).isEmpty)
    let again = check(30, ["fever"])
    #expect(
      SafetyAlert.open(checks: [again, seen, found], safety: safety, results: []).map(\.id.text)
        == ["fever"])
  }

  @Test func everyRedFlagStaysOpen() throws {
    let safety = Safety()
    for flag in safety.flags {
      let open = SafetyAlert.open(checks: [check(1, [flag.id.text])], safety: safety, results: [])
      #expect(open.map(\.id) == [flag.id])
      #expect(open[0].basis == .recorded("seen") && open[0].urgency == flag.urgency)
    }
  }

  @Test func whatTheLogMeetsIsOpenWithoutACheck() throws {
    var fixture = GateContextFixture()
    fixture.pain(9, 1)
    let safety = Safety()
    let results = safety.rules.map { $0.result(on: fixture.context) }
    let open = SafetyAlert.open(checks: [], safety: safety, results: results)
    #expect(open.map(\.id.text) == ["severe"] && open[0].ruleAdvice != nil)
    guard case .computed(let evidence) = open[0].basis else {
      Issue.record("\(open[0].basis)")
      return
    }
    #expect(evidence.entries == fixture.ratings.map(\.id))
  }
}
