import RehabLog
import Reports
import Testing

@testable import Rendering

/// The reports on series as pictures.
@Suite struct TrendPictureTests {
  private static let first = 2950

  private func values(
    _ numbers: [Double?], n: Int = 3, by step: Step = .week, _ series: Series = .pain(.now)
  ) -> SeriesValues {
    let first =
      step == .week ? TrendPictureTests.first : Week(number: TrendPictureTests.first).start.number
    let tallies = numbers.enumerated().compactMap { index, value in
      value.map { SeriesTally(number: first + index, kept: $0 * series.keptPerUnit, count: n) }
    }
    let last = first + max(0, numbers.count - 1)
    return SeriesValues(
      series, by: step, in: step.days(first).lowerBound...step.days(last).upperBound, tallies,
      today: Day(number: 40_000))
  }

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

  /// The line of the second phase is drawn from where that begins, gap or not.
  @Test func theSecondLineBeginsWithItsPhase() throws {
    let first = TrendPictureTests.first
    let day = Week(number: first + 6).start
    let gap = [Double?](repeating: nil, count: 3)
    let chart = CompareReport(
      values([5, 5.5, 6, 6.5, 7, 7.5] + gap + [5, 5.5, 4.5, 5, 5.5, 5]),
      Phase.split(at: day, through: day.adding(99)), a: 0, b: 1
    ).chart
    #expect(chart.panels[0].lines.map(\.span) == [first...(first + 5), (first + 6)...(first + 14)])
    #expect(chart.marks.map(\.span) == [(first + 6)...(first + 6)])
  }
}
