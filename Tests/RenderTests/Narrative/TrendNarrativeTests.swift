import Analytics
import Core
import ReportFixtures
import SeededRandom
import Statistics
import Testing

@testable import Render

/// Each branch of the sentences of a trend.
@Suite struct TrendNarrativeTests {
  private func statements(
    _ text: String = "pain", _ numbers: [Double?], n: Int = 3, visits: [TrialVisit] = []
  ) -> [String] {
    TrendReport(SeriesFixture.values(text, numbers, n: n), visits: visits).statements
  }

  private let falling: [Double?] = [7, 6.5, 6, 6, 5.5, 5, 5, 4.5, 4, 3.5, 3.5, 3]

  @Test func noValueAtAll() {
    let text = statements("thomas:left", [])
    #expect(text.count == 1)
    #expect(
      text[0].hasPrefix(
        "Too few weeks to say (5 needed, 0 logged): no value of thomas:left from 2026-07-13"))
  }

  @Test func tooFewWeeks() {
    #expect(
      statements("pain", [4])
        == [
          "Too few weeks to say (5 needed, 1 logged): pain over 1 week.",
          "The change is not weighed: it needs two weeks.",
        ])
    #expect(
      statements("pain", [4, nil, 3])[0]
        == "Too few weeks to say (5 needed, 2 logged): pain over 2 of 3 weeks.")
  }

  @Test func fiveToSevenAreADescription() {
    #expect(
      statements("pain", [7, 6, 5, nil, 4, 3])[0]
        == "Pain fell about 0.78 points a week over 5 of 6 weeks (Theil–Sen); an interval, a "
        + "test and control limits need 8 weeks, so this is a description only.")
  }

  /// A slope over a year or more is given for a year, which is a number one can read.
  @Test(arguments: [
    (51, "fell about 0.1 points a week", "95 % CI −0.10 to −0.10", "−0.10 points a week"),
    (52, "fell about 5.2 points a year", "95 % CI −5.2 to −5.2", "−5.2 points a year"),
  ])
  func aLongTrendIsGivenForAYear(count: Int, rate: String, interval: String, line: String) {
    let report = TrendReport(
      SeriesFixture.values("pain", (0..<count).map { 9 - 0.1 * Double($0) }, n: 3))
    #expect(report.statements[0].contains(rate), "\(report.statements[0])")
    #expect(report.statements[0].contains(interval), "\(report.statements[0])")
    let style = Style(width: 200, unicode: true, colour: false)
    #expect(report.text(style).contains("Line        " + line))
  }

  @Test func aClearTrend() {
    let text = statements("pain", falling)
    #expect(
      text[0]
        == "Pain fell about 0.36 points a week over 12 weeks (95 % CI −0.39 to −0.33, Theil–Sen; "
        + "Mann–Kendall p < .001).")
    #expect(
      text[1]
        == "From 7 (2026-W29, n 3) to 3 (2026-W40, n 3) it is 4 points lower, 57 %, better; "
        + "at least the change that most people notice (2 points here: 2 points or 30 %, "
        + "Ostelo 2008); more than the error of measurement (2.83 points: MDC95 of single ratings "
        + "from SEM 1.02, Childs 2005).")
    #expect(text.count == 2)
  }

  /// What the real diary of 2019 is like: a slow, certain drift of a few tenths of a point.
  @Test func clearAndYetNothing() {
    let text = statements(
      "pain", [3.6, 3.4, 3.4, 3.3, 3.3, 3.2, 3.2, 3.15, 3.1, 3.1, 3.05, 3, 3.1])
    #expect(text[0].hasPrefix("Pain fell about 0.04"))
    #expect(
      text[1].contains(
        "; statistically clear and clinically nothing, less than the change that most people notice "
          + "(1.08 points here: 2 points or 30 %, Ostelo 2008); not more than the error"))
  }

  @Test func noClearTrendIsNotNoChange() {
    let text = statements("pain", [5, 4, 6, 5, 4, 5, 6, 5, 4])
    #expect(
      text[0].hasPrefix(
        "No clear trend of pain over 9 weeks, which is not the same as no change: slope 0 points a "
          + "week, 95 % CI "))
  }

  @Test func constant() {
    #expect(
      statements("pain", [4, 4, nil, 4, 4, 4, 4, 4, 4]) == [
        "No clear trend: pain was 4 in all 8 logged of 9 weeks.",
        "From 4 (2026-W29, n 3) to 4 (2026-W37, n 3) it is the same.",
        "As nothing varies, there are no control limits and no correlation of neighbours.",
      ])
  }

  @Test func mostAreTheSame() {
    let text = statements("pain", [5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 4, 5, 4, 5, 4])
    #expect(
      text[0].hasPrefix("Later values of pain tend to be lower over 16 weeks (Mann–Kendall p"))
  }

  /// The test finds an order, and the interval of the slope reaches 0.
  @Test func anIntervalThatTouchesZeroClaimsNoSlope() throws {
    var found = 0
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let report = SeriesFixture.trend(
        "pain", (0..<12).map { Double($0 / 6 + random.next(below: 3)) })
      let (slope, test) = try (#require(report.slope), #require(report.mannKendall))
      let interval = try #require(slope.interval)
      guard slope.perWeek != 0, interval.low <= 0, interval.high >= 0 else { continue }
      #expect(!report.isClear)
      guard test.p.value < 0.05, (report.serial?.lag1 ?? 0) < 0.3 else { continue }
      found += 1
      let words = test.s < 0 ? "lower" : "higher"
      #expect(report.statement.hasPrefix("Later values of pain tend to be \(words) over 12 weeks"))
      #expect(report.statement.contains("the interval of the slope includes 0, so none is claimed"))
    }
    #expect(found > 0)
  }

  @Test func aClaimThatOnlySerialCorrelationMakes() {
    let text = statements("pain", [6, 7, 7, 7, 6, 5, 5, 4, 4, 4, 5, 6, 6, 5, 4, 3])[0]
    #expect(
      text.hasPrefix(
        "No clear trend of pain over 16 weeks, which is not the same as no change: Mann–Kendall p"))
    #expect(text.hasSuffix("p = .18 allowing for week-to-week carry-over (lag-1 r .62)."))
  }

  @Test func leftOutFlaresAreCounted() {
    let week = SeriesFixture.first.adding(2).start.number
    func without(_ numbers: [Double?]) -> [String] {
      TrendReport(
        SeriesFixture.values("pain", numbers), flares: [flare(week, week + 8)], withoutFlares: true
      ).statements
    }
    let some = without([5, 5, 9, 9, 4, 4])
    #expect(some[0].hasPrefix("Too few weeks to say (5 needed, 4 left of 6 logged): pain over"))
    #expect(some.last == "2 weeks of pain with a flare are left out, as asked.")
    #expect(
      without([nil, nil, 9, 9])[0].hasPrefix(
        "Too few weeks to say (5 needed, 0 left of 2 logged): pain from 20"))
  }

  @Test func fromNothingThereIsNoPercent() {
    #expect(
      statements("pain", [0, 1, 2, 2, 3, 3])[1].contains(
        "it is 3 points higher, no per cent of that, worse"))
    #expect(!statements("thomas:left", [10, 8, 6, 4, 2, -6.5]).joined().contains("%"))
  }

  @Test func highSerialCorrelationIsSaid() {
    let steep: [Double?] = [9, 9, 9, 8, 7, 7, 7, 6, 5, 5, 5, 4, 3, 3, 3, 2]
    #expect(!statements("pain", steep)[0].contains("carry-over"))
    let bent: [Double?] = [9, 9, 9, 8.8, 8.5, 8, 7, 6, 5, 4, 3, 2.5, 2.2, 2, 2, 2]
    let text = statements("pain", bent)[0]
    #expect(text.contains("Pain fell about"))
    #expect(text.contains(" allowing for week-to-week carry-over (lag-1 r ."))
    #expect(text.contains("p < .001; p = .015 allowing for"))
  }

  @Test func ownErrorIsPreferredAndSaid() {
    let visits = (0..<5).map {
      TrialVisit(day: SeriesFixture.first.start.adding($0), trials: [12_000, 12_200, 12_400])
    }
    let text = statements("glute-bridge", [120, 121, 122, 123, 124, 125], visits: visits)[1]
    // SEM 2, means of 3: 1.96·√2·2/√3 = 3.2.
    #expect(
      text.contains(
        "more than your measurement error (3.2°: MDC95 from your own repeated trials, 10 degrees "
          + "of freedom, for means of 3)"))
    let few = statements(
      "glute-bridge", [120, 121, 122, 123, 124, 125], visits: Array(visits.dropLast()))[1]
    #expect(few.contains("10 degrees of freedom, 8 so far"))
    let small = statements("glute-bridge", [120, 120, 120.5, 121, 121, 121], visits: visits)[1]
    #expect(small.contains("not more than your measurement error"))
  }

  @Test(arguments: [
    ("hip-extension:left@inclinometer", "3.9°: MDC95 of one rater with an inclinometer"),
    ("hip-extension:left@inclinometer-active", "no measurement error is known for it"),
    ("hip-extension:left@goniometer", "no measurement error is known for it"),
    ("extensor-hold", "32.1 s: MDC95 of single tests in people with back pain"),
    ("extensor-hold", "from SEM 11.6 s, Latimer 1999"),
    ("extensor-hold", "matters is not published"),
    ("thomas:left", "none is published"), ("thomas:left", "matters is not published"),
    ("hip-extension:left@inclinometer", "what change of it matters is not published"),
    ("odi", "10 points here: 10 points, Ostelo 2008"),
    ("rmdq", "1.5 points here: 5 points or 30 %, Ostelo 2008"),
  ])
  func publishedSizes(_ text: String, _ words: String) throws {
    let series = SeriesFixture.series(text)
    guard case .measure(_, _, let method) = series else {
      Issue.record("\(text) is no measurement")
      return
    }
    let aggregates = (0..<6).map {
      SeriesAggregate(
        number: $0, method: method ?? MeasurementMethod(), kept: 500 + 100 * Double($0), count: 1,
        readings: 3)
    }
    let report = TrendReport(
      SeriesValues(
        series, by: .week, in: Day(number: 0)...Day(number: 40), aggregates: aggregates,
        today: SeriesFixture.today))
    #expect(report.statement.contains(words), "\(report.statement)")
  }

  @Test func oneTrialIsTooLittleForAnAngleAndEnoughForAHold() {
    #expect(
      statements("glute-bridge", [120, 121, 122, 123, 124], n: 1)[1].contains(
        "it needs 3 trials at both ends, and there are 1 and 1"))
    #expect(statements("side-plank-hold:left", [20, 25], n: 1)[1].contains("5 s higher, 25 %"))
  }

  @Test func countsHaveNoDirection() {
    let text = statements("sessions", [1, 2, 3, 3, 4, 5])
    #expect(
      text[1] == "From 1 (2026-W29, n 3) to 5 (2026-W34, n 3) it is 4 higher, 400 %; neither what "
        + "change of it matters nor its error is published.")
  }

  @Test func aChangeOfMethodIsNamed() {
    let methods = [
      MeasurementMethod(instrument: .goniometer), MeasurementMethod(instrument: .inclinometer),
    ]
    let aggregates = (0..<9).map {
      SeriesAggregate(
        number: $0, method: methods[$0 / 3 == 0 ? 0 : 1], kept: 12_000, count: 1, readings: 3)
    }
    let values = SeriesValues(
      SeriesFixture.series("glute-bridge"), by: .week, in: Day(number: 0)...Day(number: 60),
      aggregates: aggregates, today: SeriesFixture.today)
    #expect(
      TrendReport(values).statements.last
        == "A change of method breaks a series: these are the readings of glute-bridge by "
        + "inclinometer, and those by goniometer (3 weeks) are left out.")
    func of(_ text: String) -> [String] {
      TrendReport(
        SeriesValues(
          SeriesFixture.series(text), by: .week, in: Day(number: 0)...Day(number: 60),
          aggregates: aggregates,
          today: SeriesFixture.today)
      ).statements
    }
    #expect(
      of("glute-bridge@goniometer").last
        == "A change of method breaks a series: these are the readings of glute-bridge by "
        + "goniometer, and those by inclinometer (6 weeks) are left out.")
    #expect(
      of("glute-bridge@photo").last
        == "A change of method breaks a series: there is no reading of glute-bridge by photo, and "
        + "those by inclinometer (6 weeks) and goniometer (3 weeks) are left out.")
  }

  /// Several remarks stand together; none hides another.
  @Test func aFlareBesideTwoMethods() {
    let methods = [
      MeasurementMethod(instrument: .goniometer), MeasurementMethod(instrument: .inclinometer),
    ]
    let aggregates = (0..<12).map {
      SeriesAggregate(
        number: $0, method: methods[$0 < 2 ? 0 : 1], kept: 12_000, count: 1, readings: 3)
    }
    let values = SeriesValues(
      SeriesFixture.series("glute-bridge"), by: .week, in: Day(number: 0)...Day(number: 90),
      aggregates: aggregates, today: SeriesFixture.today)
    var random = SeededRandom()
    let day = Week(number: 5).start
    let moment = Moment(utc: day.number * 86_400, offsetMinutes: 0, zone: "UTC", day: day)
    let flare = Flare(id: EntryID(nanoseconds: 0, using: &random), start: moment, end: moment)
    let report = TrendReport(values, flares: [flare], withoutFlares: true)
    let text = report.statements.last ?? ""
    #expect(
      text.contains("by goniometer (2 weeks) are left out; 1 week of glute-bridge with a flare"))
    #expect(text.contains("; as nothing varies, there are no control limits"))
    #expect(report.statements.count == 3 && report.leftOutFlares == 1)
  }

  /// A sum whose present week is left out, in a series without neighbours.
  @Test func theUnfinishedWeekIsSaidBesideOthers() {
    let aggregates = (0..<9).map { SeriesAggregate(number: 2 * $0, kept: Double($0 % 3), count: 1) }
    let report = TrendReport(
      SeriesValues(
        SeriesFixture.series("sessions"), by: .week, in: Day(number: 0)...Day(number: 200),
        aggregates: aggregates,
        today: Week(number: 16).start))
    #expect(
      report.statements.last
        == "The present week is not over and is left out of sessions; there is no correlation of "
        + "neighbours: 3 pairs of neighbouring weeks needed, 0 logged; there are no control limits: "
        + "7 pairs of neighbouring weeks needed, 0 logged.")
  }

  /// What the contract calls null is said to be.
  @Test func whatIsMissingIsSaid() {
    let days = SeriesFixture.trend("pain", (0..<10).map { Double($0 % 3) + 5 }, by: .day)
    #expect(days.change == .oneEnd)
    #expect(
      days.statement.contains(
        "The change is not weighed: it needs 14 days from the first to the last, and there are 10.")
    )
    let line = SeriesFixture.trend("pain", (0..<12).map { 9 - Double($0) / 2 })
    #expect(line.serial == nil)
    #expect(
      line.statement.contains("no correlation of neighbours: nothing is left around the line."))
    let angle = SeriesFixture.trend("glute-bridge", [120, 121, 120])
    #expect(angle.statement.contains("it is the same; what change of it matters is not published"))
  }

  @Test func onePointIsOne() {
    #expect(SeriesFixture.series("pain").amount(-1, places: 1) == "−1 point")
    #expect(SeriesFixture.series("pain").amount(1, places: 1) == "1 point")
    #expect(SeriesFixture.series("pain").amount(-2, places: 1) == "−2 points")
  }

  /// Sentences over everything that comes to mind hold no forbidden word and no broken number.
  @Test func noSentencePromises() {
    var random = SplitMix64(seed: 10)
    let names = [
      "pain", "pain:worst", "glute-bridge", "thomas:left", "odi", "rmdq", "sitting",
      "steps", "sessions", "load", "extensor-hold",
    ]
    for round in 0..<600 {
      let count = random.next(below: 31)
      let scale = [0, 1, 10][random.next(below: 3)]
      let drift = [-0.3, 0, 0.02, 0.5][random.next(below: 4)]
      let numbers: [Double?] = (0..<count).map { index in
        if random.next(below: 5) == 0 { return nil }
        return 10 + drift * Double(index) + Double(random.next(below: scale + 1)) / 2
      }
      let name = names[round % names.count]
      let step: Step = round % 3 == 0 ? .day : .week
      let report = SeriesFixture.trend(
        name, numbers, n: 1 + random.next(below: 4), by: step)
      expectHonest(report.statements)
      #expect(report.statements.count <= 3)
    }
  }
}
