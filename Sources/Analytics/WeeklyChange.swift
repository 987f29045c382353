import Core

extension WeeklyReport {
  /// The series charted with pain.
  package static let chartedSeries = "glute-bridge"

  /// The ratings that a week needs for its median to be compared (our default).
  package static let fewestRatings = 3
  /// The change of a single pain rating that error alone stays below (MDC95 = 1.96·√2·SEM with SEM 1.02,
  /// Childs 2005).
  static let detectableChange = 2.83

  /// A week at one end of a comparison.
  package struct End: Sendable, Equatable {
    package let week: Week
    package let value: Double
    /// Ratings or measurements.
    package let n: Int
  }

  /// The first and the last week with a value.
  package enum Ends: Sendable, Equatable {
    case none
    case one(End)
    case two(End, End)

    fileprivate init(_ ends: [End]) {
      switch (ends.first, ends.last) {
      case (let first?, let last?): self = ends.count > 1 ? .two(first, last) : .one(first)
      default: self = .none
      }
    }
  }

  /// The difference of the pain medians at both ends.
  package struct PainChange: Sendable, Equatable {
    /// The last median minus the first.
    package let difference: Double
    /// Whether weeks with fewer ratings lie before or after the ends.
    package let isChosen: Bool
    package let isImportant: Bool
    package let isBeyondError: Bool

    package var isZero: Bool { difference.magnitude <= 1e-9 }
  }

  /// Weeks with enough ratings, if there are two: a single rating on a Sunday should not stand for a week.
  package var painEnds: Ends { Ends(enoughRated.count > 1 ? enoughRated : rated) }

  /// Nil with one week, or with too few ratings at either end.
  package var painChange: PainChange? {
    guard case .two(let first, let last) = painEnds,
      min(first.n, last.n) >= WeeklyReport.fewestRatings
    else { return nil }
    let difference = last.value - first.value
    return PainChange(
      difference: difference,
      isChosen: first.week != rated.first?.week || last.week != rated.last?.week,
      isImportant: MIC.isReached(from: first.value, to: first.value + difference),
      isBeyondError: difference.magnitude > WeeklyReport.detectableChange)
  }

  private var rated: [End] {
    rows.compactMap { row in
      row.pain.median.map { End(week: row.week, value: $0, n: row.pain.n) }
    }
  }

  private var enoughRated: [End] { rated.filter { $0.n >= WeeklyReport.fewestRatings } }

  /// The charted series at both ends.
  package var rangeEnds: Ends {
    Ends(
      rows.compactMap { row in
        row.measures[WeeklyReport.chartedSeries].map {
          End(week: row.week, value: $0.value, n: $0.n)
        }
      })
  }

  /// The method of the charted series, where other methods are separate series.
  package var rangeMethod: MeasurementMethod? {
    let key = WeeklyReport.chartedSeries
    guard series.contains(where: { $0.key.hasPrefix(key + "@") }) else { return nil }
    return series.first { $0.key == key }?.method
  }
}
