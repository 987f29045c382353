import Analytics
import Core
import ReportFixtures
import SeededRandom
import Testing

@testable import Render

/// Every branch of the sentences.
@Suite struct WeeklyNarrativeTests {
  private func pain(_ weeks: [Int: [Int]], of count: Int = 4) -> String {
    var aggregates = WeeklyFixture()
    for (week, scores) in weeks { aggregates.pain(week, scores) }
    return aggregates.report(count).statements[0]
  }

  private func range(_ weeks: [Int: Double], of count: Int = 4) -> String {
    var aggregates = WeeklyFixture()
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
    (70, 51, "1.9 lower, less than the change that most people notice"),
    (70, 50, "2 lower, a change of a size that most people notice"),
    (70, 42, "2.8 lower, a change of a size that most people notice"),
    (70, 41, "and more than the error of single ratings"),
    // From 3: 30 % is 0.9 points.
    (30, 22, "0.8 lower, less than the change that most people notice"),
    (30, 21, "0.9 lower, a change of a size that most people notice"),
    (30, 49, "1.9 higher, a change of a size that most people notice"),
    (70, 90, "2 higher, a change of a size that most people notice"),
    // From nothing there is no share.
    (0, 19, "1.9 higher, less than the change that most people notice"),
    (0, 20, "2 higher, a change of a size that most people notice"),
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

  @Test func otherMethodsAreNamed() {
    var aggregates = WeeklyFixture()
    aggregates.bridge(0, 120, by: .goniometer)
    for week in 1...2 { aggregates.bridge(week, 126, by: .inclinometer) }
    #expect(
      aggregates.report(3).statements[1].hasSuffix(
        "; another way of measuring is another series, so only inclinometer readings are compared.")
    )
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

@Suite struct WeekSoFarTests {
  @Test func comparesWithTheWeekBefore() {
    var aggregates = WeeklyFixture()
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
    var aggregates = WeeklyFixture()
    aggregates.bridge(0, 124)
    aggregates.bridge(1, 128, visits: 2)
    var random = SeededRandom()
    let measurement = Measurement(
      id: EntryID(nanoseconds: 0, using: &random),
      moment: Moment(utc: 0, offsetMinutes: 0, zone: "UTC", day: Day(number: 0)),
      kind: try #require(MeasurementKind.builtIn.first), trials: [12_800])
    let line = WeekSoFar(aggregates.aggregates, week: aggregates.week(1)).sentence(for: measurement)
    #expect(line == "week 30: glute-bridge 128° (124° the week before), 2 visits")
  }
}
