import Core
import ReportFixtures
import SeededRandom
import Testing

@testable import Analytics

@Suite struct FlareReportTests {
  private static let start = 20_040

  private func aggregate(
    _ sessions: Int, withLoad: Int = 0, load: Int = 0, minutes: Int? = nil, sets: Int = 0
  ) -> SessionAggregate {
    var aggregate = SessionAggregate()
    aggregate.sessions = sessions
    aggregate.withLoad = withLoad
    aggregate.loadTenthSeconds = load * 600
    aggregate.withDuration = minutes == nil ? 0 : sessions
    aggregate.seconds = (minutes ?? 0) * 60
    aggregate.sets = sets
    return aggregate
  }

  /// A flare from day 20,040 on with ratings of pain now on days counted from its first, and the worst
  /// of all on one of them.
  private func record(
    end: Int? = nil, ratings: [Int: [Double]] = [:], worst: Int? = nil,
    before: SessionAggregate = SessionAggregate(), usual: SessionAggregate = SessionAggregate(),
    start: Int = FlareReportTests.start
  ) -> FlareRecord {
    var random = SeededRandom(UInt64(start))
    let id = EntryID(nanoseconds: start, using: &random)
    let days = ratings.map { offset, scores in
      (
        Day(number: start + offset),
        scores.sorted().compactMap { score($0) }.map { PainCount(score: $0, count: 1) }
      )
    }
    let worst = worst.flatMap { day in
      score(9).map {
        PainRating(id: id, moment: moment(start + day), score: $0, recall: .worst)
      }
    }
    return FlareRecord(
      flare: Flare(
        id: id, start: moment(start),
        end: end.map { moment(start + $0, hour: 20) }),
      sessionsBefore: before, sessionsUsual: usual, worst: worst,
      ratings: Dictionary(uniqueKeysWithValues: days))
  }

  private func row(_ record: FlareRecord, today: Int = 20_060, begins: Int? = 19_000) throws
    -> FlareReport.Row
  {
    let report = FlareReport(
      [record], today: Day(number: today), logBegins: begins.map { Day(number: $0) })
    return try #require(report.rows.first)
  }

  @Test func daysCountTheFirstAndTheLast() throws {
    #expect(try row(record(end: 0)).days == 1)
    #expect(try row(record(end: 3)).days == 4)
    #expect(try row(record(), today: FlareReportTests.start).days == 1)
    #expect(try row(record(), today: FlareReportTests.start + 2).days == 3)
    // Its start may lie a few minutes ahead, on the next day.
    #expect(try row(record(), today: FlareReportTests.start - 1).days == 1)
  }

  @Test func loadIsSaidWithWhatIsMissing() throws {
    let before = aggregate(3, withLoad: 2, load: 150, minutes: 50, sets: 20)
    let known = try row(record(before: before)).before
    #expect(known.load == 150 && known.sessions == 3 && known.withoutLoad == 1)
    #expect(known.minutes == 50 && known.sets == 20)
    let unknown = try row(record(before: aggregate(2, sets: 6))).before
    #expect(unknown.load == nil && unknown.minutes == nil && unknown.withoutLoad == 2)
    let none = try row(record()).before
    #expect(none.load == 0 && none.minutes == 0 && none.sessions == 0)
  }

  /// 28 days are nine and a third times 72 hours.
  @Test func theUsualIsAMeanOverTheDaysBefore() throws {
    let usual = aggregate(14, withLoad: 14, load: 1400, minutes: 280, sets: 140)
    let mean = try row(record(usual: usual)).usual.get()
    #expect(abs(mean.sessions - 1.5) < 1e-9)
    #expect(mean.load.map { abs($0 - 150) < 1e-9 } == true)
    #expect(mean.minutes.map { abs($0 - 30) < 1e-9 } == true)
    #expect(abs(mean.sets - 15) < 1e-9)
  }

  @Test(arguments: [(20_009, true), (20_010, false), (nil, false)])
  func aYoungLogHasNoUsual(_ begins: Int?, _ isKnown: Bool) throws {
    let usual = try row(record(usual: aggregate(1)), begins: begins).usual
    #expect(((try? usual.get()) != nil) == isKnown)
    if case .failure(let gap) = usual { #expect(gap == .youngLog) }
  }

  @Test func theLevelIsTheMedianOfTheWeekBefore() throws {
    let ratings: [Int: [Double]] = [-8: [9], -7: [2, 4], -1: [5], 0: [8]]
    let level = try row(record(ratings: ratings)).level.get()
    #expect(level == FlareReport.Level(median: 4, n: 3))
    #expect(try row(record(ratings: [-8: [9], 0: [8]])).level == .failure(.noLevel))
  }

  @Test(
    arguments: [
      // The first day at the level after the worst.
      ([-1: [3.0], 0: [5], 1: [7], 2: [4], 3: [3], 4: [2]], 1, .success(3)),
      // The median of a day counts, not its lowest rating.
      ([-1: [3], 0: [7], 1: [2, 5], 2: [2, 4]], 0, .success(2)),
      // A day at the level before the worst one is not the way back.
      ([-1: [3], 0: [5], 1: [3], 2: [8], 5: [3]], 2, .success(5)),
      // Nor is the worst one itself, whatever its median.
      ([-1: [3], 0: [5], 1: [2], 3: [3]], 1, .success(3)),
      ([-1: [3], 0: [5], 1: [7]], 1, .failure(.notBack)),
      ([0: [5], 1: [2]], 0, .failure(.noLevel)),
      ([-1: [3], 1: [2]], nil, .failure(.noRating)),
    ] as [([Int: [Double]], Int?, Result<Int, FlareReport.Gap>)])
  func theWayBackToTheLevel(
    _ ratings: [Int: [Double]], _ worst: Int?, _ expected: Result<Int, FlareReport.Gap>
  ) throws {
    #expect(try row(record(end: 4, ratings: ratings, worst: worst)).daysBack == expected)
  }

  @Test func theNextFlareEndsTheWayBack() {
    let first = record(end: 1, ratings: [-1: [3], 0: [7], 9: [3], 12: [3]], worst: 0)
    func daysBack(next: Int) -> Result<Int, FlareReport.Gap>? {
      FlareReport(
        [record(start: FlareReportTests.start + next), first], today: Day(number: 20_070),
        logBegins: nil
      ).rows.last?.daysBack
    }
    #expect(daysBack(next: 10) == .success(9))
    #expect(daysBack(next: 9) == .failure(.notBack))
  }
}

@Suite struct FlareWeekTests {
  private func flare(_ from: Int, _ to: Int?) -> Flare {
    var random = SeededRandom(UInt64(from))
    return Flare(
      id: EntryID(nanoseconds: from, using: &random), start: moment(from),
      end: to.map { moment($0) })
  }

  /// Week 2950 begins on day 20,647.
  @Test(
    arguments: [
      (20_646, 20_646, [false, false, false]), (20_646, 20_647, [true, false, false]),
      (20_653, 20_653, [true, false, false]), (20_653, 20_654, [true, true, false]),
      (20_640, nil, [true, true, true]), (20_661, nil, [false, false, true]),
    ] as [(Int, Int?, [Bool])])
  func weeksThatAFlareTouchesAreMarked(_ from: Int, _ to: Int?, _ marks: [Bool]) {
    let first = Week(number: 2950)
    #expect(first.start == Day(number: 20_647))
    let report = WeeklyReport(
      WeeklyAggregates(), from: first, through: first.adding(2), flares: [flare(from, to)])
    #expect(report.rows.map(\.isFlare) == marks)
    #expect(report.rows.map(\.isGap) == [true, true, true])
  }
}
