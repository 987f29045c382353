/// The least squares line through one phase of a series, as the weights that the values of the whole
/// series have in it: those of the other phase weigh 0.
struct PhaseLine {
  private let t: [Double]
  private let phase: Range<Int>
  private let mean: Double
  private let squares: Double

  /// Nil for fewer than two times in the phase, `t` rising.
  init?(t: [Double], phase: Range<Int>) {
    guard phase.count >= 2 else { return nil }
    (self.t, self.phase) = (t, phase)
    let first = t[phase.lowerBound]
    let mean = first + t[phase].reduce(0) { $0 + ($1 - first) } / Double(phase.count)
    self.mean = mean
    squares = t[phase].reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares > 0 else { return nil }
  }

  /// The weights of the values in the slope.
  var slopeWeights: [Double] {
    weights { ($0 - mean) / squares }
  }

  /// The weights of the values in the height of the line at a time.
  func heightWeights(at time: Double) -> [Double] {
    weights { 1 / Double(phase.count) + (time - mean) * ($0 - mean) / squares }
  }

  /// What the values of the phase lie above the line.
  func residuals(of y: [Double]) -> [Double] {
    let first = y[phase.lowerBound]
    let height = first + y[phase].reduce(0) { $0 + ($1 - first) } / Double(phase.count)
    let slope = phase.reduce(0) { $0 + (t[$1] - mean) / squares * (y[$1] - height) }
    return phase.map { y[$0] - height - slope * (t[$0] - mean) }
  }

  private func weights(_ weight: (Double) -> Double) -> [Double] {
    t.indices.map { phase.contains($0) ? weight(t[$0]) : 0 }
  }
}

/// The errors of coefficients that are sums of the values with weights.
struct ErrorsOfFit {
  let t: [Double]
  let residuals: [Double]
  /// Residuals no greater than this come from rounding.
  let noise: Double

  /// Whether a sum of the values with these weights is no more than what rounding leaves.
  func isNoise(_ sum: Double, weights: [Double]) -> Bool {
    sum.magnitude <= noise * weights.reduce(0) { $0 + $1.magnitude }
  }

  /// What is left of n after the four coefficients.
  var degreesOfFreedom: Int { t.count - 4 }

  /// σ²·Σwᵢ² with σ² = Σuᵢ²/(n − 4).
  func ordinary(of value: Double, weights: [Double]) -> SegmentedRegression.Inference? {
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    return inference(value, weights, weights.reduce(0) { $0 + $1 * $1 } * squares)
  }

  /// n/(n − 4)·[Σwᵢ²uᵢ² + Σwᵢuᵢwᵢ₊₁uᵢ₊₁], the second sum over neighbours: twice with weight ½.
  func neweyWest(of value: Double, weights: [Double]) -> SegmentedRegression.Inference? {
    let parts = zip(weights, residuals).map { $0 * $1 }
    var sum = parts.reduce(0) { $0 + $1 * $1 }
    for index in t.indices.dropLast() where t[index + 1] - t[index] == 1 {
      sum += parts[index] * parts[index + 1]
    }
    return inference(value, weights, sum * Double(t.count))
  }

  /// The error whose square is `squares` over the degrees of freedom, and what follows from it.
  private func inference(_ value: Double, _ weights: [Double], _ squares: Double)
    -> SegmentedRegression.Inference?
  {
    guard degreesOfFreedom > 0 else { return nil }
    let error = (squares / Double(degreesOfFreedom)).squareRoot()
    let t = value / error
    guard !isNoise(error, weights: weights), error.isFinite, t.isFinite,
      let p = StudentT.twoSidedP(t, degreesOfFreedom: Double(degreesOfFreedom))
    else { return nil }
    return SegmentedRegression.Inference(standardError: error, t: t, p: p)
  }
}
