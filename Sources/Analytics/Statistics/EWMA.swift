import System

/// The exponentially weighted moving average.
package enum EWMA {
  /// One step that accounts for gaps: T + (1 − (1 − α)^Δt)(x − T).
  ///
  /// A gap of Δt has the effect of Δt steps to the same value, so after a long gap the new value counts
  /// almost fully. At Δt = 1 it is the plain average of *The Hacker's Diet*, which takes 10 %.
  ///
  /// - Parameters:
  ///   - trend: T, the previous average, in the units of the value.
  ///   - value: x, the new value.
  ///   - elapsed: Δt since the last value, in the steps that α is meant for; above 0.
  ///   - alpha: α, the weight of a value after one step, above 0 and at most 1.
  /// - Returns: the new average, or nil for invalid arguments.
  package static func next(
    from trend: Double, to value: Double, after elapsed: Double, alpha: Double
  ) -> Double? {
    guard Validation.isFinite([trend, value, elapsed]), elapsed > 0, alpha > 0, alpha <= 1 else {
      return nil
    }
    // expm1 and log1p keep the digits that 1 − (1 − α)^Δt loses for a small α.
    let weight = alpha < 1 ? -Math.expm1(elapsed * Math.log1p(-alpha)) : 1
    return trend + weight * (value - trend)
  }

  /// The gap-aware moving average of a series, starting from its first value.
  ///
  /// - Parameters:
  ///   - x: n times in rising order.
  ///   - y: n values.
  ///   - alpha: the weight of a value after one unit of x, above 0 and at most 1.
  /// - Returns: n averages, or nil when the arguments cannot be used.
  package static func smoothed(x: [Double], y: [Double], alpha: Double) -> [Double]? {
    guard Validation.isFinite(x: x, y: y, count: 0), Validation.isRising(x), alpha > 0, alpha <= 1
    else { return nil }
    var averages = Array(y.prefix(1))
    for index in x.indices.dropFirst() {
      let elapsed = x[index] - x[index - 1]
      guard
        let average = next(from: averages[index - 1], to: y[index], after: elapsed, alpha: alpha)
      else { return nil }
      averages.append(average)
    }
    return averages
  }
}
