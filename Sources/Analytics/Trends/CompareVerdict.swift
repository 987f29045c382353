import Core
import Statistics

extension CompareReport {
  /// What the two phases come to.
  package enum Verdict: Sendable, Equatable {
    /// Fewer weeks than a phase needs.
    case tooFew
    /// All points lie on the two lines, so that nothing tests the step and the bend.
    case untestable(isDifferent: Bool)
    /// The phases differ by more than the trend of the first would make them.
    case beyondTrend
    /// They differ, but the line steps or bends the other way.
    case againstTrend
    /// They differ, but a steady trend through both would look the same.
    case maybeTrend
    /// The line steps or bends, yet the values of the phases overlap.
    case onlyBend
    case none
  }

  package var verdict: Verdict {
    guard effect != nil else { return .tooFew }
    if isUntestable { return .untestable(isDifferent: isDifferent) }
    guard isDifferent else { return bends.isEmpty ? .none : .onlyBend }
    if isAgainstTrend { return .againstTrend }
    return isBeyondTrend ? .beyondTrend : .maybeTrend
  }

  /// Whether the weeks of the two phases are claimed to differ, whatever the reason.
  package var isDifferent: Bool { Claim.isCarried(by: effect?.overlap.p.value) }

  /// Whether the line is claimed to step or to bend where b begins, in the direction in which the phases
  /// differ.
  package var isBeyondTrend: Bool { bends.contains { ($0 > 0) == isHigher } }

  /// Whether it is claimed to do so in the other direction.
  package var isAgainstTrend: Bool { bends.contains { ($0 > 0) != isHigher } }

  /// Whether a week of each has the same value.
  package var isTied: Bool { !Set(a.values).isDisjoint(with: b.values) }

  /// Whether the values of b tend to be the higher ones.
  private var isHigher: Bool { ((effect?.overlap.tau ?? 0) > 0) == (series.better != .lower) }

  /// The step and the change of slope as far as they are claimed: by both kinds of errors, as those of
  /// Newey and West are too small in short series.
  private var bends: [Double] {
    coefficients.filter {
      Claim.isCarried(by: $0.neweyWest?.p) && Claim.isCarried(by: $0.ordinary?.p)
    }.map(\.value)
  }

  private var isUntestable: Bool {
    coefficients.contains { $0.value != 0 && ($0.neweyWest == nil || $0.ordinary == nil) }
  }

  /// The step and the change of slope.
  private var coefficients: [SegmentedRegression.Coefficient] {
    effect.map { [$0.segmented.level, $0.segmented.slopeChange] } ?? []
  }
}
