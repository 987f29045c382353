import Core
import Statistics

/// One series in two phases, the later compared with the earlier.
package struct CompareReport: Sendable {
  /// The values of the series in a phase.
  package struct Part: Sendable, Equatable {
    /// The phase.
    package let phase: Phase
    /// Its weeks with a value, oldest first, by number; see ``Step``.
    package let weeks: [Int]
    /// Their values.
    package let values: [Double]
    /// Weeks from the first to the last of them; 0 without any.
    package let span: Int
    /// The median of the values; nil without any.
    package let median: Double?

    /// How many weeks have a value.
    package var n: Int { weeks.count }
  }

  /// How much better the weeks of b are than those of a, and what two lines show. NAP ignores time and
  /// mistakes a steady trend for an effect, so the two always appear together.
  package struct Effect: Sendable, Equatable {
    /// NAP and Tau; for a series without a better direction, of higher values.
    package let overlap: NonOverlap
    /// The line through a, the step at the first week of b and the change of slope, per week.
    package let segmented: SegmentedRegression
    /// The start of b: its first week, even if nothing was logged in it.
    package let start: Week
  }

  /// The two lines, one for each phase.
  package typealias Segmented = SegmentedRegression

  /// The weeks that each phase needs.
  package static let fewestWeeks = 5

  /// The values behind it.
  package let values: SeriesValues
  /// All phases, oldest first.
  package let parts: [Part]
  /// The two that are compared.
  package let a: Part, b: Part
  /// Nil with fewer than 5 weeks in either.
  package let effect: Effect?

  var series: Series { values.series }

  /// Compares two of the phases.
  ///
  /// - Parameters:
  ///   - values: by week.
  ///   - phases: at least the two, oldest first.
  ///   - a: the index of the earlier.
  ///   - b: the index of the later.
  package init(_ values: SeriesValues, phases: [Phase], a: Int, b: Int) {
    self.values = values
    parts = phases.map { Part($0, values: values) }
    (self.a, self.b) = (parts[a], parts[b])
    effect = Effect(parts[a], b: parts[b], series: values.series)
  }
}

extension CompareReport.Part {
  fileprivate init(_ phase: Phase, values: SeriesValues) {
    self.phase = phase
    let own = values.values.filter { phase.holds(Week(number: $0.number)) }
    let weeks = own.map(\.number)
    self.weeks = weeks
    self.values = own.map(\.value)
    span = weeks.last.flatMap { last in weeks.first.map { last - $0 + 1 } } ?? 0
    median = Median.of(own.map(\.value))
  }
}

extension CompareReport.Effect {
  fileprivate init?(_ a: CompareReport.Part, b: CompareReport.Part, series: Series) {
    guard min(a.n, b.n) >= CompareReport.fewestWeeks, let first = a.weeks.first,
      let start = b.phase.firstWeek
    else { return nil }
    let better: BetterDirection = series.better == .lower ? .lower : .higher
    guard let overlap = NonOverlap(a: a.values, b: b.values, better: better),
      let segmented = SegmentedRegression(
        t: (a.weeks + b.weeks).map { Double($0 - first) }, y: a.values + b.values,
        start: Double(start.number - first))
    else { return nil }
    self.overlap = overlap
    self.segmented = segmented
    self.start = start
  }
}
