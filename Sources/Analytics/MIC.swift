/// The smallest change of pain that matters to people.
package enum MIC {
  /// 2 points of the NPRS, or this share of the beginning (Ostelo 2008, consensus for low-back pain).
  package static let points = 2.0
  /// 30 % of the beginning (Ostelo 2008).
  package static let share = 0.3

  /// Whether a change of pain from one value to another is at least that large, up or down.
  package static func isReached(from: Double, to: Double) -> Bool {
    let size = abs(to - from) + 1e-9
    return size >= points || (from > 0 && size / from >= share)
  }
}
