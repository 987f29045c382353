/// The trend test of Mann (1945) and Kendall: do later values tend to be greater?
package struct MannKendall: Sendable, Equatable {
  /// The largest number of values with an exact p; above it, the normal approximation is within about .001,
  /// or .003 where most values are equal.
  package static let exactLimit = 100

  /// The number of values.
  package let count: Int
  /// S, the number of pairs that rise less those that fall.
  package let s: Int
  /// The variance of S if the order of the values were random, with its correction for ties.
  package let variance: Double
  /// The two-sided p of S among all orders of the values, 1 if all are equal.
  ///
  /// Exact p cannot be below .333 for 3 values without ties, .083 for 4, .0167 for 5.
  package let p: PValue

  /// The test of `values` in order of time, gaps left out: O(n log n), and an exact p.
  ///
  /// - Returns: nil for fewer than two values, or when they cannot be used.
  package init?(_ values: [Double]) {
    guard values.count >= 2, Validation.isFinite(values) else { return nil }
    let concordance = Concordance(x: values.indices.map(Double.init), y: values)
    count = values.count
    s = concordance.s
    variance = Ties.varianceOfS(groups: concordance.groupsOfY)
    p =
      count <= Self.exactLimit
      ? PValue(ScoreDistribution.exactP(s, groups: concordance.groupsOfY), method: .exact)
      : PValue(normalScore: s, variance: variance)
  }

  /// The p that allows for a serial correlation, as a sensitivity to show beside `p`.
  ///
  /// The normal approximation with the variance times the factor of `serial`. Never below `p`, which
  /// for few values is greater than its approximation.
  package func p(allowingFor serial: SerialCorrelation) -> PValue {
    let widened = PValue(normalScore: s, variance: variance * serial.varianceFactor)
    return widened.value > p.value ? widened : p
  }
}
