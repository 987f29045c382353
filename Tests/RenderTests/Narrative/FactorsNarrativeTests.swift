import Analytics
import Core
import ReportFixtures
import Statistics
import Testing

@testable import Render

@Suite struct FactorsNarrativeTests {
  private func noise(_ count: Int, seed: UInt64) -> [Double] {
    SeriesFixture.noise(count, seed: seed)
  }

  @Test func tooFewPairs() {
    #expect(
      SeriesFixture.factors(noise(12, seed: 1), ["a": noise(12, seed: 2)]).statement
        == "Too little to say: 12 weeks with pain in the next week needed, 11 logged.")
    #expect(
      SeriesFixture.factors(noise(20, seed: 1), ["a": Array(repeating: 8, count: 20)]).statement
        == "Too little to say: none of the 1 candidate varies enough around its trend.")
  }

  @Test func oneThatStandsOut() {
    let shared = noise(20, seed: 1)
    let report = SeriesFixture.factors(
      [nil] + shared.map { 1 + $0 }, ["a": shared, "b": noise(20, seed: 2)])
    #expect(
      report.statements == [
        "Of 2 exercises and factors tried against pain the next week (tau-b without trends, Holm over "
          + "2 tests, 20 pairs, pain in 20 weeks), 1 stands out: after more 'a' it tends to be higher "
          + "(tau-b 1, 20 pairs, Holm p < .001).",
        "They changed over the same weeks; this log cannot tell whether one caused the other.",
      ])
    let alone = SeriesFixture.factors([nil] + shared.map { 9 - $0 }, ["a": shared])
    #expect(
      alone.statements[0].hasPrefix("'a', the only one tried against pain the next week (tau-b")
        && alone.statements[0].contains(
          "), stands out: after more 'a' it tends to be lower (tau-b −1")
    )
    let both = SeriesFixture.factors(
      [nil] + shared.map { 1 + $0 }, ["a": shared, "b": shared.map { 9 - $0 }])
    #expect(both.statements[0].contains("2 stand out: after more 'a'"))
  }

  @Test func noneStandsOut() {
    var pain: [Double?] = noise(21, seed: 1)
    pain[3] = nil
    #expect(
      SeriesFixture.factors(pain, ["a": noise(20, seed: 4), "b": noise(14, seed: 5)]).statements
        == [
          "Of 2 exercises and factors tried against pain the next week (tau-b without trends, Holm "
            + "over 2 tests, 13 to 19 pairs, pain in 20 of 21 weeks), none stands out, which is not "
            + "the same as no link."
        ])
  }

  @Test func whatWasNotTriedIsCounted() {
    let same: [Double?] = Array(repeating: 8, count: 20)
    let report = SeriesFixture.factors(noise(20, seed: 1), ["a": same, "b": noise(20, seed: 3)])
    #expect(
      report.statements[0].hasPrefix("'b', the only one tried")
        && report.statements[0].hasSuffix("does not stand out, which is not the same as no link."))
    #expect(
      report.statements.last == "1 more was not tried: fewer than 12 pairs, or always the same.")
    let more = SeriesFixture.factors(
      noise(20, seed: 1), ["a": same, "b": noise(20, seed: 3), "c": same])
    #expect(more.statement.contains("2 more were not tried"))
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
      expectHonest(
        SeriesFixture.factors(values(), candidates, by: round % 2 == 0 ? .week : .day).statements)
    }
  }
}
