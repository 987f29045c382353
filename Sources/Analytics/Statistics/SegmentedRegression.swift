/// The line through phase A and how phase B departs from it, by least squares:
/// y = b0 + b1·t + b2·D + b3·(t − t0)·D with D = 1 from t0, the first time of B, on.
///
/// As a term for each phase is in it, it is two lines, each fitted to its own phase, with one
/// variance for both. Beside the errors of ordinary least squares stand those of Newey and West
/// (*Econometrica* 1987;55:703) with lag 1, which allow for errors that resemble their neighbour's.
package struct SegmentedRegression: Sendable, Equatable {
  /// A coefficient under one kind of errors.
  package struct Inference: Sendable, Equatable {
    /// The standard error, in the units of the coefficient; above 0.
    package let standardError: Double
    /// The coefficient over its standard error.
    package let t: Double
    /// The two-sided p of `t` by Student's distribution with n − 4 degrees of freedom.
    package let p: Double
  }

  /// A coefficient with its errors, which are nil when n = 4, or when the points lie on the lines.
  package struct Coefficient: Sendable, Equatable {
    /// The coefficient.
    package let value: Double
    /// With the errors of ordinary least squares.
    package let ordinary: Inference?
    /// With those of Newey and West.
    package let neweyWest: Inference?
  }

  /// The degrees of freedom of the errors, n − 4.
  package let degreesOfFreedom: Int
  /// b0, the line of A at t = 0, in units of y.
  package let intercept: Coefficient
  /// b1, the slope of A per unit of t.
  package let slope: Coefficient
  /// b2, the step at t0 from the line of A, in units of y.
  package let level: Coefficient
  /// b3, the slope of B less that of A, per unit of t.
  package let slopeChange: Coefficient

  /// Fits the two lines.
  ///
  /// Newey and West's sum takes pairs with times that differ by exactly 1, at the weight of Bartlett,
  /// ½, and the variance is multiplied by n/(n − 4) for the few weeks there are; without gaps this
  /// is `cov_type='HAC', maxlags=1, use_correction=True` of statsmodels.
  ///
  /// - Parameters:
  ///   - t: n times in rising order, in weeks or days.
  ///   - y: n values.
  ///   - start: t0; the values from here on are phase B.
  /// - Returns: nil with fewer than two values in a phase, or when the arguments cannot be used.
  package init?(t: [Double], y: [Double], start: Double) {
    guard Validation.isFinite(x: t, y: y, count: 4), Validation.isFinite([start]),
      Validation.isRising(t)
    else { return nil }
    let split = t.firstIndex { $0 >= start } ?? t.count
    guard let a = PhaseLine(t: t, phase: 0..<split), let b = PhaseLine(t: t, phase: split..<t.count)
    else { return nil }
    let weights = [
      a.heightWeights(at: 0),
      a.slopeWeights,
      zip(b.heightWeights(at: start), a.heightWeights(at: start)).map { $0 - $1 },
      zip(b.slopeWeights, a.slopeWeights).map { $0 - $1 },
    ]
    let errors = ErrorsOfFit(
      t: t, residuals: a.residuals(of: y) + b.residuals(of: y), noise: Rounding.noise(of: y))
    let coefficients = weights.map { weights in
      let sum = zip(weights, y).reduce(0) { $0 + $1.0 * $1.1 }
      // What is left of 0 by rounding is 0.
      let value = errors.isNoise(sum, weights: weights) ? 0 : sum
      return Coefficient(
        value: value, ordinary: errors.ordinary(of: value, weights: weights),
        neweyWest: errors.neweyWest(of: value, weights: weights))
    }
    guard coefficients.allSatisfy(\.value.isFinite) else { return nil }
    degreesOfFreedom = errors.degreesOfFreedom
    (intercept, slope) = (coefficients[0], coefficients[1])
    (level, slopeChange) = (coefficients[2], coefficients[3])
  }
}
