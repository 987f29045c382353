import Core
import ReportFixtures
import Testing

@testable import Analytics

@Suite struct WeeklyReportTests {
  @Test func everyWeekHasARowAndGapsStayGaps() {
    var aggregates = WeeklyFixture()
    aggregates.pain(1, [40])
    aggregates.pain(4, [30])
    let rows = aggregates.report(6).rows
    #expect(rows.map(\.week.number) == Array(2950...2955))
    #expect(rows.map(\.isGap) == [true, false, true, true, false, true])
    #expect(rows[4].pain.change == nil, "the week before has no ratings")
  }

  @Test func aWeekWithOtherEntriesIsNoGap() {
    var aggregates = WeeklyFixture()
    aggregates.aggregates.active.insert(aggregates.week(0))
    let row = aggregates.report(1).rows[0]
    #expect(!row.isGap)
    #expect(row.pain == WeeklyReport.Pain())
    #expect(row.sessions == 0 && row.minutes == 0 && row.load == 0)
  }

  @Test func painHasMedianWorstAndChange() {
    var aggregates = WeeklyFixture()
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
    var aggregates = WeeklyFixture()
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
    var aggregates = WeeklyFixture()
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
    #expect(report.rangeMethod?.instrument == .inclinometer)
  }

  @Test func oneForgottenMethodDoesNotTakeTheName() {
    var aggregates = WeeklyFixture()
    for week in 0..<3 { aggregates.bridge(week, 120, by: .inclinometer) }
    aggregates.bridge(3, 140)
    let report = aggregates.report(4)
    #expect(report.series.map(\.key) == ["glute-bridge", "glute-bridge@unstated"])
    #expect(report.rows.map { $0.measures["glute-bridge"]?.value } == [120, 120, 120, nil])
  }

  @Test func anUnstatedMethodIsAMethodOfItsOwn() {
    var aggregates = WeeklyFixture()
    aggregates.bridge(0, 120, by: .photo)
    aggregates.bridge(1, 126)
    #expect(aggregates.report(2).series.map(\.key) == ["glute-bridge", "glute-bridge@photo"])
  }

  @Test func factorsHaveMedianAndChange() throws {
    var aggregates = WeeklyFixture()
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
