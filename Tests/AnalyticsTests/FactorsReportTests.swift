import Core
import Statistics
import Testing

@testable import Analytics

@Suite struct FactorsReportTests {
  private typealias Candidate = FactorsReport.Candidate
  private let first = Step.week.number(of: SeriesFixture.first.start)

  private func report(
    _ pain: [Double?], _ candidates: [String: [Double?]], by step: Step = .week
  ) -> FactorsReport {
    let outcome = SeriesFixture.values("pain", pain, by: step)
    let start = step.number(of: SeriesFixture.first.start)
    return FactorsReport(
      outcome,
      candidates.sorted { $0.key < $1.key }.map { name, numbers in
        var values: [Int: Double] = [:]
        for (index, value) in numbers.enumerated() { values[start + index] = value }
        return Candidate(.factor, Slug(stored: name), values)
      })
  }

  private func noise(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in Double(random.next(below: 40)) / 5 }
  }

  @Test func aPairIsAWeekAndThePainOfTheNext() throws {
    let shared = noise(20, seed: 1)
    let found = report([nil] + shared.map { 1 + $0 }, ["a": shared, "b": noise(20, seed: 2)])
    let best = try #require(found.rows.first)
    #expect(best.candidate.name.text == "a" && best.pairs == 20 && best.isClear)
    #expect((best.tauB ?? 0) > 0.9 && best.holmP == (best.p ?? 1) * 2)
    #expect(found.tests == 2)
    #expect(
      found.statements[0]
        == "Of 2 exercises and factors tried against pain the next week (tau-b without trends, Holm "
        + "over 2 tests, 20 pairs, pain in 20 weeks), 1 stands out: after more 'a' it tends to be "
        + "higher (tau-b 1, 20 pairs, Holm p < .001).")
    #expect(found.statement.contains("cannot tell whether one caused the other"))
  }

  @Test func belowTwelvePairsNothingIsShown() {
    let found = report(noise(12, seed: 1), ["a": noise(12, seed: 2), "b": []])
    #expect(found.tests == 0 && found.rows.map(\.pairs) == [11, 0])
    #expect(found.rows.allSatisfy { $0.tauB == nil && $0.p == nil && $0.holmP == nil })
    #expect(
      found.statement
        == "Too little to say: 12 weeks with pain in the next week needed, 11 logged.")
    #expect(report([], [:]).statement.contains("0 logged"))
  }

  @Test func whatNeverVariesIsNotTried() {
    let found = report(
      noise(20, seed: 1), ["a": Array(repeating: 8, count: 20), "b": noise(20, seed: 3)])
    #expect(found.tests == 1 && found.rows.last?.candidate.name.text == "a")
    #expect(
      found.statements == [
        "'b', the only one tried against pain the next week (tau-b without trends, Holm over 1 test, 19 "
          + "pairs, pain in 20 weeks), does not stand out, which is not the same as no link.",
        "1 more was not tried: fewer than 12 pairs, or always the same.",
      ])
    let only = report(noise(20, seed: 1), ["a": Array(repeating: 8, count: 20)])
    #expect(only.statement.contains("varies enough around its trend"))
  }

  @Test func theNumbersAreSaidWhenNothingStandsOut() {
    var pain: [Double?] = noise(21, seed: 1)
    pain[3] = nil
    let found = report(pain, ["a": noise(20, seed: 4), "b": noise(14, seed: 5)])
    #expect(found.rows.allSatisfy { !$0.isClear } && found.tests == 2)
    #expect(
      found.statements[0]
        == "Of 2 exercises and factors tried against pain the next week (tau-b without trends, Holm "
        + "over 2 tests, 13 to 19 pairs, pain in 20 of 21 weeks), none stands out, which is not the "
        + "same as no link.")
  }

  /// Without flares neither their pain counts nor what was done in their weeks.
  @Test func flaresAreLeftOutOfBothSides() {
    var random = SystemRandomNumberGenerator()
    let day = SeriesFixture.first.adding(5).start
    let moment = Moment(utc: day.number * 86_400, offsetMinutes: 0, zone: "UTC", day: day)
    let flare = Flare(id: EntryID(nanoseconds: 0, using: &random), start: moment, end: moment)
    let outcome = SeriesFixture.values("pain", noise(20, seed: 1))
    let values = Dictionary(
      uniqueKeysWithValues: noise(20, seed: 2).enumerated().map { (first + $0, $1) })
    let candidate = Candidate(.factor, Slug(stored: "a"), values)
    #expect(FactorsReport(outcome, [candidate], without: nil).rows[0].pairs == 19)
    let found = FactorsReport(outcome, [candidate], without: [flare])
    #expect(found.rows[0].pairs == 17 && found.outcome.leftOut == [first + 5])
    #expect(found.statement.hasSuffix("1 week of pain with a flare is left out, as asked."))
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

  @Test func noSentencePromises() {
    var random = SplitMix64(seed: 9)
    for round in 0..<80 {
      let count = random.next(below: 30)
      func values() -> [Double?] {
        (0..<count).map { _ in
          random.next(below: 6) == 0 ? nil : Double(random.next(below: round % 4 + 1))
        }
      }
      let candidates = Dictionary(
        uniqueKeysWithValues: (0..<random.next(below: 6)).map { ("f\($0)", values()) })
      expectHonest(report(values(), candidates, by: round % 2 == 0 ? .week : .day).statements)
    }
  }
}
