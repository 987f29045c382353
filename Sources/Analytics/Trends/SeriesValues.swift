import Core
import Statistics

/// The values of a series, one per week or day, without gaps.
package struct SeriesValues: Sendable {
  /// The value of a week, a day or several of them.
  package struct Value: Sendable, Equatable {
    /// The number of the week or day; see ``Step``. Of several, the first.
    package let number: Int
    /// The value in the unit of the series.
    package let value: Double
    /// How many ratings, days, measurements or sessions it is made from.
    package let n: Int
    /// How many single readings: trials for measurements, otherwise `n`.
    package let readings: Int
  }

  /// A measurement method and how many points have it.
  package struct MethodCount: Sendable, Equatable {
    package let method: MeasurementMethod
    /// How many weeks or days have it.
    package let points: Int
  }

  /// A change of measurement method.
  package struct Break: Sendable, Equatable {
    /// The first week or day with the new method.
    package let number: Int
    /// The methods before and from then on.
    package let before: [MeasurementMethod], after: [MeasurementMethod]
  }

  /// The series.
  package let series: Series
  /// What one point covers.
  package let step: Step
  /// The days that were read.
  package let window: ClosedRange<Day>
  /// The values in order of time.
  package let values: [Value]
  /// The method of the values, for measurements.
  package let method: MeasurementMethod?
  /// The methods in the window, the most frequent one first.
  package let methods: [MethodCount]
  /// Where the method changed, in order of time.
  package let breaks: [Break]
  /// Whether the present week or day is left out: a sum is incomplete until it is over.
  package let isUnfinishedLeftOut: Bool
  /// The weeks or days with a value that were left out because of a flare, in order; nil if none were to be.
  package let leftOut: [Int]?
  private let aggregates: [SeriesAggregate]

  /// Assigns aggregates to their weeks or days.
  ///
  /// - Parameters:
  ///   - series: if it has no method, the most frequent one counts (the latest of equal ones).
  ///   - step: what a point covers.
  ///   - window: the days of the aggregates.
  ///   - aggregates: in any order.
  ///   - today: the user's day; a sum is incomplete until it is over.
  package init(
    _ series: Series, by step: Step, in window: ClosedRange<Day>, aggregates: [SeriesAggregate],
    today: Day
  ) {
    self.series = series
    self.step = step
    self.window = window
    let finished = aggregates.filter {
      series.rule != .sum || step.days($0.number).upperBound < today
    }
    isUnfinishedLeftOut = finished.count < aggregates.count
    methods = SeriesValues.methods(finished)
    breaks = SeriesValues.breaks(finished)
    let chosen: MeasurementMethod?
    if case .measure(_, _, let asked) = series {
      chosen = asked ?? methods.first?.method
    } else {
      chosen = nil
    }
    method = chosen
    let own = finished.filter { $0.method == chosen }
    self.aggregates = own
    values = Dictionary(grouping: own, by: \.number).sorted { $0.key < $1.key }
      .compactMap { SeriesValues.combined($0.value, series: series, number: $0.key) }
    leftOut = nil
  }

  private init(_ whole: SeriesValues, leftOut: [Int]?, without isLeftOut: (Int) -> Bool) {
    self.leftOut = leftOut
    (series, step, window, method) = (whole.series, whole.step, whole.window, whole.method)
    (methods, breaks) = (whole.methods, whole.breaks)
    isUnfinishedLeftOut = whole.isUnfinishedLeftOut
    values = whole.values.filter { !isLeftOut($0.number) }
    aggregates = whole.aggregates.filter { !isLeftOut($0.number) }
  }

  /// The same without some weeks or days.
  package func leavingOut(_ isLeftOut: (Int) -> Bool) -> SeriesValues {
    SeriesValues(self, leftOut: leftOut, without: isLeftOut)
  }

  /// The same without the weeks or days that overlap a flare.
  package func leavingOut(_ flares: [Flare]) -> SeriesValues {
    let active = Set(values.map(\.number).filter { flares.touch(step.days($0)) })
    return SeriesValues(self, leftOut: active.sorted()) { active.contains($0) }
  }

  /// One value for several weeks or days, by the rule of the series; nil without any.
  func combined(_ numbers: ClosedRange<Int>) -> Value? {
    SeriesValues.combined(
      aggregates.filter { numbers.contains($0.number) }, series: series, number: numbers.lowerBound)
  }

  private static func combined(
    _ aggregates: [SeriesAggregate], series: Series, number: Int
  ) -> Value? {
    let n = aggregates.reduce(0) { $0 + $1.count }
    guard !aggregates.isEmpty, n > 0 || series.rule == .sum else { return nil }
    let sum = aggregates.reduce(0) { $0 + $1.kept }
    let kept: Double?
    switch series.rule {
    // In stored units, so that the mean of the middle two is exact before it is divided.
    case .median:
      let sorted = aggregates.sorted { $0.kept < $1.kept }
      kept = Median.of(sorted.map(\.kept), counts: sorted.map(\.count))
    case .mean: kept = sum / Double(n)
    case .sum: kept = sum
    case .best:
      let all = aggregates.map(\.kept)
      kept = series.better == .lower ? all.min() : all.max()
    }
    guard let kept else { return nil }
    return Value(
      number: number, value: kept / series.keptPerUnit, n: n,
      readings: aggregates.reduce(0) { $0 + $1.readings })
  }

  private static func methods(_ aggregates: [SeriesAggregate]) -> [MethodCount] {
    var numbers: [MeasurementMethod: Set<Int>] = [:]
    for aggregate in aggregates {
      if let method = aggregate.method { numbers[method, default: []].insert(aggregate.number) }
    }
    func rank(_ entry: (key: MeasurementMethod, value: Set<Int>)) -> (Int, Int, String) {
      (entry.value.count, entry.value.max() ?? 0, entry.key.label)
    }
    return numbers.sorted { rank($0) > rank($1) }
      .map { MethodCount(method: $0.key, points: $0.value.count) }
  }

  private static func breaks(_ aggregates: [SeriesAggregate]) -> [Break] {
    let byNumber = Dictionary(grouping: aggregates, by: \.number).mapValues { aggregates in
      Set(aggregates.compactMap(\.method)).sorted { $0.label < $1.label }
    }
    let numbers = byNumber.keys.sorted()
    return zip(numbers, numbers.dropFirst()).compactMap { earlier, later in
      let (before, after) = (byNumber[earlier] ?? [], byNumber[later] ?? [])
      return before == after ? nil : Break(number: later, before: before, after: after)
    }
  }
}

extension [Flare] {
  /// Whether one of them overlaps a range of days.
  package func touch(_ days: ClosedRange<Day>) -> Bool { contains { $0.touches(days) } }
}
