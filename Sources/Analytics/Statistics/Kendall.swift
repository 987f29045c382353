/// The rank correlation τ-b of Kendall, with its test.
package struct Kendall: Sendable, Equatable {
  /// Up to so many pairs p is exact where one of the series has no ties.
  package static let exactLimit = 100
  /// Up to so many pairs p is exact where both series have ties.
  package static let exactLimitWithTies = 9

  /// The number of points.
  package let count: Int
  /// S, the number of concordant pairs of points less the discordant ones.
  package let s: Int
  /// τ-b = S/√((n₀ − n₁)(n₀ − n₂)), from −1 to 1, with n₀ pairs of points, n₁ of them tied in x and
  /// n₂ in y.
  package let tauB: Double
  /// The variance of S if x and y were independent, with ties in both (Kendall, *Rank Correlation
  /// Methods*, 1970, ch. 4).
  package let variance: Double
  /// The two-sided p of S among all ways to pair the values of x with those of y.
  ///
  /// Exact within the limits above, else by the normal approximation. It takes the points as
  /// independent, which those of a time series seldom are.
  package let p: PValue

  /// The correlation of n points: O(n log n), and an exact p.
  ///
  /// - Returns: nil for fewer than two points, for an x or y that does not vary, and when the
  ///   arguments cannot be used.
  package init?(x: [Double], y: [Double]) {
    guard Validation.isFinite(x: x, y: y, count: 2) else { return nil }
    let concordance = Concordance(x: x, y: y)
    guard let tauB = concordance.tauB else { return nil }
    count = x.count
    s = concordance.s
    self.tauB = tauB
    variance = concordance.varianceOfS

    let (untiedX, untiedY) = (concordance.isUntiedInX, concordance.isUntiedInY)
    if count <= Self.exactLimit, untiedX || untiedY {
      let groups = untiedX ? concordance.groupsOfY : concordance.groupsOfX
      p = PValue(ScoreDistribution.exactP(s, groups: groups), method: .exact)
    } else if count <= Self.exactLimitWithTies {
      p = PValue(Pairings.share(of: concordance, withScoreFrom: s), method: .exact)
    } else {
      p = PValue(normalScore: s, variance: variance)
    }
  }

  /// τ-b alone, for when it is needed many times over; nil when `Kendall(x:y:)` would be nil.
  package static func tauB(x: [Double], y: [Double]) -> Double? {
    guard Validation.isFinite(x: x, y: y, count: 2) else { return nil }
    return Concordance(x: x, y: y).tauB
  }
}

extension Concordance {
  var isUntiedInX: Bool { groupsOfX.allSatisfy { $0 == 1 } }
  var isUntiedInY: Bool { groupsOfY.allSatisfy { $0 == 1 } }

  /// S over the geometric mean of the pairs not tied in x and those not tied in y.
  var tauB: Double? {
    let all = Ties.pairs(among: groupsOfX.reduce(0, +))
    let inX = all - groupsOfX.reduce(0) { $0 + Ties.pairs(among: $1) }
    let inY = all - groupsOfY.reduce(0) { $0 + Ties.pairs(among: $1) }
    return Concordance.tauB(s: s, untiedInX: inX, untiedInY: inY)
  }

  /// The same from S and the numbers of pairs that are not tied; nil where there is none.
  static func tauB(s: Int, untiedInX: Int, untiedInY: Int) -> Double? {
    guard untiedInX > 0, untiedInY > 0 else { return nil }
    return min(1, max(-1, Double(s) / (Double(untiedInX) * Double(untiedInY)).squareRoot()))
  }

  /// (v₀ − v_t − v_u)/18 + v₁ + v₂ with v₁ = Σt(t−1)·Σu(u−1)/(2n(n−1)) and
  /// v₂ = Σt(t−1)(t−2)·Σu(u−1)(u−2)/(9n(n−1)(n−2)).
  var varianceOfS: Double {
    func sum(_ groups: [Int], term: (Double) -> Double) -> Double {
      groups.reduce(0) { $0 + term(Double($1)) }
    }
    func full(_ t: Double) -> Double { t * (t - 1) * (2 * t + 5) }
    func two(_ t: Double) -> Double { t * (t - 1) }
    func three(_ t: Double) -> Double { t * (t - 1) * (t - 2) }
    let n = Double(groupsOfX.reduce(0, +))
    guard n >= 2 else { return 0 }
    var variance = (full(n) - sum(groupsOfX, term: full) - sum(groupsOfY, term: full)) / 18
    variance += sum(groupsOfX, term: two) * sum(groupsOfY, term: two) / (2 * two(n))
    if n > 2 {
      variance += sum(groupsOfX, term: three) * sum(groupsOfY, term: three) / (9 * three(n))
    }
    return max(0, variance)
  }
}
