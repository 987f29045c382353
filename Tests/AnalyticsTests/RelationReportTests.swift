import Core
import Statistics
import Testing

@testable import Analytics

@Suite struct RelationReportTests {
  private func relation(
    _ a: [Double?], _ b: [Double?], lag: Int = 0, by step: Step = .week
  ) -> RelationReport {
    RelationReport(
      SeriesFixture.values("pain", a, by: step),
      SeriesFixture.values("sitting", b, by: step), lag: lag)
  }

  /// Noise without a pattern, always the same.
  private func noise(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in Double(random.next(below: 100)) / 20 }
  }

  @Test func onlyWeeksWithBothArePairs() {
    let report = relation([1, nil, 3, 4, 5], [1, 2, nil, 4, 6])
    #expect(report.points.map(\.x) == [0, 3, 4])
    #expect(report.points.map(\.a) == [1, 4, 5])
    #expect(report.points.map(\.b) == [1, 4, 6])
    #expect(report.raw == nil && report.detrended == nil && report.tests == 0)
    #expect(report.statement == "Too few weeks to say (10 with both needed, 3 logged).")
  }

  @Test(arguments: [0, 1, 9, 10, 11, 12, 13, 14, 16])
  func eachLineNeedsItsPairs(_ count: Int) {
    let report = relation(noise(count, seed: 1), noise(count, seed: 2))
    #expect((report.raw != nil) == (count >= 10))
    #expect((report.detrended != nil) == (count >= 10))
    // A lag of k loses k pairs, and needs 12; the headline needs 10.
    let lags: [Int: [Int]] = [
      10: [0], 11: [0], 12: [0], 13: [-1, 0, 1], 14: [-2, -1, 0, 1, 2], 16: [-2, -1, 0, 1, 2],
    ]
    #expect(report.lags.map(\.lag) == lags[count, default: []])
    #expect(report.tests == lags[count, default: []].count)
  }

  /// Both logs have 12 weeks, b a week earlier, so that lag 1 has one pair more than the headline.
  @Test func theHeadlineIsOneOfTheTests() throws {
    let (a, b) = (noise(12, seed: 3), noise(12, seed: 9))
    let report = relation([nil] + a.map { $0 }, b.map { $0 } + [nil])
    #expect(report.points.count == 11 && report.tests == 2)
    #expect(report.lags.map(\.lag) == [0, 1] && report.lags.map(\.pairs) == [11, 12])
    #expect(report.lags.map(\.holmP) == holmAdjusted(report.lags.map(\.p)))
    #expect(report.holmP == report.lags[0].holmP)
    #expect(report.statement.contains("over 2 tests Holm p"))
    #expect(report.statement.contains("Of 2 lags tried"))
  }

  /// What stands out alone need not do so among five.
  @Test func theHeadlineAllowsForTheLags() throws {
    let b = noise(16, seed: 12)
    var onlyAlone = 0
    for share in stride(from: 0.0, through: 1, by: 0.05) {
      let a = zip(b, noise(16, seed: 13)).map { share * $0 + (1 - share) * $1 }
      let report = relation(a, b)
      let p = try #require(report.detrended?.p)
      let holmP = try #require(report.holmP)
      #expect(report.tests == 5 && holmP >= p)
      #expect(report.isClear == (holmP < 0.05 && report.detrended?.interval?.leavesZeroOut == true))
      if p < 0.05, holmP >= 0.05 { onlyAlone += 1 }
    }
    #expect(onlyAlone > 0)
  }

  @Test func bothTrendAndNothingElse() {
    let (a, b) = (noise(16, seed: 3), noise(16, seed: 4))
    let report = relation(
      a.enumerated().map { 40 - 2 * Double($0) + $1 }, b.enumerated().map { 2 * Double($0) + $1 })
    #expect(report.isTrendA && report.isTrendB && !report.isClear)
    #expect((report.raw?.tauB ?? 0) < -0.7 && (report.raw?.p ?? 1) < 0.001)
    #expect(report.statement.contains("but both also trend with time"))
    #expect(report.statement.hasPrefix("No clear association of pain with sitting over 16 weeks"))
    #expect(report.statement.contains("which is not the same as none"))
    #expect(
      report.statement.hasSuffix(
        "Both changed over the same weeks; this log cannot tell whether one caused the other."))
  }

  @Test func movingTogetherAroundTheirTrends() throws {
    let shared = noise(16, seed: 5)
    let report = relation(
      shared.enumerated().map { 20 - Double($0) + $1 }, shared.map { 3 + $0 })
    let detrended = try #require(report.detrended)
    #expect(detrended.tauB > 0.6 && (detrended.interval?.low ?? 0) > 0)
    #expect(report.isClear)
    #expect(
      report.statement.hasPrefix("When sitting was higher than its trend, pain tended to be higher")
    )
  }

  @Test func lagsAreFoundAndAdjusted() throws {
    let shared = noise(22, seed: 6)
    let b: [Double] = shared.map { 3 + $0 }
    let a: [Double?] = [nil] + shared.dropLast().map { $0 }
    let report = relation(a, b)
    let best = try #require(report.lags.min { $0.p < $1.p })
    #expect(best.lag == 1 && best.tauB > 0.9)
    #expect(report.lags.map(\.holmP) == holmAdjusted(report.lags.map(\.p)))
    #expect(report.statement.contains("Of 5 lags tried, pain 1 week later stands out"))
    let asked = relation(a, b, lag: 1)
    #expect(asked.isClear && asked.points.count == 21)
    #expect(asked.statement.contains("over 5 tests Holm p"))
    #expect(asked.statement.hasPrefix("When sitting was higher than its trend, pain 1 week later"))
    #expect(relation(a, b, lag: -1).points.count == 20)
  }

  @Test func aLagNeedsTwelve() {
    let report = relation(noise(12, seed: 1), noise(12, seed: 2), lag: 1)
    #expect(report.points.count == 11 && report.raw == nil)
    #expect(report.statement == "Too few weeks to say (12 with both needed, 11 logged).")
  }

  @Test func aConstantAndAStraightLine() {
    let report = relation(noise(12, seed: 1), Array(repeating: 4, count: 12))
    #expect(report.raw == nil && report.tests == 0)
    #expect(
      report.statement
        == "12 weeks have both, but sitting never varies in them, so there is nothing to relate.")
    let both = relation(Array(repeating: 4, count: 12), Array(repeating: 4, count: 12))
    #expect(both.statement.contains("but pain and sitting never vary in them"))
    let line = relation((0..<12).map { 9 - Double($0) / 2 }, noise(12, seed: 2))
    #expect(line.raw != nil && line.detrended == nil && line.tests == 0)
    #expect(line.statement.contains("lies on a straight line"))
  }

  @Test func daysAreSaidToBeDays() {
    let report = relation(noise(14, seed: 1), noise(14, seed: 2), by: .day)
    #expect(report.statement.contains("over 14 days"))
    let together = relation(noise(14, seed: 1), noise(14, seed: 1).map { $0 + 1 }, by: .day)
    #expect(together.statement.contains("Both changed over the same days;"))
  }

  /// Without an association and without two trends there is no common change to speak of.
  @Test func theCautionNeedsSomethingToCaution() {
    var isSaid: Set<Bool> = []
    for seed in UInt64(1)...8 {
      let report = relation(noise(16, seed: seed), noise(16, seed: seed + 1))
      let isDue = report.lags.contains(where: \.isClear) || report.isTrendA && report.isTrendB
      #expect(report.statement.contains("Both changed") == isDue)
      isSaid.insert(isDue)
    }
    #expect(isSaid == [true, false])
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
      let report = relation(
        values(), values(), lag: random.next(below: 5) - 2, by: round % 2 == 0 ? .week : .day)
      expectHonest(report.statements)
      #expect(report.tests <= 5 && report.lags.count <= 5)
    }
  }
}
