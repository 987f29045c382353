import Analytics
import Core
import SeededRandom
import Testing

@testable import Render

/// The reports on series as pictures.
@Suite struct TrendPictureTests {
  private static let first = 2950

  private func values(
    _ numbers: [Double?], n: Int = 3, by step: Step = .week, _ series: Series = .pain(.now)
  ) -> SeriesValues {
    let first =
      step == .week ? TrendPictureTests.first : Week(number: TrendPictureTests.first).start.number
    let aggregates = numbers.enumerated().compactMap { index, value in
      value.map { SeriesAggregate(number: first + index, kept: $0 * series.keptPerUnit, count: n) }
    }
    let last = first + max(0, numbers.count - 1)
    return SeriesValues(
      series, by: step, in: step.days(first).lowerBound...step.days(last).upperBound,
      aggregates: aggregates,
      today: Day(number: 40_000))
  }

  private let sitting = Series.factor(Slug(stored: "sitting"), .time)
  private let style = Style(width: 80, unicode: true, colour: false)

  /// The interval is of the slope a week and the chart goes by day, also where the slope is 0.
  @Test func theBandOfALevelLineByDay() throws {
    let report = TrendReport(values([5, 7, 6, 5, 7, 6, 5, 7, 6, 5], by: .day))
    let slope = try #require(report.slope)
    #expect(slope.perStep == 0)
    let interval = try #require(slope.interval)
    let places = try #require(report.chart.panels[0].band?.places)
    let half = (places[2].x - places[0].x) / 2
    #expect(abs(places[2].high - slope.intercept - interval.high / 7 * half) < 1e-9)
    #expect(abs(places[2].low - slope.intercept - interval.low / 7 * half) < 1e-9)
  }

  @Test func aPictureWithoutValuesSaysSo() {
    let report = TrendReport(values([]))
    let svg = report.svg()
    #expect(!svg.contains("1970") && !svg.contains("no values"))
    #expect(svg.contains("Too few weeks to say (5 needed, 0 logged)"))
    let relation = RelationReport(values([]), values([], sitting))
    #expect(!relation.svg().contains("1970") && relation.svg().contains("Too few weeks to say"))
    let half = RelationReport(values([5, 6, 5]), values([], sitting))
    #expect(!half.svg().contains("1970") && half.svg().contains("no values"))
    #expect(half.chart.span == TrendPictureTests.first...(TrendPictureTests.first + 2))
    let day = Week(number: TrendPictureTests.first).start
    let compare = CompareReport(
      values([]), phases: Phase.split(at: day, through: day.adding(99)), a: 0, b: 1)
    #expect(!compare.svg().contains("1970") && compare.svg().contains("Too few weeks to say"))
  }

  @Test func weeksOfFewReadingsAreHollow() {
    #expect(TrendReport(values([5, 6], n: 2)).chart.panels[0].hasHollow)
    #expect(!TrendReport(values([5, 6], n: 3)).chart.panels[0].hasHollow)
    // A day seldom has three ratings, and no comparison asks it to.
    #expect(!TrendReport(values([5, 6], n: 1, by: .day)).chart.panels[0].hasHollow)
    #expect(!TrendReport(values([5, 6], n: 1, .count(.sessions))).chart.panels[0].hasHollow)
  }

  /// A run is one signal, at the point that makes it one.
  @Test func eachSignalHasOneRing() throws {
    let report = TrendReport(
      values([5, 6, 5, 6, 5, 6, 5, 6] + Array(repeating: 5.8, count: 12) + [9]))
    let control = try #require(report.control)
    #expect(control.signals.map(\.place) == [14, 20])
    let first = TrendPictureTests.first
    #expect(report.chart.panels[0].signals == [first + 14, first + 20])
  }

  /// The lines of two phases differ in more than their names.
  @Test func twoPhasesHaveTwoKindsOfLine() {
    let day = Week(number: TrendPictureTests.first + 6).start
    let report = CompareReport(
      values([6, 7, 6, 7, 6, 6, 3, 2, 3, 2, 3, 2]),
      phases: Phase.split(at: day, through: day.adding(99)),
      a: 0, b: 1)
    let svg = report.svg()
    #expect(svg.contains("class=\"p-line\"") && svg.contains("class=\"p-second\""))
    let text = report.text(style)
    #expect(text.contains("· line of before") && text.contains("+ line of from"))
  }

  /// The line of the second phase is drawn from where that begins, gap or not.
  @Test func theSecondLineBeginsWithItsPhase() throws {
    let first = TrendPictureTests.first
    let day = Week(number: first + 6).start
    let gap = [Double?](repeating: nil, count: 3)
    let chart = CompareReport(
      values([5, 5.5, 6, 6.5, 7, 7.5] + gap + [5, 5.5, 4.5, 5, 5.5, 5]),
      phases: Phase.split(at: day, through: day.adding(99)), a: 0, b: 1
    ).chart
    #expect(chart.panels[0].lines.map(\.span) == [first...(first + 5), (first + 6)...(first + 14)])
    #expect(chart.marks.map(\.span) == [(first + 6)...(first + 6)])
  }

  /// With a lag, what is paired stands below one another, and the picture says so.
  @Test func aLagMovesTheSecondSeries() {
    let first = TrendPictureTests.first
    let numbers: [Double?] = (0..<16).map { Double(($0 * 7) % 11) }
    let report = RelationReport(values(numbers), values(numbers, sitting), lag: 1)
    #expect(report.chart.title == "Pain and sitting 1 week before over time")
    #expect(report.chart.panels[1].title == "sitting, median, 1 week before")
    #expect(report.chart.panels[1].points.map(\.x) == Array((first + 1)...(first + 16)))
    #expect(report.scatter.b.title == "sitting 1 week before")
    let now = RelationReport(values(numbers), values(numbers, sitting))
    #expect(now.chart.panels[1].points.map(\.x) == Array(first...(first + 15)))
    #expect(report.text(style).contains("◆ sitting, median, 1 week before, h"))
    #expect(report.markdown().contains("```text\n● Pain, median, points\n"))
  }

  /// Over ten years what the key lists is there, and no ring hides the points.
  @Test func tenYearsOfDays() {
    let numbers = (0..<3650).map { index -> Double? in
      let value = index < 8 ? 5 + index % 2 : 2 + (index * 7919) % 5
      return Double(value)
    }
    let report = TrendReport(values(numbers, by: .day))
    #expect(report.chart.panels[0].signals.count > 100)
    #expect(!report.svg().contains("p-signal\""))
    let text = report.chart.text(style)
    #expect(text.contains("│ lowest to highest of them"))
    let body = text.split(separator: "\n").filter { $0.contains("┤") || $0.contains("│") }
      .dropLast().joined()
    for (sign, words) in [("·", "Theil–Sen line"), ("╌", "mean and control"), ("~", "smoothed")] {
      #expect(text.contains("\(sign) \(words)") == body.contains(sign), "\(words)")
    }
    #expect(body.contains("~"))
  }

  /// Weeks that were left out are no weeks without a value.
  @Test func whatIsLeftOutIsNamed() {
    var random = SeededRandom()
    func moment(_ day: Day) -> Moment {
      Moment(utc: day.number * 86_400, offsetMinutes: 0, zone: "UTC", day: day)
    }
    let start = Week(number: TrendPictureTests.first + 3).start
    let flare = Flare(
      id: EntryID(nanoseconds: 0, using: &random), start: moment(start),
      end: moment(start.adding(8)))
    let report = TrendReport(
      values([5, 5, nil, 8, 8, 4, 4]), flares: [flare], withoutFlares: true)
    let text = report.text(style)
    #expect(text.contains("no value\n") && text.contains("left out for a flare\n"))
    #expect(text.split(separator: "\n").count { $0.hasSuffix("left out for a flare") } == 2)
    #expect(text.split(separator: "\n").count { $0.hasSuffix("no value") } == 1)
    #expect(report.chart.marks.map(\.kind) == [.flare])
  }

  @Test func tablesHaveTheSignsOfTheSentences() {
    let falling = TrendReport(values((0..<12).map { 9 - Double($0) / 2 + Double($0 % 2) }))
    let text = falling.text(style)
    #expect(text.contains("Mann–Kendall S −") && text.contains("points a week, 95 % CI −"))
    #expect(!text.contains(" -"))
    let numbers: [Double?] = (0..<16).map { Double(($0 * 7) % 11) }
    let relation = RelationReport(
      values(numbers), values(numbers.map { $0.map { 11 - $0 } }, sitting))
    #expect(relation.text(style).contains(" −2 ") && !relation.text(style).contains(" -"))
  }
}
