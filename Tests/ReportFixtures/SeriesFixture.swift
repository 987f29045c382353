import Analytics
import Core
import Statistics

/// Builds series and the reports on them from a few numbers.
package enum SeriesFixture {
  package static let first = Week(number: 2950)
  package static let today = Day(number: 40_000)

  package static func series(_ text: String) -> Series {
    var held = LoggedSeries()
    held.factors = [Slug(stored: "sitting"): .time, Slug(stored: "steps"): .number]
    return (try? SeriesParser(own: [], held: held).parse(text)) ?? .pain(.now)
  }

  /// Values by week or day from the first one on, `n` ratings or trials in each; nil is a gap.
  package static func values(
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
      series, by: step, in: step.days(first).lowerBound...step.days(last).upperBound,
      aggregates: aggregates,
      today: today)
  }

  package static func trend(
    _ text: String = "pain", _ numbers: [Double?], n: Int = 3, by step: Step = .week
  ) -> TrendReport {
    TrendReport(values(text, numbers, n: n, by: step))
  }

  /// The weeks before and from the week at `split` on.
  package static func compare(
    _ numbers: [Double?], at split: Int, _ text: String = "pain"
  ) -> CompareReport {
    let day = first.adding(split).start
    return CompareReport(
      values(text, numbers), phases: Phase.split(at: day, through: day.adding(1000)), a: 0, b: 1)
  }

  /// Pain against sitting.
  package static func relation(
    _ a: [Double?], _ b: [Double?], lag: Int = 0, by step: Step = .week
  ) -> RelationReport {
    RelationReport(values("pain", a, by: step), values("sitting", b, by: step), lag: lag)
  }

  /// Pain and candidates by name.
  package static func factors(
    _ pain: [Double?], _ candidates: [String: [Double?]], by step: Step = .week
  ) -> FactorsReport {
    let start = step.number(of: first.start)
    return FactorsReport(
      values("pain", pain, by: step),
      candidates: candidates.sorted { $0.key < $1.key }.map { name, numbers in
        var values: [Int: Double] = [:]
        for (index, value) in numbers.enumerated() { values[start + index] = value }
        return FactorsReport.Candidate(.factor, name: Slug(stored: name), values: values)
      })
  }

  /// Noise from 0 to below 5, always the same.
  package static func noise(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in Double(random.next(below: 100)) / 20 }
  }
}

/// A score of so many points.
package func score(_ points: Double?) -> NPRSScore? {
  points.flatMap { NPRSScore(tenths: Int(($0 * 10).rounded())) }
}

/// A moment of a day in UTC.
package func moment(_ day: Int, hour: Int = 18) -> Moment {
  Moment(utc: day * 86_400 + hour * 3600, offsetMinutes: 0, zone: "UTC", day: Day(number: day))
}

/// A flare from noon of one day to noon of another; nil goes on.
package func flare(_ first: Int, _ last: Int?) -> Flare {
  Flare(
    id: GateContextFixture.id(first), start: moment(first, hour: 12),
    end: last.map { moment($0, hour: 12) })
}
