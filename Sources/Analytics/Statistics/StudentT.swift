import System

/// Student's distribution.
package enum StudentT {
  /// The probability that Student's t is at least as far from 0 as `t`, on both sides together.
  ///
  /// Equal to the regularised incomplete beta function Iₓ(ν/2, ½) at x = ν/(ν + t²), by its continued
  /// fraction (NIST Digital Library of Mathematical Functions, 8.17.22), to about 13 digits.
  ///
  /// - Parameters:
  ///   - t: the statistic, finite.
  ///   - degreesOfFreedom: ν, positive and at most 10,000, beyond which digits get lost.
  /// - Returns: a probability from 0 to 1, or nil for arguments out of range.
  package static func twoSidedP(_ t: Double, degreesOfFreedom: Double) -> Double? {
    guard t.isFinite, degreesOfFreedom > 0, degreesOfFreedom <= 10_000 else { return nil }
    let (a, b) = (degreesOfFreedom / 2, 0.5)
    // t²/ν as a square of a quotient, which cannot overflow before it is certain that p is 0.
    let ratio = t / degreesOfFreedom.squareRoot()
    let odds = ratio * ratio
    guard odds.isFinite else { return 0 }
    guard odds > 0 else { return 1 }
    let (x, rest) = (1 / (1 + odds), odds / (1 + odds))
    // x^a (1 − x)^b / B(a, b); log1p keeps the digits that x near 1 has lost.
    let front =
      Math.exp(-a * Math.log1p(odds)) * rest.squareRoot() * gammaRatio(a) / Double.pi.squareRoot()
    if x < (a + 1) / (a + b + 2) {
      return min(1, front * betaFraction(a, b, x) / a)
    }
    return min(1, max(0, 1 - front * betaFraction(b, a, rest) / b))
  }

  /// Γ(a + ½)/Γ(a) for a > 0, without the cancellation of two large logarithms.
  ///
  /// The asymptotic series of its logarithm (from NIST DLMF 5.11.8) from 16 on, and the recurrence
  /// Γ(a + 1) = a·Γ(a) down to smaller arguments.
  private static func gammaRatio(_ a: Double) -> Double {
    var (factor, base) = (1.0, a)
    while base < 16 {
      factor *= base / (base + 0.5)
      base += 1
    }
    let u = 1 / (base * base)
    let series =
      -1 / 8.0 + u * (1 / 192.0 - u * (1 / 640.0 - u * (17 / 14336.0 - u * 31 / 18432.0)))
    return factor * base.squareRoot() * Math.exp(series / base)
  }

  /// The continued fraction of the incomplete beta function, by the modified method of Lentz.
  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var fraction = d
    for m in 1...100_000 {
      let k = Double(m)
      let even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      fraction *= c * d
      let odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let change = c * d
      fraction *= change
      if (change - 1).magnitude <= Double.ulpOfOne { break }
    }
    return fraction
  }
}
