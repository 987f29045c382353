import Core
import Statistics

extension CompareReport {
  /// The conclusion about the two phases.
  package enum Verdict: Sendable, Equatable {
    /// Fewer weeks than a phase needs.
    case tooFew
    /// All points lie on the two lines, so the step and the change of slope cannot be tested.
    case untestable(isDifferent: Bool)
    /// The phases differ by more than the trend of the first would explain.
    case beyondTrend
    /// They differ, but the line steps or turns the other way.
    case againstTrend
    /// They differ, but a steady trend through both would look the same.
    case maybeTrend
    /// The line steps or turns, yet the values of the phases overlap.
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

  /// Whether the phases are claimed to differ, whatever the reason.
  package var isDifferent: Bool { Claim.isCarried(by: effect?.overlap.p.value) }

  /// Whether the line is claimed to step or turn at the start of b, in the direction in which the phases
  /// differ.
  package var isBeyondTrend: Bool { bends.contains { ($0 > 0) == isHigher } }

  /// Whether it is claimed to do so in the other direction.
  package var isAgainstTrend: Bool { bends.contains { ($0 > 0) != isHigher } }

  /// Whether a week of each has the same value.
  package var isTied: Bool { !Set(a.values).isDisjoint(with: b.values) }

  /// Whether the values of b tend to be higher.
  private var isHigher: Bool { ((effect?.overlap.tau ?? 0) > 0) == (series.better != .lower) }

  /// The step and the change of slope that are claimed: by both kinds of errors, since those of Newey and
  /// West are too small in short series.
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
