import Core
import ReportFixtures
import SeededRandom
import Statistics
import Testing

@testable import Analytics

@Suite struct SeriesValuesTests {
  private func values(
    _ text: String, _ aggregates: [SeriesAggregate], by step: Step = .week, today: Int = 40_000
  ) -> SeriesValues {
    SeriesValues(
      SeriesFixture.series(text), by: step, in: Day(number: 20_000)...Day(number: 20_100),
      aggregates: aggregates,
      today: Day(number: today))
  }

  @Test func theMedianIsOfAllRatings() {
    let all = values(
      "pain",
      [
        SeriesAggregate(number: 5, kept: 34, count: 1),
        SeriesAggregate(number: 5, kept: 33, count: 1),
        SeriesAggregate(number: 7, kept: 0, count: 2),
        SeriesAggregate(number: 7, kept: 100, count: 3),
      ])
    #expect(all.values.map(\.value) == [3.35, 10])
    #expect(all.values.map(\.n) == [2, 5])
    #expect(all.values.map(\.number) == [5, 7])
  }

  @Test func meansAreOfVisitsAndHoldsTheBest() {
    let means = values(
      "odi", [SeriesAggregate(number: 5, method: MeasurementMethod(), kept: 5000, count: 2)])
    #expect(means.values.map(\.value) == [25])
    let holds = values(
      "curl-up-hold",
      [
        SeriesAggregate(number: 5, method: MeasurementMethod(), kept: 5000, count: 2),
        SeriesAggregate(number: 6, method: MeasurementMethod(), kept: 4000, count: 1),
      ])
    #expect(holds.values.map(\.value) == [50, 40])
    #expect(holds.combined(5...6)?.value == 50)
  }

  @Test func aSumIsNoneBeforeItIsOver() {
    let aggregates = [10, 11, 12].map { SeriesAggregate(number: $0, kept: 2, count: 2) }
    let inWeek = Step.week.days(12).lowerBound.number + 2
    let sessions = values("sessions", aggregates, today: inWeek)
    #expect(sessions.values.map(\.number) == [10, 11])
    #expect(sessions.isUnfinishedLeftOut)
    #expect(!values("pain", aggregates, today: inWeek).isUnfinishedLeftOut)
  }

  @Test func aWeekOfNoSessionsIsZero() {
    let sessions = values("sessions", [SeriesAggregate(number: 5, kept: 0, count: 0)])
    #expect(sessions.values.map(\.value) == [0])
    #expect(values("pain", [SeriesAggregate(number: 5, kept: 0, count: 0)]).values.isEmpty)
  }

  @Test func theWayWithMostPointsIsTaken() {
    let (old, new) = (
      MeasurementMethod(instrument: .goniometer), MeasurementMethod(instrument: .inclinometer)
    )
    func aggregate(_ number: Int, _ method: MeasurementMethod) -> SeriesAggregate {
      SeriesAggregate(number: number, method: method, kept: 100, count: 1)
    }
    let aggregates = [1, 2].map { aggregate($0, old) } + [3, 4, 5].map { aggregate($0, new) }
    let all = values("glute-bridge", aggregates)
    #expect(all.method == new && all.values.map(\.number) == [3, 4, 5])
    #expect(all.methods.map(\.points) == [3, 2])
    #expect(all.breaks == [SeriesValues.Break(number: 3, before: [old], after: [new])])
    let asked = values("glute-bridge@goniometer", aggregates)
    #expect(asked.method == old && asked.values.map(\.number) == [1, 2])
    // Of equals the newest.
    let even = values("glute-bridge", [aggregate(1, old), aggregate(2, new)])
    #expect(even.method == new)
    #expect(values("glute-bridge@photo", aggregates).values.isEmpty)
  }
}

@Suite struct TrendReportTests {
  private let falling: [Double?] = [7, 6.5, 6, nil, 6, 5.5, 5, 5, 4.5, nil, 4, 3.5, 3.5, 3, 3, 2]

  private func outcome(_ report: TrendReport) -> TrendReport.Outcome? {
    guard case .tested(let outcome, _, _, _) = report.verdict else { return nil }
    return outcome
  }

  @Test func gapsStayGaps() throws {
    let report = SeriesFixture.trend("pain", falling)
    #expect(report.points.map(\.x) == [0, 1, 2, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15])
    #expect(report.points.count == 14 && report.span == 16)
    let slope = try #require(report.slope)
    let whole = try #require(
      TheilSen(x: report.points.map(\.x), y: report.points.map(\.value)))
    #expect(slope.perWeek == whole.slope && slope.perStep == whole.slope)
    #expect(slope.interval == whole.interval && slope.intercept == whole.intercept)
    #expect(report.line.count == 14)
    #expect(report.isClear)
  }

  /// The contract of what needs how many weeks.
  @Test(arguments: [0, 1, 2, 3, 4, 5, 7, 8, 9])
  func eachLineNeedsItsWeeks(_ count: Int) {
    let report = SeriesFixture.trend("pain", (0..<count).map { 9 - Double($0 % 4) })
    #expect(report.points.count == count)
    #expect((report.slope != nil) == (count >= 5))
    #expect((report.slope?.interval != nil) == (count >= 8))
    #expect((report.mannKendall != nil) == (count >= 8))
    #expect((report.serial != nil) == (count >= 8))
    #expect((report.control != nil) == (count >= 8))
    #expect((report.change.difference != nil) == (count >= 2))
    #expect((report.verdict == .tooFew) == (count < 5))
    if case .described = report.verdict { #expect((5...7).contains(count)) }
    if case .tested = report.verdict { #expect(count >= 8) }
  }

  @Test func eachEndNeedsThreeRatings() {
    for n in [1, 2] {
      let report = SeriesFixture.trend("pain", falling, n: n)
      #expect(report.change == .tooFew(needed: 3, first: n, last: n))
    }
    #expect(SeriesFixture.trend("pain", falling, n: 3).change.difference?.points == -5)
  }

  /// A week with one rating at the end does not hide the weeks with enough.
  @Test func theEndsAreTheWeeksWithEnough() throws {
    let aggregates = [(0, 70, 1), (1, 60, 3), (2, 50, 3), (3, 10, 2)].map { number, kept, n in
      SeriesAggregate(number: number, kept: Double(kept), count: n)
    }
    let values = SeriesValues(
      .pain(.now), by: .week, in: Day(number: 0)...Day(number: 40), aggregates: aggregates,
      today: SeriesFixture.today)
    let change = try #require(TrendReport(values).change.difference)
    #expect(change.first.value == 6 && change.last.value == 5 && change.points == -1)
    #expect(change.first.label == "1970-W02" && change.last.n == 3)
  }

  @Test func daysHaveEndsOfSevenDays() throws {
    let report = SeriesFixture.trend(
      "pain", (0..<20).map { $0 % 2 == 0 ? 8 - Double($0) / 4 : nil }, n: 1, by: .day)
    let slope = try #require(report.slope)
    #expect(slope.perStep == -0.25 && slope.perWeek == -1.75)
    let change = try #require(report.change.difference)
    #expect(change.first.n == 4 && change.last.n == 4)
    #expect(change.first.value == 7.25 && change.last.value == 4.25)
    #expect(report.points.count == 10 && report.span == 19)
    let short = SeriesFixture.trend("pain", (0..<13).map { _ in 4 }, n: 1, by: .day)
    #expect(short.change == .oneEnd, "the two weeks overlap")
  }

  @Test func flaresAreMarkedOrLeftOut() throws {
    let week = SeriesFixture.first.adding(2).start
    var random = SeededRandom()
    func moment(_ day: Day) -> Moment {
      Moment(utc: day.number * 86_400, offsetMinutes: 0, zone: "UTC", day: day)
    }
    let flare = Flare(
      id: EntryID(nanoseconds: 0, using: &random), start: moment(week), end: moment(week.adding(8)))
    let values = SeriesFixture.values("pain", [5, 5, 9, 9, 4, 4])
    let marked = TrendReport(values, flares: [flare])
    #expect(marked.points.map(\.isFlare) == [false, false, true, true, false, false])
    #expect(marked.leftOutFlares == nil)
    let without = TrendReport(values, flares: [flare], withoutFlares: true)
    #expect(without.points.map(\.value) == [5, 5, 4, 4])
    #expect(without.leftOutFlares == 2 && without.span == 6)
    let all = TrendReport(
      SeriesFixture.values("pain", [nil, nil, 9, 9]), flares: [flare], withoutFlares: true)
    #expect(all.verdict == .tooFew && all.points.isEmpty && all.leftOutFlares == 2)
  }

  @Test func aYearWithoutValuesKeepsItsLength() throws {
    let numbers: [Double?] = [6, 5] + Array(repeating: nil, count: 52) + [5, 4, 4, 4, 3, 3]
    let report = SeriesFixture.trend("pain", numbers)
    #expect(report.span == 60 && report.points.count == 8)
    let slope = try #require(report.slope)
    #expect(slope.perWeek > -0.2, "not as if the year had not been: \(slope.perWeek)")
    #expect(report.points[2].smoothed > 4.99, "after a year the new value counts for all")
  }

  @Test func neighboursThatResembleEachOtherAreAllowedFor() throws {
    // A slow wave that ends low: the plain test finds a trend.
    let wave: [Double?] = [6, 7, 7, 7, 6, 5, 5, 4, 4, 4, 5, 6, 6, 5, 4, 3]
    let report = SeriesFixture.trend("pain", wave)
    let serial = try #require(report.serial)
    let (p, allowing) = try (#require(report.mannKendall?.p.value), #require(report.serialP?.value))
    #expect(serial.lag1 > 0.5 && p < 0.05 && allowing >= 0.05)
    #expect(!report.isClear && outcome(report) == .onlySerial)
    #expect(report.highSerial?.p == allowing)
  }

  /// Limits of one or two moving ranges call everything a signal.
  @Test func limitsNeedSevenMovingRanges() throws {
    let alternating: [Double?] = [7, 7, nil, 6, nil, 8, nil, 5, nil, 6, nil, 7, nil, 5, nil, 6]
    let few = SeriesFixture.trend("pain", alternating)
    #expect(few.points.count == 9 && few.control == nil && few.noControl == .fewNeighbours(1))
    #expect(few.missing.last == .control(.fewNeighbours(1)))
    // After a gap the baseline has a point more.
    let broken = try #require(
      SeriesFixture.trend("pain", [5, 6, 5, nil, 6, 5, 6, 5, 6, 5, 9]).control)
    #expect(broken.baseline == 9 && broken.movingRanges == 7)
    let six = SeriesFixture.trend("pain", [5, 6, 5, nil, 6, 5, 6, 5, 6])
    #expect(six.points.count == 8 && six.noControl == .fewNeighbours(6))
  }

  @Test func withoutScatterThereAreNoLimits() {
    let report = SeriesFixture.trend("pain", [4, 4, 4, 4, 4, 4, 4, 4, 5, 4, 6])
    #expect(report.control == nil && report.noControl == .alike(baseline: 8))
  }

  /// The p is 1/20 to the last bit, which is not below .05, whatever floating point adds up.
  @Test(arguments: [
    [4, 4, 5, 4, 4, 6, 6, 6], [4, 4, 3, 4, 4, 6, 6, 6], [3, 4, 5, 4, 4, 5, 5, 5],
  ])
  func justOneInTwentyIsNotBelow(_ numbers: [Double]) {
    let report = SeriesFixture.trend("pain", numbers)
    #expect(report.mannKendall?.p.value == 0.05 && !report.isClear)
    #expect(outcome(report) == TrendReport.Outcome.none)
  }

  /// The stage of a week is that of its Thursday, as it is for phases.
  @Test func theStageOfAWeekIsThatOfItsThursday() {
    let monday = SeriesFixture.first.start
    var random = SeededRandom()
    func protocolHistory(_ day: Day) -> ProtocolHistory {
      ProtocolHistory([
        StageTransition(
          id: EntryID(nanoseconds: 0, using: &random),
          moment: Moment(utc: day.number * 86_400, offsetMinutes: 0, zone: "UTC", day: day),
          kind: .start, rehabProtocol: Slug(stored: "p"), stage: Slug(stored: "one"))
      ])
    }
    let values = SeriesFixture.values("pain", [5, 5])
    for weekday in 0..<7 {
      let protocolHistory = protocolHistory(monday.adding(weekday))
      let points = TrendReport(values, protocolHistory: protocolHistory).points
      let phase = Phase.all(.stage, of: protocolHistory, through: monday.adding(90))[0]
      #expect((points[0].stageInterval != nil) == (weekday <= 3) && points[1].stageInterval != nil)
      #expect(phase.holds(SeriesFixture.first) == (points[0].stageInterval != nil))
    }
  }

  @Test func signalsPointIntoThePoints() throws {
    let numbers: [Double?] = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 10, 5]
    let control = try #require(SeriesFixture.trend("pain", numbers).control)
    #expect(control.centre == 5.5 && control.baseline == 8 && control.movingRanges == 7)
    #expect(
      control.signals == [TrendReport.Control.Signal(indices: 10..<11, isRun: false, isAbove: true)]
    )
  }
}

/// What a report is given at its edges: a finite number, or nothing.
@Suite struct TrendEdgeTests {
  private static let series: [(String, [Double?])] = [
    ("nothing", []), ("one", [4]), ("two", [4, 7]), ("the floor", Array(repeating: 0, count: 12)),
    ("the ceiling", Array(repeating: 10, count: 12)),
    ("both limits", (0..<12).map { $0 % 2 == 0 ? 0 : 10 }),
    ("a straight line", (0..<12).map { 9 - Double($0) / 2 }),
    ("every other week", (0..<24).map { $0 % 2 == 0 ? Double($0 % 5) : nil }),
    ("one outlier", (0..<12).map { $0 == 6 ? 10 : 1 }),
    ("three years", (0..<160).map { Double(($0 * 7) % 11) }),
  ]

  @Test(arguments: series) func everythingIsFinite(_ what: String, _ numbers: [Double?]) {
    for name in ["pain", "glute-bridge", "steps", "sessions", "rmdq"] {
      for step in Step.allCases {
        let report = SeriesFixture.trend(name, numbers, by: step)
        var all = report.points.flatMap { [$0.x, $0.value, $0.smoothed] } + report.line
        if let slope = report.slope {
          all += [slope.perWeek, slope.perStep, slope.intercept]
          all += slope.interval.map { [$0.low, $0.high] } ?? []
        }
        if let serial = report.serial { all += [serial.lag1, serial.varianceFactor] }
        if let control = report.control {
          all += [control.centre, control.limits.low, control.limits.high]
          let last = control.signals.map(\.indices.upperBound).max() ?? 0
          #expect(last <= report.points.count)
        }
        if let change = report.change.difference {
          all += [change.points, change.percent ?? 0, change.important?.value ?? 0]
        }
        let isFinite = all.allSatisfy { $0.isFinite }
        #expect(isFinite, "\(what), \(name)")
      }
    }
  }

  @Test func nothingIsLeftAroundAStraightLine() throws {
    let report = SeriesFixture.trend("pain", (0..<12).map { 9 - Double($0) / 2 })
    #expect(report.slope?.perWeek == -0.5 && report.serial == nil && report.isClear)
    #expect(report.slope?.interval == Interval(low: -0.5, high: -0.5))
    #expect(report.noSerial == .noResiduals && report.missing.first == .serial(.noResiduals))
  }

  @Test func withoutNeighboursThereIsNoCorrelation() {
    let report = SeriesFixture.trend("pain", (0..<24).map { $0 % 2 == 0 ? Double($0 % 5) : nil })
    #expect(report.mannKendall != nil && report.serial == nil && report.control == nil)
    #expect(report.noSerial == .fewNeighbours(needed: 3, found: 0))
  }

  @Test func anAngleHasNoPercent() {
    let report = SeriesFixture.trend("thomas:left", [10, 8, 6, 4, 2, -6.5])
    #expect(report.change.difference?.percent == nil && report.change.difference?.points == -16.5)
  }

  @Test func fromNothingThereIsNoPercent() {
    let report = SeriesFixture.trend("pain", [0, 1, 2, 2, 3, 3])
    let change = report.change.difference
    #expect(change?.points == 3 && change?.percent == nil && change?.important?.value == 2)
  }
}
