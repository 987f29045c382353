import Core
import ReportFixtures
import Statistics
import Testing

@testable import Analytics

@Suite struct RelationReportTests {
  @Test func onlyWeeksWithBothArePairs() {
    let report = SeriesFixture.relation([1, nil, 3, 4, 5], [1, 2, nil, 4, 6])
    #expect(report.points.map(\.x) == [0, 3, 4])
    #expect(report.points.map(\.a) == [1, 4, 5])
    #expect(report.points.map(\.b) == [1, 4, 6])
    #expect(report.raw == nil && report.detrended == nil && report.tests == 0)
    #expect(report.verdict == .tooFew && report.neededPairs == 10)
  }

  @Test(arguments: [0, 1, 9, 10, 11, 12, 13, 14, 16])
  func eachLineNeedsItsPairs(_ count: Int) {
    let report = SeriesFixture.relation(
      SeriesFixture.noise(count, seed: 1), SeriesFixture.noise(count, seed: 2))
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
    let (a, b) = (SeriesFixture.noise(12, seed: 3), SeriesFixture.noise(12, seed: 9))
    let report = SeriesFixture.relation([nil] + a.map { $0 }, b.map { $0 } + [nil])
    #expect(report.points.count == 11 && report.tests == 2)
    #expect(report.lags.map(\.lag) == [0, 1] && report.lags.map(\.pairs) == [11, 12])
    #expect(report.lags.map(\.holmP) == Holm.adjusted(report.lags.map(\.p)))
    #expect(report.holmP == report.lags[0].holmP)
  }

  /// What stands out alone need not do so among five.
  @Test func theHeadlineAllowsForTheLags() throws {
    let b = SeriesFixture.noise(16, seed: 12)
    var onlyAlone = 0
    for share in stride(from: 0.0, through: 1, by: 0.05) {
      let a = zip(b, SeriesFixture.noise(16, seed: 13)).map { share * $0 + (1 - share) * $1 }
      let report = SeriesFixture.relation(a, b)
      let p = try #require(report.detrended?.p)
      let holmP = try #require(report.holmP)
      #expect(report.tests == 5 && holmP >= p)
      #expect(report.isClear == (holmP < 0.05 && report.detrended?.interval?.excludesZero == true))
      if p < 0.05, holmP >= 0.05 { onlyAlone += 1 }
    }
    #expect(onlyAlone > 0)
  }

  @Test func bothTrendAndNothingElse() {
    let (a, b) = (SeriesFixture.noise(16, seed: 3), SeriesFixture.noise(16, seed: 4))
    let report = SeriesFixture.relation(
      a.enumerated().map { 40 - 2 * Double($0) + $1 }, b.enumerated().map { 2 * Double($0) + $1 })
    #expect(report.isTrendA && report.isTrendB && !report.isClear)
    #expect((report.raw?.tauB ?? 0) < -0.7 && (report.raw?.p ?? 1) < 0.001)
    #expect(report.doBothTrend && report.seemsLinked)
    if case .none = report.verdict {} else { Issue.record("\(report.verdict)") }
  }

  @Test func movingTogetherAroundTheirTrends() throws {
    let shared = SeriesFixture.noise(16, seed: 5)
    let report = SeriesFixture.relation(
      shared.enumerated().map { 20 - Double($0) + $1 }, shared.map { 3 + $0 })
    let detrended = try #require(report.detrended)
    #expect(detrended.tauB > 0.6 && (detrended.interval?.low ?? 0) > 0)
    #expect(report.isClear && report.verdict == .clear(detrended))
  }

  @Test func lagsAreFoundAndAdjusted() throws {
    let shared = SeriesFixture.noise(22, seed: 6)
    let b: [Double] = shared.map { 3 + $0 }
    let a: [Double?] = [nil] + shared.dropLast().map { $0 }
    let report = SeriesFixture.relation(a, b)
    let best = try #require(report.lags.min { $0.p < $1.p })
    #expect(best.lag == 1 && best.tauB > 0.9)
    #expect(report.lags.map(\.holmP) == Holm.adjusted(report.lags.map(\.p)))
    #expect(report.clearestOther == best)
    let asked = SeriesFixture.relation(a, b, lag: 1)
    #expect(asked.isClear && asked.points.count == 21)
    #expect(asked.tests == 5 && asked.clearestOther?.lag != 1)
    #expect(SeriesFixture.relation(a, b, lag: -1).points.count == 20)
  }

  @Test func aLagNeedsTwelve() {
    let report = SeriesFixture.relation(
      SeriesFixture.noise(12, seed: 1), SeriesFixture.noise(12, seed: 2), lag: 1)
    #expect(report.points.count == 11 && report.raw == nil)
    #expect(report.verdict == .tooFew && report.neededPairs == 12)
  }

  @Test func aConstantAndAStraightLine() {
    let report = SeriesFixture.relation(
      SeriesFixture.noise(12, seed: 1), Array(repeating: 4, count: 12))
    #expect(report.raw == nil && report.tests == 0)
    #expect(report.verdict == .constant(a: false, b: true))
    let both = SeriesFixture.relation(
      Array(repeating: 4, count: 12), Array(repeating: 4, count: 12))
    #expect(both.verdict == .constant(a: true, b: true))
    let line = SeriesFixture.relation(
      (0..<12).map { 9 - Double($0) / 2 }, SeriesFixture.noise(12, seed: 2))
    #expect(line.raw != nil && line.detrended == nil && line.tests == 0)
    #expect(line.verdict == .onLine)
  }

  /// Without an association and without two trends there is no common change to speak of.
  @Test func theCautionNeedsSomethingToCaution() {
    var isSaid: Set<Bool> = []
    for seed in UInt64(1)...8 {
      let report = SeriesFixture.relation(
        SeriesFixture.noise(16, seed: seed), SeriesFixture.noise(16, seed: seed + 1))
      let isDue = report.lags.contains(where: \.isClear) || report.isTrendA && report.isTrendB
      #expect(report.seemsLinked == isDue)
      isSaid.insert(isDue)
    }
    #expect(isSaid == [true, false])
  }
}
