import Core
import Statistics

/// The values at both ends of a series, and how their difference compares with the thresholds.
///
/// By week, the ends are the first and the last week with enough readings. By day, they are the first and the
/// last seven days, if these do not overlap.
package enum TrendChange: Sendable, Equatable {
  /// A difference between two ends.
  case weighed(Difference)
  /// Not enough readings at the ends: how many there are and how many are needed.
  case tooFew(needed: Int, first: Int, last: Int)
  /// There is only one end.
  case oneEnd

  /// One end.
  package struct End: Sendable, Equatable {
    /// `2026-W36`, or the first of the days.
    package let label: String
    /// The value.
    package let value: Double
    /// How many ratings, days, measurements or sessions it is made from.
    package let n: Int
    /// How many single readings: trials for measurements, otherwise `n`.
    package let readings: Int
  }

  /// The difference of two ends.
  package struct Difference: Sendable, Equatable {
    /// The ends.
    package let first: End, last: End
    /// The last value less the first, in the unit of the series.
    package let points: Double
    /// In per cent of the first value, if that is above 0 and not an angle, whose 0 is a convention.
    package let percent: Double?
    /// The minimal important change, if one is published.
    package let important: Threshold?
    /// The minimal detectable change, if known.
    package let detectable: Threshold?
    /// Degrees of freedom of the user's own repeated trials.
    package let ownDegreesOfFreedom: Int

    /// Whether both ends are equal, up to rounding.
    package var isZero: Bool { points.magnitude <= 1e-9 }
    /// Whether it reaches the important change; nil where none is known.
    package var isImportant: Bool? { important.map { points.magnitude + 1e-9 >= $0.value } }
    /// Whether it exceeds the measurement error; nil where that is not known.
    package var isDetectable: Bool? { detectable.map { points.magnitude > $0.value + 1e-9 } }
  }

  /// The difference, when there is one.
  package var difference: Difference? {
    if case .weighed(let difference) = self { return difference }
    return nil
  }

  init(_ values: SeriesValues, visits: [TrialVisit]) {
    let needed = values.series.readingsNeeded
    let ends = TrendChange.ends(values, needed: needed)
    guard let first = ends.first, let last = ends.last, ends.count == 2 else {
      self = .oneEnd
      return
    }
    guard first.value.readings >= needed, last.value.readings >= needed else {
      self = .tooFew(needed: needed, first: first.value.readings, last: last.value.readings)
      return
    }
    self = .weighed(Difference(first, to: last, values: values, visits: visits))
  }

  fileprivate typealias Stretch = (days: ClosedRange<Day>, value: SeriesValues.Value)

  private static func ends(_ values: SeriesValues, needed: Int) -> [Stretch] {
    guard let first = values.values.first?.number, let last = values.values.last?.number else {
      return []
    }
    guard values.step == .day else {
      let enough = values.values.filter { $0.readings >= needed }
      let all = enough.count > 1 ? enough : values.values
      return [all.first, all.count > 1 ? all.last : nil].compactMap(\.self).map {
        (Step.week.days($0.number), $0)
      }
    }
    guard first + 6 < last - 6 else { return [] }
    return [first...first + 6, last - 6...last].compactMap { numbers in
      values.combined(numbers).map {
        (Day(number: numbers.lowerBound)...Day(number: numbers.upperBound), $0)
      }
    }
  }
}

extension TrendChange.Difference {
  fileprivate init(
    _ from: TrendChange.Stretch, to: TrendChange.Stretch, values: SeriesValues,
    visits: [TrialVisit]
  ) {
    func end(_ stretch: TrendChange.Stretch) -> TrendChange.End {
      TrendChange.End(
        label: values.step.label(stretch.value.number), value: stretch.value.value,
        n: stretch.value.n, readings: stretch.value.readings)
    }
    (first, last) = (end(from), end(to))
    points = to.value.value - from.value.value + 0
    let hasShare = from.value.value > 0 && values.series.hasShares
    percent = hasShare ? 100 * points / from.value.value : nil
    important = values.series.importantChange(from: from.value.value)
    let compared = visits.filter { from.days.contains($0.day) || to.days.contains($0.day) }
    let error = MeasurementError(visits: visits.map { $0.trials.map { Double($0) / 100 } })
    ownDegreesOfFreedom = error?.degreesOfFreedom ?? 0
    let own = values.series.ownError(error, trials: compared.map(\.trials.count).min() ?? 1)
    detectable = own ?? values.series.publishedError(values.method)
  }
}
