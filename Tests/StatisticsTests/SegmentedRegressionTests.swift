import Statistics
import Testing

@Suite struct SegmentedRegressionTests {
  /// The last of them has gaps.
  @Test(arguments: ExpectedSegments.all)
  func agreesWithStatsmodels(_ series: ExpectedSegments) throws {
    let fit = try #require(SegmentedRegression(t: series.t, y: series.y, start: series.start))
    #expect(fit.degreesOfFreedom == series.t.count - 4)
    for (index, found) in [fit.intercept, fit.slope, fit.level, fit.slopeChange].enumerated() {
      // statsmodels loses digits to the intercept far away, and more of them to its p.
      let ordinary = try #require(found.ordinary)
      let robust = try #require(found.neweyWest)
      #expect(found.value.isClose(to: series.coefficients[index], within: 1e-9))
      #expect(ordinary.standardError.isClose(to: series.errors[index], within: 1e-9))
      #expect(ordinary.p.isClose(to: series.p[index], within: 1e-8))
      #expect(robust.standardError.isClose(to: series.robustErrors[index], within: 1e-8))
      #expect(robust.p.isClose(to: series.robustP[index], within: 1e-7))
      #expect(robust.t.isClose(to: found.value / robust.standardError))
    }
  }

  /// A step of 3 and a slope that turns from 1 to −1, without any scatter.
  @Test func ofPerfectLinesHasNoErrors() throws {
    let t = (0..<12).map(Double.init)
    let y = t.map { $0 < 6 ? $0 / 10 : 3 + 0.6 - ($0 - 6) / 10 }
    let fit = try #require(SegmentedRegression(t: t, y: y, start: 6))
    #expect(fit.intercept.value.magnitude < 1e-14)
    #expect(fit.slope.value.isClose(to: 0.1))
    #expect(fit.level.value.isClose(to: 3))
    #expect(fit.slopeChange.value.isClose(to: -0.2))
    for coefficient in [fit.intercept, fit.slope, fit.level, fit.slopeChange] {
      #expect(coefficient.ordinary == nil && coefficient.neweyWest == nil)
    }
  }

  /// A phase A on a line has no residuals, and Newey and West no error for what rests on it alone.
  @Test func ofOnePerfectLineHasErrorsOfTheOther() throws {
    let t = (0..<12).map(Double.init)
    let y: [Double] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 3, 5, 4, 4, 6, 3]
    let fit = try #require(SegmentedRegression(t: t, y: y, start: 6))
    #expect(fit.slope.neweyWest == nil)
    #expect(fit.slope.ordinary != nil)
    #expect(fit.slopeChange.neweyWest != nil)
  }

  /// What a comparison of phases takes for an effect: the second half of a steady fall.
  @Test func aSteadyTrendIsNoEffect() throws {
    let t = (0..<16).map(Double.init)
    let y = t.map { 8 - 0.4 * $0 + [0.15, -0.1, -0.2, 0.05, 0.1][Int($0) % 5] }
    let nap = try #require(
      NonOverlap(a: Array(y.prefix(8)), b: Array(y.suffix(8)), better: .lower))
    #expect(nap.nap > 0.99 && nap.p.value < 0.001)
    let fit = try #require(SegmentedRegression(t: t, y: y, start: 8))
    #expect(try #require(fit.level.neweyWest).p > 0.05)
    #expect(try #require(fit.slopeChange.neweyWest).p > 0.05)
  }

  @Test func needsTwoTimesInEachPhase() {
    let (t, y) = ([1.0, 2, 3, 4, 5], [3.0, 1, 4, 1, 5])
    for start in [-1.0, 1, 2, 5, 5.5, 99] {
      #expect(SegmentedRegression(t: t, y: y, start: start) == nil, "\(start)")
    }
    #expect(SegmentedRegression(t: t, y: y, start: 2.5)?.degreesOfFreedom == 1)
    #expect(SegmentedRegression(t: [], y: [], start: 0) == nil)
  }

  /// Four points lie on two lines, whatever they are.
  @Test func fourPointsHaveNoErrors() throws {
    let fit = try #require(SegmentedRegression(t: [0, 1, 2, 3], y: [1, 3, 2, 7], start: 2))
    #expect(fit.degreesOfFreedom == 0)
    #expect(fit.level.value.isClose(to: -3))
    #expect(fit.level.ordinary == nil && fit.level.neweyWest == nil)
  }

  /// A constant has neither height over its line nor steps, not even of 1e-16.
  @Test func whatRoundingLeavesIsNothing() throws {
    for level in [4.1, 0.3, 1e9 / 3] {
      let t = (0..<12).map(Double.init)
      let fit = try #require(
        SegmentedRegression(t: t, y: t.map { _ in level }, start: 6))
      #expect(fit.slope.value == 0 && fit.level.value == 0 && fit.slopeChange.value == 0)
    }
  }
}
