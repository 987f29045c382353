extension TheilSen {
  /// How far each point lies above the line, in units of y.
  ///
  /// Residuals that differ only by the rounding of floating point are made equal, and tiny ones 0:
  /// rank methods would otherwise find an order in the noise of a perfect line.
  ///
  /// - Parameters:
  ///   - x: n times, those of the line or others.
  ///   - y: n values.
  /// - Returns: n residuals in the order of the points, or nil when the points cannot be used.
  package func residuals(x: [Double], y: [Double]) -> [Double]? {
    guard Validation.isFinite(x: x, y: y, count: 0) else { return nil }
    var residuals = zip(x, y).map { $1 - intercept - slope * $0 }
    guard Validation.isFinite(residuals) else { return nil }
    let noise = Rounding.noise(of: y + x.map { slope * $0 } + [intercept])
    var level: Double?
    for index in residuals.indices.sorted(by: { residuals[$0] < residuals[$1] }) {
      let residual = residuals[index].magnitude <= noise ? 0 : residuals[index]
      if let level, residual - level <= noise {
        residuals[index] = level
      } else {
        residuals[index] = residual
        level = residual
      }
    }
    return residuals
  }
}
