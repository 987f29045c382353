/// Whether greater or lesser values are the better ones of a series.
package enum BetterDirection: Sendable, Equatable {
  case higher, lower
}

/// How far the values of a later phase B are better than those of an earlier phase A: the nonoverlap
/// of all pairs (Parker and Vannest, *Behav Ther* 2009;40:357).
///
/// It knows nothing of time: a steady trend through both phases looks like an effect of the second.
/// Show it beside a `SegmentedRegression`.
package struct NonOverlap: Sendable, Equatable {
  /// Up to so many values p is exact.
  package static let exactLimit = 100

  /// The number of values in each phase.
  package let countA: Int, countB: Int
  /// The share of the pairs of a value of A and one of B in which that of B is better, ties counted
  /// half: from 0 to 1, ½ for no difference.
  package let nap: Double
  /// 2·NAP − 1, from −1 to 1, without a correction for the trend in A.
  package let tau: Double
  /// The two-sided p of NAP among all ways to deal the values to phases of these sizes, by its
  /// distance from ½. It takes the values as independent, which those of a time series seldom are.
  package let p: PValue

  /// Compares two phases.
  ///
  /// - Parameters:
  ///   - a: the values of the earlier phase.
  ///   - b: the values of the later one.
  ///   - better: the direction of improvement.
  /// - Returns: nil for an empty phase, or when the values cannot be used.
  package init?(a: [Double], b: [Double], better: BetterDirection) {
    guard !a.isEmpty, !b.isEmpty, Validation.isFinite(a), Validation.isFinite(b) else { return nil }
    let ranks = RankSum(a: a, b: b)
    (countA, countB) = (a.count, b.count)
    let pairs = Double(a.count * b.count)
    let higher = Double(ranks.doubledU) / 2
    nap = (better == .higher ? higher : pairs - higher) / pairs
    tau = Double(ranks.doubledU - a.count * b.count) / pairs * (better == .higher ? 1 : -1) + 0
    p = a.count + b.count <= Self.exactLimit ? ranks.exactP : ranks.normalP
  }
}
