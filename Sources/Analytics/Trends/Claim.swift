/// Which p values support a claim: the one place that decides.
package enum Claim {
  /// From this p on, nothing is claimed.
  package static let limit = 0.05
  /// The rounding error of a p; a p of .05 supports nothing, in whatever order it was summed.
  private static let rounding = 1e-12

  /// Whether this p supports a claim; never without one.
  package static func isCarried(by p: Double?) -> Bool {
    guard let p else { return false }
    return p < limit - rounding
  }
}
