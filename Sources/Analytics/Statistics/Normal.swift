import System

/// The standard normal distribution.
package enum Normal {
  /// The probability that a standard normal variable exceeds `z`; accurate far into the tail.
  ///
  /// - Returns: ½ erfc(z/√2), from 0 to 1; NaN only for NaN.
  static func upperTail(_ z: Double) -> Double {
    0.5 * Math.erfc(z * 0.5.squareRoot())
  }

  /// The value below which a standard normal variable stays with `probability`.
  ///
  /// Starts from Abramowitz and Stegun 26.2.23 and takes Halley steps on the tail, which triple the
  /// correct digits each time.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: the quantile to about 15 digits, or nil when `probability` is out of range.
  package static func quantile(_ probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    // The tail is solved for, since 1 − p would lose the digits of a small p.
    let lower = probability < 0.5
    let tail = lower ? probability : 1 - probability
    let t = (-2 * Math.log(tail)).squareRoot()
    var z =
      t - (2.515517 + t * (0.802853 + t * 0.010328))
      / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<3 {
      let density = Math.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      guard density > 0 else { break }
      let newton = (upperTail(z) - tail) / density
      z += newton / (1 - z * newton / 2)
    }
    return lower ? -z : z
  }
}
