import Core
import Testing

@testable import Store

/// What is read for adherence and for the rules of safety.
@Suite struct PracticeTests {
  private let fixture: Fixture
  private var log: LogStore { fixture.log }

  init() throws { fixture = try Fixture() }

  @Test func exercisesByDay() throws {
    try log.write(Fixture.commandRecord) {
      for (day, words) in [
        (5, "bird-dog 3x8 plank 20s"), (5, "plank 30s"), (6, "walking"), (9, "plank 9s"),
      ] {
        let session = Session(
          id: fixture.id(), moment: Fixture.moment(day), entries: try Fixture.entries(words))
        try log.insert(session, exercises: Fixture.index)
      }
    }
    let done = try log.exercisesByDay(from: Day(number: 5), through: Day(number: 8))
    #expect(
      done.mapValues { $0.map(\.text).sorted() } == [
        Day(number: 5): ["bird-dog", "plank"], Day(number: 6): ["walking"],
      ])
  }

  @Test func alarmingRatings() throws {
    func rating(_ day: Int, _ tenths: Int, site: String? = nil, woke: Bool = false) throws
      -> PainRating
    {
      PainRating(
        id: fixture.id(), moment: Fixture.moment(day),
        score: try #require(NPRSScore(tenths: tenths)),
        sites: site.map { [PainSite(name: $0, side: .left)] } ?? [], woke: woke)
    }
    let alarming = [
      try rating(5, 80), try rating(6, 10, site: "leg"), try rating(7, 20, woke: true),
    ]
    let others = [try rating(8, 79), try rating(9, 10, site: "hip")]
    try log.write(Fixture.commandRecord) {
      for rating in alarming + others { try log.insert(rating) }
    }
    let found = try log.alarmingRatings(
      madeAfter: nil, tenths: 80, sites: ["leg", "buttock"])
    #expect(Set(found.map(\.id)) == Set(alarming.map(\.id)))
    #expect(found.first { $0.sites.count == 1 }?.sites[0].name == "leg")
  }

  @Test func ownDefinitions() throws {
    let catalogue = Catalogue().withProtocols()
    let text = "[exercise a]\nharder: plank\n[routine r]\nstep: a 2x8\n"
    let definitions = try Definitions(Array(text.utf8), on: catalogue, own: true)
    try log.write(Fixture.commandRecord) { try log.insert(definitions) }
    #expect(try log.ownDefinitions() == definitions.sources)
    #expect(try log.ownExercises() == definitions.exercises)
  }

  @Test func queriesUseIndexes() throws {
    for query in [LogStore.PracticeQuery.exercisesByDay, LogStore.PracticeQuery.alarming] {
      let plan = try log.plan(of: query)
      #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("json_each") }, "\(plan)")
    }
  }
}
