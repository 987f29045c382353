import Analytics
import Core
import ReportFixtures
import Statistics
import Testing

@testable import Render

@Suite struct RelationNarrativeTests {
  private func noise(_ count: Int, seed: UInt64) -> [Double] {
    SeriesFixture.noise(count, seed: seed)
  }

  @Test func tooFewPairs() {
    #expect(
      SeriesFixture.relation([1, nil, 3, 4, 5], [1, 2, nil, 4, 6]).statement
        == "Too few weeks to say (10 with both needed, 3 logged).")
    #expect(
      SeriesFixture.relation(noise(12, seed: 1), noise(12, seed: 2), lag: 1).statement
        == "Too few weeks to say (12 with both needed, 11 logged).")
  }

  @Test func whatNeverVariesIsNamed() {
    let same = Array(repeating: 4.0, count: 12)
    #expect(
      SeriesFixture.relation(noise(12, seed: 1), same).statement
        == "12 weeks have both, but sitting never varies in them, so there is nothing to relate.")
    #expect(
      SeriesFixture.relation(same, same).statement.contains(
        "but pain and sitting never vary in them"))
  }

  @Test func aStraightLineLeavesNothing() {
    let report = SeriesFixture.relation((0..<12).map { 9 - Double($0) / 2 }, noise(12, seed: 2))
    #expect(
      report.statement
        == "Over 12 weeks one of the two lies on a straight line, so nothing is "
        + "left of it once the trend is taken out.")
  }

  @Test func bothTrendAndNothingElse() {
    let report = SeriesFixture.relation(
      noise(16, seed: 3).enumerated().map { 40 - 2 * Double($0) + $1 },
      noise(16, seed: 4).enumerated().map { 2 * Double($0) + $1 })
    #expect(
      report.statement.hasPrefix(
        "No clear association of pain with sitting over 16 weeks (tau-b "))
    #expect(
      report.statement.contains("but both also trend with time), which does not rule one out."))
    #expect(report.statements[1] == "Of 5 lags tried none stands out (Holm).")
    #expect(
      report.statements.last
        == "Both changed over the same weeks; this log cannot tell whether one caused the other.")
  }

  @Test func movingTogether() {
    let shared = noise(16, seed: 5)
    let report = SeriesFixture.relation(
      shared.enumerated().map { 20 - Double($0) + $1 }, shared.map { 3 + $0 })
    #expect(
      report.statement.hasPrefix(
        "When sitting was higher than its trend, pain tended to be higher, over 16 weeks (tau-b "))
  }

  @Test func anotherLagStandsOut() {
    let shared = noise(22, seed: 6)
    let a: [Double?] = [nil] + shared.dropLast().map { $0 }
    let b: [Double] = shared.map { 3 + $0 }
    #expect(
      SeriesFixture.relation(a, b).statement.contains(
        "Of 5 lags tried, pain 1 week later stands out (tau-b 1, 21 pairs, Holm p < .001)."))
    let asked = SeriesFixture.relation(a, b, lag: 1).statement
    #expect(asked.hasPrefix("When sitting was higher than its trend, pain 1 week later"))
    #expect(asked.contains("over 5 tests Holm p") && asked.contains("Of 5 lags tried no other"))
    let same = SeriesFixture.relation(b, b, lag: 1).statement
    #expect(same.contains("Of 5 lags tried, pain in the same week stands out"))
  }

  @Test func daysAreDays() {
    let apart = SeriesFixture.relation(noise(14, seed: 1), noise(14, seed: 2), by: .day)
    #expect(apart.statement.contains("over 14 days"))
    let together = SeriesFixture.relation(
      noise(14, seed: 1), noise(14, seed: 1).map { $0 + 1 }, by: .day)
    #expect(together.statement.contains("Both changed over the same days;"))
  }

  @Test func noSentencePromises() {
    var random = SplitMix64(seed: 7)
    for round in 0..<120 {
      let count = random.next(below: 30)
      func values() -> [Double?] {
        (0..<count).map { _ in
          random.next(below: 6) == 0 ? nil : Double(random.next(below: round % 5 + 1))
        }
      }
      let report = SeriesFixture.relation(
        values(), values(), lag: random.next(below: 5) - 2, by: round % 2 == 0 ? .week : .day)
      expectHonest(report.statements)
      #expect(report.tests <= 5 && report.lags.count <= 5)
    }
  }
}
