/// A confidence interval, in the units of what it is about.
package struct Interval: Sendable, Equatable {
  /// The lower end.
  package let low: Double
  /// The upper end, not below `low`.
  package let high: Double

  /// The interval from `low` to `high`.
  package init(low: Double, high: Double) {
    (self.low, self.high) = (low, high)
  }
}
