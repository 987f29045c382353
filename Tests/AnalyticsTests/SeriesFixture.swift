import Core

@testable import Analytics

/// Builds values of a series from a few numbers.
enum SeriesFixture {
  static let first = Week(number: 2950)
  static let today = Day(number: 40_000)

  static func series(_ text: String) -> Series {
    var held = LoggedSeries()
    held.factors = [Slug(stored: "sitting"): .time, Slug(stored: "steps"): .number]
    return (try? SeriesParser(own: [], held: held).parse(text)) ?? .pain(.now)
  }

  /// Values by week or day from the first one on, `n` ratings or trials in each; nil is a gap.
  static func values(
    _ text: String = "pain", _ numbers: [Double?], n: Int = 3, by step: Step = .week,
    from start: Int? = nil
  ) -> SeriesValues {
    let series = series(text)
    let first = start ?? step.number(of: first.start)
    let isMeasure = if case .measure = series { true } else { false }
    let aggregates = numbers.enumerated().compactMap { index, value in
      value.map { value in
        SeriesAggregate(
          number: first + index, method: isMeasure ? MeasurementMethod() : nil,
          kept: value * series.keptPerUnit,
          count: isMeasure ? 1 : n, readings: n)
      }
    }
    let last = first + max(0, numbers.count - 1)
    return SeriesValues(
      series, by: step, in: step.days(first).lowerBound...step.days(last).upperBound, aggregates,
      today: today)
  }

  static func trend(
    _ text: String = "pain", _ numbers: [Double?], n: Int = 3, by step: Step = .week
  ) -> TrendReport {
    TrendReport(values(text, numbers, n: n, by: step))
  }
}
