/// How similar neighbours in time are, and how that affects the test of a trend.
package struct SerialCorrelation: Sendable, Equatable {
  /// The fewest pairs of neighbours for an estimate.
  package static let smallestPairs = 3

  /// The correlation at lag 1, from −1 to 1.
  package let lag1: Double
  /// The number of pairs of neighbours, those whose times differ by exactly 1.
  package let pairs: Int
  /// The factor for the variance of a mean or of S, from 1 to n.
  package let varianceFactor: Double

  /// The lag-1 correlation of residuals e at the times x.
  ///
  /// r = (n − 1)/m · Σ(eᵢ − ē)(eᵢ₊₁ − ē) / Σ(eᵢ − ē)², the first sum over the m pairs with
  /// xᵢ₊₁ − xᵢ = 1 only, cut to −1…1. Without gaps, m = n − 1, it is the estimator of Box and Jenkins.
  ///
  /// The variance factor is that of a first-order autoregression,
  /// 1 + 2[ρⁿ⁺¹ − nρ² + (n − 1)ρ]/[n(ρ − 1)²] = 1 + 2Σₖ(1 − k/n)ρᵏ for k = 1…n−1 (Bayley and
  /// Hammersley 1946), but at least 1: a negative r, often chance, must not make a p smaller. It
  /// takes the n values as if without gaps, which overstates the factor rather than understates it.
  ///
  /// - Parameters:
  ///   - x: n times in rising order, in weeks or days.
  ///   - residuals: n values, such as `TheilSen.residuals(x:y:)`.
  /// - Returns: nil for fewer than `smallestPairs` pairs, for residuals that do not vary, and when
  ///   the arguments cannot be used.
  package init?(x: [Double], residuals: [Double]) {
    guard Validation.isFinite(x: x, y: residuals, count: 2), Validation.isRising(x) else {
      return nil
    }
    let mean = residuals.reduce(0, +) / Double(residuals.count)
    let centred = residuals.map { $0 - mean }
    let squares = centred.reduce(0) { $0 + $1 * $1 }
    let noise = Rounding.noise(of: residuals)
    guard squares > noise * noise * Double(residuals.count) else { return nil }

    var (products, pairs) = (0.0, 0)
    for index in x.indices.dropLast() where x[index + 1] - x[index] == 1 {
      products += centred[index] * centred[index + 1]
      pairs += 1
    }
    guard pairs >= Self.smallestPairs else { return nil }
    let r = Double(x.count - 1) / Double(pairs) * products / squares
    lag1 = min(1, max(-1, r))
    self.pairs = pairs
    varianceFactor = Self.varianceFactor(lag1: lag1, count: x.count)
  }

  /// The factor by the sum, in the manner of Horner: without the quotient 0/0 that the closed form
  /// has at ρ = 1.
  static func varianceFactor(lag1: Double, count: Int) -> Double {
    var sum = 0.0
    for k in stride(from: count - 1, through: 1, by: -1) {
      sum = lag1 * (sum + 1 - Double(k) / Double(count))
    }
    return max(1, 1 + 2 * sum)
  }
}
