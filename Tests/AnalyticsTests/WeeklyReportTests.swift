import Core
import Testing

@testable import Analytics

/// Builds tallies week by week.
struct Tallies {
  var aggregates = WeeklyAggregates()
  let first = Week(number: 2950)

  func week(_ offset: Int) -> Week { first.adding(offset) }

  mutating func pain(_ offset: Int, _ scores: [Int]) {
    let counts = Dictionary(grouping: scores) { $0 }.mapValues(\.count)
    aggregates.pain[week(offset)] = counts.sorted { $0.key < $1.key }.compactMap { score, count in
      NPRSScore(tenths: score).map { PainCount(score: $0, count: count) }
    }
    aggregates.active.insert(week(offset))
  }

  mutating func bridge(
    _ offset: Int, _ value: Double, visits: Int = 1, by instrument: Instrument? = nil
  ) {
    guard let kind = MeasurementKind.builtIn.first else { return }
    aggregates.measures[week(offset), default: []].append(
      MeasurementAggregate(
        kind: kind, side: nil, instrument: instrument, visits: visits, value: value))
    aggregates.active.insert(week(offset))
  }

  mutating func sessions(_ offset: Int, _ aggregate: SessionAggregate) {
    aggregates.sessions[week(offset)] = aggregate
    aggregates.active.insert(week(offset))
  }

  func report(_ weeks: Int) -> WeeklyReport {
    WeeklyReport(aggregates, from: first, through: week(weeks - 1))
  }
}

@Suite struct WeeklyReportTests {
  @Test func everyWeekHasARowAndGapsStayGaps() {
    var aggregates = Tallies()
    aggregates.pain(1, [40])
    aggregates.pain(4, [30])
    let rows = aggregates.report(6).rows
    #expect(rows.map(\.week.number) == Array(2950...2955))
    #expect(rows.map(\.isGap) == [true, false, true, true, false, true])
    #expect(rows[4].pain.change == nil, "the week before has no ratings")
  }

  @Test func aWeekWithOtherEntriesIsNoGap() {
    var aggregates = Tallies()
    aggregates.aggregates.active.insert(aggregates.week(0))
    let row = aggregates.report(1).rows[0]
    #expect(!row.isGap)
    #expect(row.pain == WeeklyReport.Pain())
    #expect(row.sessions == 0 && row.minutes == 0 && row.load == 0)
  }

  @Test func painHasMedianWorstAndChange() {
    var aggregates = Tallies()
    aggregates.pain(0, [30, 50, 40, 40])
    aggregates.pain(1, [33, 34])
    let rows = aggregates.report(2).rows
    #expect(rows[0].pain.n == 4)
    #expect(rows[0].pain.median == 4)
    #expect(rows[0].pain.worst == NPRSScore(tenths: 50))
    #expect(rows[1].pain.median == 3.35, "exactly, not 3.3499999999999996")
    #expect(rows[1].pain.change == 3.35 - 4)
  }

  @Test func minutesAndLoadAreUnknownWhenNobodySaid() {
    var aggregates = Tallies()
    var aggregate = SessionAggregate()
    aggregate.sessions = 2
    aggregate.activeDays = 1
    aggregate.sets = 7
    aggregates.sessions(0, aggregate)
    aggregate.seconds = 1080
    aggregate.withDuration = 1
    aggregate.loadTenthSeconds = 30 * 1080
    aggregate.withLoad = 1
    aggregates.sessions(1, aggregate)
    let rows = aggregates.report(3).rows
    #expect(rows[0].minutes == nil && rows[0].load == nil)
    #expect(rows[1].minutes == 18 && rows[1].load == 54 && rows[1].loadSessions == 1)
    #expect(rows[2].minutes == 0 && rows[2].load == 0)
  }

  @Test func methodsNeverMix() {
    var aggregates = Tallies()
    aggregates.bridge(0, 120, by: .goniometer)
    aggregates.bridge(1, 121, by: .goniometer)
    aggregates.bridge(1, 126, by: .inclinometer)
    aggregates.bridge(2, 127, by: .inclinometer)
    let report = aggregates.report(3)
    // As many weeks each: the newest keeps the plain name.
    #expect(report.series.map(\.key) == ["glute-bridge", "glute-bridge@goniometer"])
    #expect(report.rows.map { $0.measures["glute-bridge"]?.value } == [nil, 126, 127])
    #expect(report.rows.map { $0.measures["glute-bridge@goniometer"]?.value } == [120, 121, nil])
    #expect(report.rows[1].measures["glute-bridge"]?.change == nil)
    #expect(report.rows[2].measures["glute-bridge"]?.change == 1)
    #expect(report.statements[1].contains("only inclinometer readings are compared"))
  }

  @Test func oneForgottenMethodDoesNotTakeTheName() {
    var aggregates = Tallies()
    for week in 0..<3 { aggregates.bridge(week, 120, by: .inclinometer) }
    aggregates.bridge(3, 140)
    let report = aggregates.report(4)
    #expect(report.series.map(\.key) == ["glute-bridge", "glute-bridge@unstated"])
    #expect(report.rows.map { $0.measures["glute-bridge"]?.value } == [120, 120, 120, nil])
  }

  @Test func anUnstatedMethodIsAMethodOfItsOwn() {
    var aggregates = Tallies()
    aggregates.bridge(0, 120, by: .photo)
    aggregates.bridge(1, 126)
    #expect(aggregates.report(2).series.map(\.key) == ["glute-bridge", "glute-bridge@photo"])
  }

  @Test func factorsHaveMedianAndChange() throws {
    var aggregates = Tallies()
    func count(_ text: String, _ days: Int) throws -> FactorCount {
      FactorCount(factor: try Factor(text), count: days)
    }
    aggregates.aggregates.factors[aggregates.week(0)] = [
      try count("sitting=9h", 3), try count("steps=10", 1),
    ]
    aggregates.aggregates.factors[aggregates.week(1)] = [
      try count("sitting=6h20m", 1), try count("sitting=8h", 1),
    ]
    let report = aggregates.report(2)
    #expect(report.factors == ["sitting", "steps"])
    #expect(report.rows[0].factors["sitting"]?.median == 9)
    #expect(report.rows[0].factors["sitting"]?.n == 3)
    #expect(report.rows[0].factors["steps"]?.unit == "")
    let second = try #require(report.rows[1].factors["sitting"])
    #expect(second.median == 430.0 / 60 && second.unit == "h" && second.n == 2)
    #expect(second.change == 430.0 / 60 - 9)
  }

  @Test func weeksOverNewYear() throws {
    let last = try #require(Day("2020-12-31")).week
    let report = WeeklyReport(WeeklyAggregates(), from: last, through: last.adding(1))
    #expect(report.rows.map(\.week.description) == ["2020-W53", "2021-W01"])
  }
}

/// Every branch of the sentences.
@Suite struct WeeklyStatementTests {
  private func pain(_ weeks: [Int: [Int]], of count: Int = 4) -> String {
    var aggregates = Tallies()
    for (week, scores) in weeks { aggregates.pain(week, scores) }
    return aggregates.report(count).statements[0]
  }

  private func range(_ weeks: [Int: Double], of count: Int = 4) -> String {
    var aggregates = Tallies()
    for (week, value) in weeks { aggregates.bridge(week, value) }
    return aggregates.report(count).statements[1]
  }

  private let seven = Array(repeating: 70, count: 3)

  @Test func noRatings() {
    #expect(pain([:]) == "Pain: no ratings of pain now in these 4 weeks.")
    #expect(pain([:], of: 1) == "Pain: no ratings of pain now in this week.")
  }

  @Test func oneWeek() {
    #expect(
      pain([2: [40]])
        == "Pain: median 4 in W31 (1 rating); with one week there is nothing to compare it with yet."
    )
  }

  @Test func tooFewRatings() {
    let text = pain([0: seven, 3: [20, 20]])
    #expect(text.contains("too few to weigh a change (3 in both weeks needed, our default)"))
    #expect(!text.contains("lower"))
  }

  @Test func weeksWithEnoughRatingsAreCompared() {
    let three = [32, 32, 32]
    let text = pain([0: [36], 1: [34, 34, 34], 2: three, 3: [90]])
    #expect(
      text.contains(
        "3.4 in W30 (3 ratings) and 3.2 in W31 (3 ratings), the first and the last week with 3 or "
          + "more: 0.2 lower"))
  }

  @Test func noDifference() {
    #expect(pain([0: seven, 3: seven]).hasSuffix("no difference between these two weeks."))
  }

  @Test(arguments: [
    // From 7: two points are important, 30 % is 2.1.
    (70, 51, "1.9 lower, less than the change that matters"),
    (70, 50, "2 lower, a change of a size that matters"),
    (70, 42, "2.8 lower, a change of a size that matters"),
    (70, 41, "and more than the error of single ratings"),
    // From 3: 30 % is 0.9 points.
    (30, 22, "0.8 lower, less than the change that matters"),
    (30, 21, "0.9 lower, a change of a size that matters"),
    (30, 49, "1.9 higher, a change of a size that matters"),
    (70, 90, "2 higher, a change of a size that matters"),
    // From nothing there is no share.
    (0, 19, "1.9 higher, less than the change that matters"),
    (0, 20, "2 higher, a change of a size that matters"),
  ])
  func changesAreWeighed(_ from: Int, _ to: Int, _ words: String) {
    let text = pain([0: [from, from, from], 3: [to, to, to]])
    #expect(text.contains(words), "\(text)")
    #expect(text.contains("Ostelo 2008"))
  }

  @Test func withinErrorIsSaid() {
    let text = pain([0: seven, 3: [42, 42, 42]])
    #expect(
      text.contains(
        "though within the error of single ratings (MDC95 2.83 from SEM 1.02, Childs 2005)"))
  }

  @Test func rangeSentences() {
    #expect(range([:]) == "Glute bridge: not measured in these 4 weeks.")
    #expect(range([1: 128]).hasPrefix("Glute bridge: 128° in W30 (1 visit); with one week"))
    #expect(range([0: 112, 3: 128.5]).contains(": 16.5° more. No measurement error in degrees"))
    #expect(range([0: 112, 3: 100]).contains(": 12° less. "))
    #expect(range([0: 112, 3: 112]).contains("no difference between these two weeks"))
  }

  /// The words that this log never says of a person's data.
  @Test func noSentencePromises() {
    var all: [String] = []
    for from in stride(from: 0, through: 100, by: 10) {
      for to in stride(from: 0, through: 100, by: 5) {
        for count in [1, 3] {
          all.append(
            pain([
              0: Array(repeating: from, count: count), 3: Array(repeating: to, count: count),
            ]))
        }
      }
    }
    all += [range([:]), range([0: 100]), range([0: 100, 2: 110]), pain([:]), pain([0: [10]])]
    for text in all {
      for word in ["because", "works", "proves", "safe", "healed", "nan", "inf"] {
        #expect(!text.lowercased().contains(word), "\(text)")
      }
      #expect(text.hasSuffix("."))
    }
  }
}

@Suite struct NumberTests {
  @Test(arguments: [
    (4.0, 2, "4"), (3.35, 2, "3.35"), (3.35, 1, "3.4"), (0.285, 2, "0.29"), (-0.04, 1, "0"),
    (-0.05, 1, "-0.1"), (127.0, 1, "127"), (1e15, 0, "1000000000000000.0"), (0.999, 2, "1"),
    (-5.5, 1, "-5.5"),
    (2.675, 2, "2.68"), (1.0 / 3, 2, "0.33"), (12.05, 2, "12.05"),
  ])
  func rounds(_ value: Double, _ places: Int, _ text: String) {
    #expect(number(value, places: places) == text)
  }
}

@Suite struct WeekSoFarTests {
  @Test func comparesWithTheWeekBefore() {
    var aggregates = Tallies()
    aggregates.pain(0, [50])
    aggregates.pain(1, [40, 40])
    var aggregate = SessionAggregate()
    aggregate.sessions = 3
    aggregates.sessions(1, aggregate)
    let line = WeekSoFar(aggregates.aggregates, week: aggregates.week(1)).sentence
    #expect(line == "week 30: 3 sessions, pain median 4 (5 the week before)")
  }

  @Test func saysWhatIsMissing() {
    let line = WeekSoFar(WeeklyAggregates(), week: Week(number: 2951)).sentence
    #expect(line == "week 30: 0 sessions, pain now not rated yet")
  }

  @Test func speaksOfTheMeasuredSeries() throws {
    var aggregates = Tallies()
    aggregates.bridge(0, 124)
    aggregates.bridge(1, 128, visits: 2)
    var random = SystemRandomNumberGenerator()
    let measurement = Measurement(
      id: EntryID(nanoseconds: 0, using: &random),
      moment: Moment(utc: 0, offsetMinutes: 0, zone: "UTC", day: Day(number: 0)),
      kind: try #require(MeasurementKind.builtIn.first), trials: [12_800])
    let line = WeekSoFar(aggregates.aggregates, week: aggregates.week(1)).sentence(for: measurement)
    #expect(line == "week 30: glute-bridge 128° (124° the week before), 2 visits")
  }
}
