/// The minimal important change of pain.
package enum MIC {
  /// 2 points on the NPRS (Ostelo 2008, consensus for low-back pain).
  package static let points = 2.0
  /// 30 % of the baseline (Ostelo 2008).
  package static let share = 0.3

  /// Whether a change of pain reaches either, up or down.
  package static func isReached(from: Double, to: Double) -> Bool {
    let size = abs(to - from) + 1e-9
    return size >= points || (from > 0 && size / from >= share)
  }
}
