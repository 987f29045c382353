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
}
