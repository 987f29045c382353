/// How two series over the same times vary together, with and without their trends.
///
/// Two series with trends agree in rank even without any link: `raw` shows that both have trends, `detrended`
/// whether they also vary together around them.
package struct Association: Sendable, Equatable {
  /// τ-b of the two series.
  package let raw: Kendall
  /// τ-b of their residuals from the lines of Theil and Sen; nil when one of them has none, as a
  /// series on a perfect line.
  package let detrended: Kendall?
  /// The residuals of a and of b, in units of each.
  package let residualsOfA: [Double], residualsOfB: [Double]

  /// The association of a and b.
  ///
  /// - Parameters:
  ///   - x: n times in rising order, in weeks or days.
  ///   - a: n values.
  ///   - b: n values, each of the same time as that of a or, for a lag, paired with it by the caller.
  /// - Returns: nil for fewer than two points, for a series that does not vary, and when the
  ///   arguments cannot be used.
  package init?(x: [Double], a: [Double], b: [Double]) {
    guard Validation.isFinite(x: x, y: a, count: 2), Validation.isFinite(x: x, y: b, count: 2),
      Validation.isRising(x),
      let raw = Kendall(x: a, y: b),
      let ofA = TheilSen(x: x, y: a)?.residuals(x: x, y: a),
      let ofB = TheilSen(x: x, y: b)?.residuals(x: x, y: b)
    else { return nil }
    self.raw = raw
    (residualsOfA, residualsOfB) = (ofA, ofB)
    detrended = Kendall(x: ofA, y: ofB)
  }

  /// The interval of the detrended τ-b, from resampled blocks of pairs of residuals.
  ///
  /// The lines are not refitted, so the interval leaves out the uncertainty of the trends. Blocks treat
  /// neighbours in the log as neighbours in time.
  ///
  /// - Parameter level: the level of the interval, between 0 and 1.
  /// - Returns: nil when there is no detrended τ-b, or when `level` is out of range.
  package func detrendedBootstrap(level: Double = 0.95) -> BlockBootstrap? {
    guard detrended != nil else { return nil }
    return BlockBootstrap(tauBOf: residualsOfA, residualsOfB, level: level)
  }
}
