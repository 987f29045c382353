import Core
import ReportFixtures
import Testing

@testable import Analytics
@testable import Render

/// Each shape of evidence, as a sentence and as facts.
@Suite struct EvidenceNarrativeTests {
  private static let day = Day(number: 20_700)
  private static let until = Day(number: 20_720)
  private static let slug = Slug(stored: "bird-dog")
  private static let medians = (
    now: median(35.0 / 10, from: until, n: 4), then: median(4, from: day, n: 3)
  )

  private static func median(_ value: Double, from day: Day, n: Int) -> Finding.WindowMedian {
    Finding.WindowMedian(value: value, days: day...day.adding(6), n: n)
  }

  private static func shortage(_ now: Int, _ then: Int) -> Finding.Shortage {
    Finding.Shortage(needed: 3, now: now, then: then)
  }

  private static func measurement(_ pain: Int?, side: Side? = nil) -> Measurement {
    Measurement(
      id: GateContextFixture.id(1), moment: moment(day.number), kind: MeasurementKind.builtIn[0],
      side: side, trials: [12_850], pain: pain.flatMap { NPRSScore(tenths: $0) })
  }

  private static let missing: [(Finding.Missing, String, String)] = [
    (.noStage, "no stage has been begun", ""),
    (
      .youngStage(days: 7, until: until), "the last 7 days are its first until 2026-09-24",
      "\"days\": 7, \"until\": \"2026-09-24\", "
    ), (.nothing, "none in the log", "\"n\": 0, "),
    (.noRating(since: day), "no rating since 2026-09-04", "\"n\": 0, \"since\": \"2026-09-04\", "),
    (
      .noSession(since: day), "no session with them since 2026-09-04",
      "\"sessions\": 0, \"since\": \"2026-09-04\", "
    ),
    (
      .noSession(since: nil), "no session with them in this stage",
      "\"sessions\": 0, \"since\": null, "
    ),
    (
      .notMeasured(since: day), "not measured since 2026-09-04",
      "\"n\": 0, \"since\": \"2026-09-04\", "
    ), (.notMeasured(since: nil), "not measured yet", "\"n\": 0, \"since\": null, "),
    (
      .noRoutine(slug), "there is no routine 'bird-dog' any more", "\"routine\": \"bird-dog\", "
    ),
    (
      .noProtocol(since: day), "no protocol was followed on all days since 2026-09-04",
      "\"since\": \"2026-09-04\", "
    ),
    (
      .tooSoon(days: 21, since: day), "21 days are not over since 2026-09-04",
      "\"days\": 21, \"since\": \"2026-09-04\", "
    ),
  ]

  private static let practice: [(Finding.Practice, String, String)] = [
    (
      .daysInStage(1, since: day), "1 day since 2026-09-04",
      "\"days\": 1, \"since\": \"2026-09-04\", "
    ),
    (
      .exerciseDays(2, since: day, each: [.init(exercise: slug, days: 5)]),
      "2 days since 2026-09-04 (bird-dog 5)",
      "\"days\": 2, \"since\": \"2026-09-04\", \"exercises\": {\"bird-dog\": 5}, "
    ),
    (
      .exerciseDays(2, since: day, each: []), "2 days since 2026-09-04",
      "\"days\": 2, \"since\": \"2026-09-04\", \"exercises\": {}, "
    ),
    (
      .sessions(3, first: day, last: until, days: 21),
      "3 sessions from 2026-09-04 to 2026-09-24 (21 days)",
      "\"sessions\": 3, \"from\": \"2026-09-04\", \"to\": \"2026-09-24\", \"days\": 21, "
    ),
    (
      .together(1, of: 3, since: day, share: 100.0 / 3),
      "1 of 3 sessions since 2026-09-04 (33.3 %)",
      "\"together\": 1, \"sessions\": 3, \"since\": \"2026-09-04\", \"percent\": 33.333333333333336, "
    ),
    (
      .routine(days: 11, of: 14, since: day, share: 1100.0 / 14, dayShare: 50),
      "11 of 14 days since 2026-09-04 (78.5 %; a day counts with 50 % of its exercises)",
      "\"days\": 11, \"of\": 14, \"since\": \"2026-09-04\", \"percent\": 78.57142857142857, "
        + "\"dayPercent\": 50, "
    ),
    (
      .plan(share: 79.99, since: day, nil), "79.9 % of the plan since 2026-09-04",
      "\"percent\": 79.99, \"since\": \"2026-09-04\", "
    ),
    (
      .plan(share: 80, since: day, .tooFewRatings(shortage(2, 5))),
      "80 % of the plan since 2026-09-04, but its first and last week need 3 ratings each (5 and 2)",
      "\"percent\": 80, \"since\": \"2026-09-04\", \"needed\": 3, \"n\": 2, \"earlierN\": 5, "
    ),
    (
      .plan(share: 80, since: day, .medians(first: 5, last: 4.25)),
      "80 % of the plan since 2026-09-04; median pain 5 in its first week, 4.25 in its last",
      "\"percent\": 80, \"since\": \"2026-09-04\", \"firstMedian\": 5, \"lastMedian\": 4.25, "
    ),
  ]

  private static func ratings(_ pain: NPRSScore) -> [(Finding.Pain, String, String)] {
    [
      (
        .highest(pain, on: day, n: 1), "highest 5.5 on 2026-09-04 (1 rating)",
        "\"pain\": 5.5, \"day\": \"2026-09-04\", \"n\": 1, "
      ),
      (
        .rated(pain, on: day, n: 1), "pain 5.5 on 2026-09-04",
        "\"pain\": 5.5, \"day\": \"2026-09-04\", \"n\": 1, "
      ),
      (
        .woke(pain, on: day, n: 2), "on 2026-09-04, pain 5.5, 2 such ratings",
        "\"pain\": 5.5, \"day\": \"2026-09-04\", \"n\": 2, "
      ),
      (
        .reported([PainSite(name: "leg", side: .left)], pain, on: day, n: 1),
        "leg:left on 2026-09-04, pain 5.5",
        "\"pain\": 5.5, \"day\": \"2026-09-04\", \"sites\": [\"leg:left\"], \"n\": 1, "
      ),
      (
        .medians(now: medians.now, then: medians.then),
        "median 3.5 since 2026-09-24 (n 4), 4 from 2026-09-04 to 2026-09-10 (n 3)",
        "\"median\": 3.5, \"since\": \"2026-09-24\", \"n\": 4, \"earlierMedian\": 4, \"earlierFrom\": "
          + "\"2026-09-04\", \"earlierTo\": \"2026-09-10\", \"earlierN\": 3, "
      ),
      (
        .tooFewRatings(shortage(2, 5), days: 7),
        "needs 3 ratings at both ends: 2 in the last 7 days, 5 in the first",
        "\"needed\": 3, \"n\": 2, \"earlierN\": 5, \"days\": 7, "
      ),
      (
        .during(pain, on: day), "pain 5.5 on 2026-09-04",
        "\"pain\": 5.5, \"day\": \"2026-09-04\", "
      ),
      (
        .duringAtMost(pain, sessions: 5, since: day), "at most 5.5 in 5 sessions since 2026-09-04",
        "\"pain\": 5.5, \"sessions\": 5, \"since\": \"2026-09-04\", "
      ),
      (
        .unratedDuring(rated: 0, of: 1, needed: 5),
        "0 of the last 1 session say how much it hurt during them (pain=N); 5 are needed",
        "\"rated\": 0, \"sessions\": 1, \"needed\": 5, "
      ),
      (
        .sessions(limit: 3, atMost: 5, above: 2, unrated: 1),
        "5 sessions at 3 or less, 2 above, 1 without pain=N",
        "\"limit\": 3, \"atMost\": 5, \"above\": 2, \"unrated\": 1, "
      ),
      (
        .tooFewAround(1, since: day), "1 session rated before and after since 2026-09-04",
        "\"rated\": 1, \"since\": \"2026-09-04\", "
      ),
    ]
  }

  private static let measured: [(Finding.Measured, String, String)] = [
    (
      .oneSide(20, since: day), "20 s on the one side measured since 2026-09-04",
      "\"seconds\": 20, \"since\": \"2026-09-04\", "
    ),
    (
      .oneSide(nil, since: day), "only one side measured since 2026-09-04",
      "\"seconds\": null, \"since\": \"2026-09-04\", "
    ),
    (
      .holds(left: 45, right: 50.14, apart: 10.25), "left 45 s, right 50.1 s, 10.3 % apart",
      "\"left\": 45, \"right\": 50.14, \"percentApart\": 10.25, "
    ),
    (
      .medians(now: medians.now, then: medians.then),
      "median 3.5 since 2026-09-24 (n 4), 4 from 2026-09-04 to 2026-09-10 (n 3)",
      "\"median\": 3.5, \"since\": \"2026-09-24\", \"n\": 4, \"earlierMedian\": 4, \"earlierFrom\": "
        + "\"2026-09-04\", \"earlierTo\": \"2026-09-10\", \"earlierN\": 3, "
    ),
    (
      .tooFewDays(slug, shortage(0, 2), days: 14),
      "needs 3 days with 'bird-dog' at both ends: 0 in the last 14 days, 2 in the first",
      "\"factor\": \"bird-dog\", \"needed\": 3, \"n\": 0, \"earlierN\": 2, \"days\": 14, "
    ),
  ]

  private static let all: [(Finding, String, String)] =
    missing.map { (.missing($0), $1, $2) } + practice.map { (.practice($0), $1, $2) }
    + (score(5.5).map(ratings) ?? []).map { (.pain($0), $1, $2) }
    + measured.map { (.measured($0), $1, $2) }
    + [
      (.answeredYes(on: day), "answered yes on 2026-09-04", "\"day\": \"2026-09-04\", "),
      (.answeredYes(on: nil), "answered yes now", "\"day\": null, "),
    ]

  @Test(arguments: all)
  func aSentenceAndItsFacts(_ finding: Finding, _ sentence: String, _ facts: String) {
    let evidence = Evidence(finding)
    #expect(evidence.sentence == sentence)
    let text = evidence.facts.text.split(separator: "\n").joined(separator: " ")
      .replacing("{   ", with: "{").replacing(",   ", with: ", ").replacing(" }", with: "}")
    #expect(text == "{\(facts)\"ids\": []}")
  }

  @Test func theEntriesAreNamedByTheirIds() {
    let id = GateContextFixture.id(7)
    let facts = Evidence(.missing(.nothing), entries: [id]).facts.text
    #expect(facts == "{\n  \"n\": 0,\n  \"ids\": [\"\(id)\"]\n}\n")
  }

  /// The sentence names the newest five, the facts all.
  @Test func onlyTheNewestSessionsAreInTheSentence() {
    let days = (0..<7).map { index in
      Finding.DayPain(
        day: Self.day.adding(index),
        pain: PainAround(
          before: score(3), after: index == 6 ? nil : score(5),
          nextMorning: index == 5 ? score(4) : nil))
    }
    let evidence = Evidence(.pain(.around(days)))
    #expect(evidence.sentence.hasPrefix("2026-09-06 3 to 5; 2026-09-07"))
    #expect(evidence.sentence.hasSuffix("2026-09-09 3 to 5, next morning 4; 2026-09-10 3 to –"))
    #expect(evidence.facts.text.contains("\"day\": \"2026-09-04\", \"before\": 3, \"after\": 5"))
  }

  @Test func measurementsAreListed() {
    let pains = Evidence(
      .measured(.pain([nil, 0, 10].map { EvidenceNarrativeTests.measurement($0) })))
    #expect(
      pains.sentence
        == "2026-09-04 pain not said, 2026-09-04 pain-free, 2026-09-04 pain 1")
    let newest = Evidence(
      .measured(
        .newest([
          .init(side: .left, measurement: EvidenceNarrativeTests.measurement(nil, side: .left)),
          .init(side: .right, measurement: nil),
        ])))
    #expect(newest.sentence == "left 128.5° on 2026-09-04, right not measured")
    #expect(
      newest.facts.text.contains(
        "{\"day\": \"2026-09-04\", \"side\": \"left\", \"value\": 128.5, \"unit\": "))
  }
}

@Suite struct SafetyNarrativeTests {
  private func alert(_ flag: Int = 0, _ basis: SafetyAlert.Basis) throws -> SafetyAlert {
    SafetyAlert(Safety().flags[flag], basis: basis)
  }

  @Test func everyRedFlagSaysWhatToDoFirst() throws {
    for flag in Safety().flags {
      let alert = SafetyAlert(flag, basis: .recorded("seen"))
      #expect(alert.advice.contains(flag.urgency == .emergency ? "emergency" : "doctor"))
      #expect(alert.sentence == "\(flag.question) seen")
    }
  }

  @Test func aRuleHasItsOwnAdvice() throws {
    var fixture = GateContextFixture()
    fixture.pain(9, 1)
    let safety = Safety()
    let open = SafetyAlert.open(
      checks: [], safety: safety, results: safety.rules.map { $0.result(on: fixture.context) })
    #expect(open.map(\.sentence) == ["A rating of 8 or more: pain 9 on 2026-12-12"])
    #expect(open[0].advice == safety.rules.first { $0.id == open[0].id }?.advice)
  }

  /// Facts are of what is computed; of what a check stored there is only the sentence.
  @Test func onlyComputedEvidenceHasFacts() throws {
    let computed = try alert(0, .computed(Evidence(.answeredYes(on: Day(number: 20_700)))))
    #expect(computed.json.text.contains("\"facts\": {"))
    #expect(try alert(0, .recorded("seen")).json.text.contains("\"facts\": null"))
  }
}
