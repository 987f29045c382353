import Core
import ReportFixtures
import SeededRandom
import Statistics
import Testing

@testable import Analytics

@Suite struct PhaseTests {
  private func day(_ number: Int) -> Day { Day(number: 20_000 + number) }

  private func protocolHistory(_ changes: [(Int, String?, String?)]) -> ProtocolHistory {
    var random = SeededRandom()
    return ProtocolHistory(
      changes.enumerated().map { index, change in
        let (at, rehabProtocol, stage) = change
        return StageTransition(
          id: EntryID(nanoseconds: index, using: &random),
          moment: Moment(
            utc: day(at).number * 86_400 + index, offsetMinutes: 0, zone: "UTC", day: day(at)),
          kind: stage == nil ? .stop : .start, rehabProtocol: Slug(stored: rehabProtocol ?? ""),
          stage: stage.map { Slug(stored: $0) })
      })
  }

  @Test func stagesAreRunsOfStays() {
    let protocolHistory = protocolHistory([
      (0, "p", "one"), (10, "p", "two"), (20, "p", "two"), (30, "p", "one"), (40, "p", "three"),
      (40, "p", "four"),
    ])
    let phases = Phase.all(.stage, of: protocolHistory, through: day(50))
    #expect(phases.map(\.label) == ["one", "two", "one (2)", "four"])
    #expect(phases[1].stretches == [day(10)...day(19), day(20)...day(29)])
    #expect(phases[3].stretches == [day(40)...day(50)])
    #expect(Phase.place(of: "one", in: phases) == 2)
    #expect(Phase.place(of: "ONE", in: phases, before: 2) == 0)
    #expect(Phase.place(of: "three", in: phases) == nil, "it was left at once")
    #expect(Phase.all(.protocol, of: protocolHistory, through: day(50)).map(\.label) == ["p"])
  }

  @Test func protocolsHaveGaps() {
    let protocolHistory = protocolHistory([
      (0, "p", "one"), (10, nil, nil), (20, "p", "two"), (30, "q", "one"), (40, nil, nil),
    ])
    let phases = Phase.all(.protocol, of: protocolHistory, through: day(90))
    #expect(phases.map(\.label) == ["p", "q"])
    #expect(phases[0].stretches == [day(0)...day(9), day(20)...day(29)])
    #expect(phases[1].stretches == [day(30)...day(39)])
    #expect(
      Phase.all(.stage, of: protocolHistory, through: day(90)).map(\.label) == [
        "p:one", "p:two", "q:one",
      ])
    #expect(Phase.all(.stage, of: ProtocolHistory([]), through: day(90)).isEmpty)
  }

  /// The first week of a phase is the first whose Thursday is in it, over all its stretches.
  @Test func thePhaseBeginsWithAThursday() {
    let monday = SeriesFixture.first.start
    func first(_ stretches: ClosedRange<Int>...) -> Int? {
      Phase(
        label: "", names: [],
        stretches: stretches.map { monday.adding($0.lowerBound)...monday.adding($0.upperBound) }
      ).firstWeek.map { $0.number - SeriesFixture.first.number }
    }
    #expect(first(0...60) == 0 && first(3...60) == 0 && first(4...60) == 1)
    #expect(first(4...9) == nil && first(4...9, 20...40) == 3)
  }

  /// A week belongs to where most of its days are.
  @Test(arguments: [
    (0, false), (1, false), (2, false), (3, false), (4, true), (5, true), (6, true),
  ])
  func aWeekGoesWithItsThursday(_ weekday: Int, _ isBefore: Bool) {
    let week = SeriesFixture.first
    let phases = Phase.split(at: week.start.adding(weekday), through: week.end.adding(70))
    #expect(phases[0].holds(week) == isBefore && phases[1].holds(week) != isBefore)
  }
}

@Suite struct CompareReportTests {
  @Test(arguments: [(0, 5), (4, 5), (5, 4), (5, 5), (6, 9)])
  func eachPhaseNeedsFiveWeeks(_ a: Int, _ b: Int) {
    let report = SeriesFixture.compare((0..<a + b).map { Double($0 % 3) + 2 }, at: a)
    #expect(report.a.n == a && report.b.n == b)
    #expect((report.effect != nil) == (a >= 5 && b >= 5))
    #expect((report.verdict == .tooFew) == (a < 5 || b < 5))
  }

  @Test func aStepBeyondTheTrend() throws {
    let report = SeriesFixture.compare([6, 7, 6, 7, 6, 6, 3, 2, 3, 2, 3, 2], at: 6)
    let effect = try #require(report.effect)
    #expect(effect.overlap.nap == 1 && report.isDifferent && report.isBeyondTrend)
    #expect(effect.segmented.level.value < -2)
    #expect(report.a.median == 6 && report.b.median == 2.5)
    #expect(report.verdict == .beyondTrend && !report.isTied)
  }

  /// NAP alone would call this an effect.
  @Test func aSteadyTrendIsNoEffect() {
    let report = SeriesFixture.compare(
      [8, 7.2, 7.4, 6.6, 6.7, 5.9, 5.6, 5.7, 4.8, 4.9, 4.1, 4.2], at: 6)
    #expect(report.isDifferent && !report.isBeyondTrend)
    #expect(report.verdict == .maybeTrend)
  }

  /// A fall that flattens leaves lower values behind, and is no effect of what came second.
  @Test func aTrendThatFlattensIsNoEffect() {
    let report = SeriesFixture.compare(
      [8, 7.1, 6.2, 4.9, 4.1, 3, 2.4, 2.5, 2.4, 2.6, 2.5, 2.4], at: 6)
    #expect(report.isDifferent && report.isAgainstTrend && !report.isBeyondTrend)
    #expect(report.verdict == .againstTrend)
    // The same upside down, where higher is better.
    let hold = SeriesFixture.compare(
      [80, 71, 62, 49, 41, 30, 24, 25, 24, 26, 25, 24].map { 100 - $0 }, at: 6, "glute-bridge")
    #expect(hold.isDifferent && hold.isAgainstTrend && !hold.isBeyondTrend)
  }

  @Test func aBendWithoutADifference() {
    let report = SeriesFixture.compare([3, 4, 5, 6.2, 7, 8, 8.1, 7, 6, 5.1, 4, 3], at: 6)
    #expect(!report.isDifferent && report.isBeyondTrend != report.isAgainstTrend)
    #expect(report.verdict == .onlyBend)
  }

  @Test func noDifferenceIsNotNone() {
    let report = SeriesFixture.compare([4, 5, 6, 5, 4, 5, 6, 4, 5, 5], at: 5)
    #expect(!report.isDifferent && !report.isBeyondTrend)
    #expect(report.verdict == CompareReport.Verdict.none)
  }

  @Test func perfectLinesHaveNoErrors() throws {
    let report = SeriesFixture.compare((0..<12).map { 9 - Double($0) / 2 }, at: 6)
    let effect = try #require(report.effect)
    #expect(effect.segmented.level.neweyWest == nil)
    let constant = SeriesFixture.compare(Array(repeating: 4, count: 12), at: 6)
    #expect(constant.effect?.overlap.nap == 0.5)
  }

  /// Both phases constant: nothing to test the step by, and no steady trend would look like it.
  @Test func aPerfectStepCannotBeTested() throws {
    let report = SeriesFixture.compare(
      Array(repeating: 7, count: 6) + Array(repeating: 3, count: 6), at: 6)
    let segmented = try #require(report.effect?.segmented)
    #expect(abs(segmented.level.value + 4) < 1e-9 && segmented.level.neweyWest == nil)
    #expect(report.isDifferent && !report.isBeyondTrend)
    #expect(report.verdict == .untestable(isDifferent: true))
    // The same line through both has neither step nor bend, not even by rounding.
    let line = try #require(
      SeriesFixture.compare((0..<12).map { 9 - 0.3 * Double($0) }, at: 6).effect?.segmented)
    #expect(line.level.value == 0 && line.slopeChange.value == 0)
  }

  /// The step is where the second phase begins, whether that week was logged or not.
  @Test func aGapAtTheBeginningOfB() throws {
    let numbers: [Double?] =
      [5, 5.5, 6, 6.5, 7, 7.5] + Array(repeating: nil, count: 6) + [5, 5.5, 4.5, 5, 5.5, 5]
    let report = SeriesFixture.compare(numbers, at: 6)
    let effect = try #require(report.effect)
    #expect(effect.start == SeriesFixture.first.adding(6) && report.b.n == 6)
    // The line of A reaches 8 there, that of B 5.
    let b = (12..<18).map(Double.init)
    let line = try #require(
      SegmentedRegression(
        t: (0..<6).map(Double.init) + b, y: numbers.compactMap(\.self), start: 6))
    #expect(effect.segmented == line)
    #expect(abs(line.level.value + 3) < 0.1)
  }

  @Test func equalOnesCountHalf() {
    let constant = SeriesFixture.compare(Array(repeating: 4, count: 12), at: 6)
    #expect(constant.effect?.overlap.nap == 0.5 && constant.isTied)
    let apart = SeriesFixture.compare([6, 7, 6, 7, 6, 6, 3, 2, 3, 2, 3, 2], at: 6)
    #expect(!apart.isTied)
  }

  @Test func withoutADirectionHigherCounts() {
    let report = SeriesFixture.compare([1, 2, 1, 2, 1, 3, 4, 3, 4, 3], at: 5, "steps")
    #expect(report.effect?.overlap.nap == 1)
  }

  @Test func gapsAreCounted() {
    let report = SeriesFixture.compare([4, nil, 5, 5, 5, 6, nil, 4, 4, 4, 4, 4], at: 6)
    #expect(report.a.n == 5 && report.a.span == 6)
  }
}
