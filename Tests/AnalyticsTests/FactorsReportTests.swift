import Core
import ReportFixtures
import SeededRandom
import Statistics
import Testing

@testable import Analytics

@Suite struct FactorsReportTests {
  private typealias Candidate = FactorsReport.Candidate
  private let first = Step.week.number(of: SeriesFixture.first.start)

  private func noise(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in Double(random.next(below: 40)) / 5 }
  }

  @Test func aPairIsAWeekAndThePainOfTheNext() throws {
    let shared = noise(20, seed: 1)
    let found = SeriesFixture.factors(
      [nil] + shared.map { 1 + $0 }, ["a": shared, "b": noise(20, seed: 2)])
    let best = try #require(found.rows.first)
    #expect(best.candidate.name.text == "a" && best.pairs == 20 && best.isClear)
    #expect((best.tauB ?? 0) > 0.9 && best.holmP == (best.p ?? 1) * 2)
    #expect(found.tests == 2)
    #expect(found.clear.map(\.candidate.name.text) == ["a"] && found.triedPairs == 20...20)
  }

  @Test func belowTwelvePairsNothingIsShown() {
    let found = SeriesFixture.factors(noise(12, seed: 1), ["a": noise(12, seed: 2), "b": []])
    #expect(found.tests == 0 && found.rows.map(\.pairs) == [11, 0])
    #expect(found.rows.allSatisfy { $0.tauB == nil && $0.p == nil && $0.holmP == nil })
    #expect(found.mostPairs == 11 && found.triedPairs == 0...0)
    #expect(SeriesFixture.factors([], [:]).mostPairs == 0)
  }

  @Test func whatNeverVariesIsNotTried() {
    let found = SeriesFixture.factors(
      noise(20, seed: 1), ["a": Array(repeating: 8, count: 20), "b": noise(20, seed: 3)])
    #expect(found.tests == 1 && found.rows.last?.candidate.name.text == "a")
    #expect(found.untried == 1 && found.clear.isEmpty)
  }

  @Test func thePairsAreCountedWhenNothingStandsOut() {
    var pain: [Double?] = noise(21, seed: 1)
    pain[3] = nil
    let found = SeriesFixture.factors(pain, ["a": noise(20, seed: 4), "b": noise(14, seed: 5)])
    #expect(found.rows.allSatisfy { !$0.isClear } && found.tests == 2)
    #expect(found.triedPairs == 13...19 && found.span == 21)
  }

  /// Without flares neither their pain counts nor what was done in their weeks.
  @Test func flaresAreLeftOutOfBothSides() {
    var random = SeededRandom()
    let day = SeriesFixture.first.adding(5).start
    let moment = Moment(utc: day.number * 86_400, offsetMinutes: 0, zone: "UTC", day: day)
    let flare = Flare(id: EntryID(nanoseconds: 0, using: &random), start: moment, end: moment)
    let outcome = SeriesFixture.values("pain", noise(20, seed: 1))
    let values = Dictionary(
      uniqueKeysWithValues: noise(20, seed: 2).enumerated().map { (first + $0, $1) })
    let candidate = Candidate(.factor, name: Slug(stored: "a"), values: values)
    #expect(FactorsReport(outcome, candidates: [candidate], without: nil).rows[0].pairs == 19)
    let found = FactorsReport(outcome, candidates: [candidate], without: [flare])
    #expect(found.rows[0].pairs == 17 && found.outcome.leftOut == [first + 5])
  }

  @Test func exercisesAreCountedWhereSomethingWasLogged() {
    let monday = SeriesFixture.first.start
    let (dog, plank) = (Slug(stored: "bird-dog"), Slug(stored: "plank"))
    let done: [Day: Set<Slug>] = [
      monday: [dog], monday.adding(2): [dog, plank], monday.adding(14): [dog],
    ]
    let weeks = Candidate.exercises(
      done, active: [first, first + 1, first + 2], by: .week)
    #expect(weeks.map(\.name) == [dog, plank])
    #expect(weeks[0].values == [first: 2, first + 1: 0, first + 2: 1])
    let days = Candidate.exercises(
      done, active: Set([0, 1, 2, 14].map { monday.number + $0 }), by: .day)
    #expect(
      days[1].values == [
        monday.number: 0, monday.number + 1: 0, monday.number + 2: 1,
        monday.number + 14: 0,
      ])
  }
}
