import Statistics
import Testing

@Suite struct ControlChartTests {
  private func chart(_ y: [Double], gapsBefore gaps: Set<Int> = [], baseline: Int = 8)
    -> ControlChart?
  {
    var (x, time): ([Double], Double) = ([], 0)
    for index in y.indices {
      time += gaps.contains(index) ? 3 : 1
      x.append(time)
    }
    return ControlChart(x: x, y: y, baseline: 0..<min(baseline, y.count))
  }

  /// Mean 5, moving ranges 2, 2, 2, 2, 2, 2, 2: limits 5 ± 5.32.
  @Test func limitsComeFromTheBaseline() throws {
    let found = try #require(chart([4, 6, 4, 6, 4, 6, 4, 6, 10.31, 10.33, -0.31, -0.33]))
    #expect(found.centre == 5)
    #expect(found.limits.low.isClose(to: -0.32) && found.limits.high.isClose(to: 10.32))
    #expect(found.movingRanges == 7)
    #expect(
      found.signals == [
        .beyondLimit(index: 9, .above), .beyondLimit(index: 11, .below),
      ])
  }

  /// Without the range of 5 across the gap the ranges are 1 and 1.
  @Test func movingRangesDoNotCrossGaps() throws {
    let found = try #require(chart([1, 2, 7, 8], gapsBefore: [2]))
    #expect(found.movingRanges == 2)
    #expect(found.limits.high.isClose(to: 4.5 + 2.66))
    #expect(chart([1, 2, 7], gapsBefore: [1, 2]) == nil)
  }

  @Test func eightInARowAreASignal() throws {
    let start: [Double] = [4, 6, 4, 6, 4, 6, 4, 6]
    let seven = start + [4] + Array(repeating: 6, count: 7)
    #expect(try #require(chart(seven)).signals.isEmpty)
    let nine = start + [4] + Array(repeating: 6, count: 9)
    #expect(try #require(chart(nine)).signals == [.run(indices: 9..<18, .above)])
    let low = start + Array(repeating: 4.5, count: 8)
    #expect(try #require(chart(low)).signals == [.run(indices: 8..<16, .below)])
    // The last value of the baseline is one of the eight.
    #expect(try #require(chart(start + Array(repeating: 6, count: 7))).signals.count == 1)
  }

  @Test func aValueOnTheCentreEndsARun() throws {
    let y: [Double] = [4, 6, 4, 6, 4, 6, 6, 4] + [6, 6, 6, 6, 5, 6, 6, 6, 6]
    #expect(try #require(chart(y)).signals.isEmpty)
  }

  @Test func aRunGoesOnAcrossAGap() throws {
    let y: [Double] = [4, 6, 4, 6, 4, 6, 6, 4] + Array(repeating: 6, count: 8)
    #expect(try #require(chart(y, gapsBefore: [11])).signals == [.run(indices: 8..<16, .above)])
  }

  /// The mean of 0.1 eight times is not 0.1 when it is added up, and no reason for a signal.
  @Test func aConstantIsOnItsLimits() throws {
    let level = Array(repeating: 0.1, count: 12)
    let flat = try #require(chart(level))
    #expect(flat.centre == 0.1)
    #expect(flat.limits == Interval(low: 0.1, high: 0.1))
    #expect(flat.signals.isEmpty)
    #expect(try #require(chart(level + [0.2])).signals == [.beyondLimit(index: 12, .above)])
  }

  /// The mean of 0.2 and 0.4 comes out a little above 0.3.
  @Test func roundingIsOnNoSide() throws {
    let y = [0.2, 0.4, 0.2, 0.4, 0.2, 0.4, 0.2, 0.4] + Array(repeating: 0.3, count: 8)
    let found = try #require(chart(y))
    #expect(found.centre != 0.3)
    #expect(found.signals.isEmpty)
  }

  @Test func signalsComeInTheOrderOfTheirStart() throws {
    let y: [Double] = [4, 6, 4, 6, 4, 6, 6, 4] + [6, 6, 20, 6, 6, 6, 6, 6]
    #expect(
      try #require(chart(y)).signals == [
        .run(indices: 8..<16, .above), .beyondLimit(index: 10, .above),
      ])
  }

  @Test func needsABaselineWithinTheSeries() {
    let (x, y) = ([1.0, 2, 3], [1.0, 2, 3])
    for baseline in [0..<0, 0..<1, 2..<4, 3..<3, -1..<2] {
      #expect(ControlChart(x: x, y: y, baseline: baseline) == nil, "\(baseline)")
    }
    #expect(ControlChart(x: x, y: y, baseline: 1..<3)?.centre == 2.5)
    #expect(ControlChart(x: [], y: [], baseline: 0..<0) == nil)
  }

  @Test func theBaselineHoldsItsMovingRanges() {
    #expect(ControlChart.baseline(x: [0, 1, 2, 3], holding: 3) == 4)
    #expect(ControlChart.baseline(x: [0, 1, 5, 6, 7], holding: 3) == 5)
    #expect(ControlChart.baseline(x: [0, 2, 4, 6, 7], holding: 2) == nil)
    #expect(ControlChart.baseline(x: [], holding: 1) == nil)
  }
}
