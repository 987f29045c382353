/// An individuals and moving range chart (XmR; Wheeler, *Understanding Variation*, 1993): which values are
/// outside the range that the baseline predicts?
package struct ControlChart: Sendable, Equatable {
  /// The side of the centre on which a signal lies.
  package enum Side: Sendable, Equatable {
    case above, below
  }

  /// A point or run outside the expected range.
  package enum Signal: Sendable, Equatable {
    /// The value at `index` is beyond a limit.
    case beyondLimit(index: Int, Side)
    /// The values at `indices`, a full run of 8 or more, are on one side.
    case run(indices: Range<Int>, Side)
  }

  /// The shortest run that is a signal.
  package static let shortestRun = 8

  /// The mean of the baseline, in units of y.
  package let centre: Double
  /// Centre ± 2.66 · the mean moving range of the baseline.
  package let limits: Interval
  /// The moving ranges behind the limits: those between neighbours whose times differ by exactly 1.
  /// Few of them, after many gaps, make poor limits.
  package let movingRanges: Int
  /// The signals over the whole series, by the index at which each starts.
  package let signals: [Signal]

  /// How many of the first values include this many moving ranges, which are taken between neighbours in
  /// time.
  ///
  /// - Parameters:
  ///   - x: times in rising order, in weeks or days.
  ///   - ranges: how many moving ranges a baseline needs.
  /// - Returns: nil where the whole series has fewer.
  package static func baseline(x: [Double], holding ranges: Int) -> Int? {
    var found = 0
    for index in x.indices.dropFirst() where x[index] - x[index - 1] == 1 {
      found += 1
      if found >= ranges { return index + 1 }
    }
    return nil
  }

  /// The chart of a series.
  ///
  /// A moving range is taken only between neighbours in time: across a gap it would hold the drift
  /// of all the time between. A run goes on across a gap, since it counts values, not time; a value
  /// on the centre ends it. A baseline that does not vary puts the limits on the centre.
  ///
  /// - Parameters:
  ///   - x: n times in rising order, in weeks or days.
  ///   - y: n values.
  ///   - baseline: the indices, from 0 to n, of the values that centre and limits are made from.
  /// - Returns: nil for a baseline outside of the series or without any moving range, and when the
  ///   arguments cannot be used.
  package init?(x: [Double], y: [Double], baseline: Range<Int>) {
    guard Validation.isFinite(x: x, y: y, count: 2), Validation.isRising(x),
      baseline.lowerBound >= 0, baseline.upperBound <= x.count, let first = y[baseline].first
    else { return nil }
    // About the first value, so that the mean of equal values is that value.
    let mean = first + y[baseline].reduce(0) { $0 + ($1 - first) } / Double(baseline.count)
    let neighbours = baseline.dropLast().filter { x[$0 + 1] - x[$0] == 1 }
    guard !neighbours.isEmpty else { return nil }
    let ranges = neighbours.reduce(0) { $0 + (y[$1 + 1] - y[$1]).magnitude }
    let reach = 2.66 * ranges / Double(neighbours.count)
    centre = mean
    limits = Interval(low: mean - reach, high: mean + reach)
    movingRanges = neighbours.count
    signals = Self.signals(in: y, centre: mean, reach: reach)
  }

  private static func signals(in y: [Double], centre: Double, reach: Double) -> [Signal] {
    let noise = Rounding.noise(of: y)
    /// The side of values more than `distance` from the centre, beyond rounding.
    func side(_ value: Double, beyond distance: Double) -> Side? {
      guard (value - centre).magnitude > distance + noise else { return nil }
      return value > centre ? .above : .below
    }
    var signals: [(start: Int, signal: Signal)] = []
    for (index, value) in y.enumerated() {
      guard let side = side(value, beyond: reach) else { continue }
      signals.append((index, .beyondLimit(index: index, side)))
    }
    let sides = y.map { side($0, beyond: 0) }
    var start = 0
    while start < y.count {
      var end = start + 1
      while end < y.count, sides[end] == sides[start] { end += 1 }
      if let side = sides[start], end - start >= shortestRun {
        signals.append((start, .run(indices: start..<end, side)))
      }
      start = end
    }
    return signals.sorted { $0.start < $1.start }.map(\.signal)
  }
}
