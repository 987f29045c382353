/// One rule for the whole module: invalid or insufficient arguments give nil.
///
/// That covers arrays of unequal length, values that are not finite or beyond ±1e100, too few observations
/// and series that do not vary. No result contains NaN or infinity, and nothing traps. How many observations
/// a *claim* needs is for the caller to decide: results include their counts.
enum Validation {
  /// The bound keeps squares and sums finite; no measurement comes near it.
  static let largestValue = 1e100

  /// Whether all of `values` are within the bound.
  static func isFinite(_ values: [Double]) -> Bool {
    values.allSatisfy { $0.magnitude <= largestValue }
  }

  /// Whether `x` and `y` are the coordinates of at least `count` points.
  static func isFinite(x: [Double], y: [Double], count: Int) -> Bool {
    x.count == y.count && x.count >= count && isFinite(x) && isFinite(y)
  }

  /// Whether each of `x` is greater than the one before it.
  static func isRising(_ x: [Double]) -> Bool {
    zip(x, x.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// Whether `level` is the level of a confidence interval.
  static func isLevel(_ level: Double) -> Bool {
    level > 0 && level < 1
  }
}

/// Rounding errors.
enum Rounding {
  /// The largest difference that rounding alone can cause in sums and products of `values`, with a wide
  /// margin, and yet far below what any measurement resolves: 2⁻⁴⁰ of the largest magnitude.
  static func noise(of values: [Double]) -> Double {
    (values.lazy.map(\.magnitude).max() ?? 0) * 0x1p-40
  }
}
