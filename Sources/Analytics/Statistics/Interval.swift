/// A confidence interval, in the units of what it is about.
public struct Interval: Sendable, Equatable {
  /// The lower end.
  public let low: Double
  /// The upper end, not below `low`.
  public let high: Double

  /// The interval from `low` to `high`.
  public init(low: Double, high: Double) {
    (self.low, self.high) = (low, high)
  }
}
