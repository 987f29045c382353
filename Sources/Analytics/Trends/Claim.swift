/// What a p value carries: the one place that says so.
package enum Claim {
  /// From this p on nothing is claimed.
  package static let limit = 0.05
  /// What a p can be off by through rounding; a p of just .05 carries nothing, however it was added up.
  private static let rounding = 1e-12

  /// Whether something is claimed at this p; never without one.
  package static func isCarried(by p: Double?) -> Bool {
    guard let p else { return false }
    return p < limit - rounding
  }
}
