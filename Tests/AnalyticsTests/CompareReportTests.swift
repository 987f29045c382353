import Core
import Statistics
import Testing

@testable import Analytics

@Suite struct PhaseTests {
  private func day(_ number: Int) -> Day { Day(number: 20_000 + number) }

  private func protocolHistory(_ changes: [(Int, String?, String?)]) -> ProtocolHistory {
    var random = SystemRandomNumberGenerator()
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
  private func compare(
    _ numbers: [Double?], at split: Int, _ text: String = "pain"
  ) -> CompareReport {
    let values = SeriesFixture.values(text, numbers)
    let day = SeriesFixture.first.adding(split).start
    return CompareReport(
      values, Phase.split(at: day, through: day.adding(1000)), a: 0, b: 1)
  }

  @Test(arguments: [(0, 5), (4, 5), (5, 4), (5, 5), (6, 9)])
  func eachPhaseNeedsFiveWeeks(_ a: Int, _ b: Int) {
    let report = compare((0..<a + b).map { Double($0 % 3) + 2 }, at: a)
    #expect(report.a.n == a && report.b.n == b)
    #expect((report.effect != nil) == (a >= 5 && b >= 5))
    if a < 5 || b < 5 {
      #expect(
        report.statement.hasPrefix(
          "Too few weeks to say (5 needed in each phase, \(a) and \(b) logged)"))
    }
    expectHonest(report.statements)
  }

  @Test func aStepBeyondTheTrend() throws {
    let report = compare([6, 7, 6, 7, 6, 6, 3, 2, 3, 2, 3, 2], at: 6)
    let effect = try #require(report.effect)
    #expect(effect.overlap.nap == 1 && report.isDifferent && report.isBeyondTrend)
    #expect(effect.segmented.level.value < -2)
    #expect(report.a.median == 6 && report.b.median == 2.5)
    #expect(
      report.statements[0] == "Pain: median 6 in 'before 2026-08-24' (6 weeks) and median 2.5 "
        + "in 'from 2026-08-24' (6 weeks).")
    #expect(report.statement.contains("is the better one in 100 % (NAP 1, Tau 1, p = .002)"))
    #expect(
      report.statement.contains("The phases differ by more than the trend of the first would make"))
  }

  /// NAP alone would call this an effect.
  @Test func aSteadyTrendIsNoEffect() {
    let report = compare([8, 7.2, 7.4, 6.6, 6.7, 5.9, 5.6, 5.7, 4.8, 4.9, 4.1, 4.2], at: 6)
    #expect(report.isDifferent && !report.isBeyondTrend)
    #expect(report.statement.contains("a steady trend through both would look the same"))
  }

  /// A fall that flattens leaves lower values behind, and is no effect of what came second.
  @Test func aTrendThatFlattensIsNoEffect() {
    let report = compare([8, 7.1, 6.2, 4.9, 4.1, 3, 2.4, 2.5, 2.4, 2.6, 2.5, 2.4], at: 6)
    #expect(report.isDifferent && report.isAgainstTrend && !report.isBeyondTrend)
    #expect(report.statement.contains("steps or bends the other way"))
    // The same upside down, where higher is better.
    let hold = compare(
      [80, 71, 62, 49, 41, 30, 24, 25, 24, 26, 25, 24].map { 100 - $0 }, at: 6, "glute-bridge")
    #expect(hold.isDifferent && hold.isAgainstTrend && !hold.isBeyondTrend)
  }

  @Test func aBendWithoutADifference() {
    let report = compare([3, 4, 5, 6.2, 7, 8, 8.1, 7, 6, 5.1, 4, 3], at: 6)
    #expect(!report.isDifferent && report.isBeyondTrend != report.isAgainstTrend)
    #expect(report.statement.contains("yet the weeks of the two phases overlap"))
  }

  @Test func noDifferenceIsNotNone() {
    let report = compare([4, 5, 6, 5, 4, 5, 6, 4, 5, 5], at: 5)
    #expect(!report.isDifferent && !report.isBeyondTrend)
    #expect(report.statements.last == "No clear difference, which is not the same as none.")
  }

  @Test func perfectLinesHaveNoErrors() throws {
    let report = compare((0..<12).map { 9 - Double($0) / 2 }, at: 6)
    let effect = try #require(report.effect)
    #expect(effect.segmented.level.neweyWest == nil)
    #expect(report.statement.contains("no error to test it by"))
    let constant = compare(Array(repeating: 4, count: 12), at: 6)
    #expect(constant.effect?.overlap.nap == 0.5)
    expectHonest(report.statements + constant.statements)
  }

  /// Both phases constant: nothing to test the step by, and no steady trend would look like it.
  @Test func aPerfectStepCannotBeTested() throws {
    let report = compare(Array(repeating: 7, count: 6) + Array(repeating: 3, count: 6), at: 6)
    let segmented = try #require(report.effect?.segmented)
    #expect(abs(segmented.level.value + 4) < 1e-9 && segmented.level.neweyWest == nil)
    #expect(report.isDifferent && !report.isBeyondTrend)
    #expect(!report.statement.contains("a steady trend through both"))
    #expect(
      report.statement.contains("all points lie on the two lines, so that there is no scatter"))
    // The same line through both has neither step nor bend, not even by rounding.
    let line = try #require(compare((0..<12).map { 9 - 0.3 * Double($0) }, at: 6).effect?.segmented)
    #expect(line.level.value == 0 && line.slopeChange.value == 0)
  }

  /// The step is where the second phase begins, whether that week was logged or not.
  @Test func aGapAtTheBeginningOfB() throws {
    let numbers: [Double?] =
      [5, 5.5, 6, 6.5, 7, 7.5] + Array(repeating: nil, count: 6) + [5, 5.5, 4.5, 5, 5.5, 5]
    let report = compare(numbers, at: 6)
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

  @Test func equalOnesCountHalfAndAreSaidTo() {
    let constant = compare(Array(repeating: 4, count: 12), at: 6)
    #expect(
      constant.statement.contains("is the better one in 50 %, equal ones counted half (NAP .5"))
    let apart = compare([6, 7, 6, 7, 6, 6, 3, 2, 3, 2, 3, 2], at: 6)
    #expect(!apart.statement.contains("counted half"))
  }

  @Test func withoutADirectionHigherIsNamed() {
    let report = compare([1, 2, 1, 2, 1, 3, 4, 3, 4, 3], at: 5, "steps")
    #expect(report.effect?.overlap.nap == 1)
    #expect(report.statement.contains("is the higher one in 100 %"))
  }

  @Test func gapsAreCounted() {
    let report = compare([4, nil, 5, 5, 5, 6, nil, 4, 4, 4, 4, 4], at: 6)
    #expect(report.a.n == 5 && report.a.span == 6)
    #expect(report.statements[0].contains("(5 of 6 weeks)"))
  }

  @Test func noSentencePromises() {
    var random = SplitMix64(seed: 8)
    for round in 0..<200 {
      let count = random.next(below: 24)
      let numbers: [Double?] = (0..<count).map { _ in
        random.next(below: 6) == 0 ? nil : Double(random.next(below: round % 4 + 1))
      }
      let name = ["pain", "steps", "odi", "glute-bridge"][round % 4]
      expectHonest(compare(numbers, at: random.next(below: 24), name).statements)
    }
  }
}
