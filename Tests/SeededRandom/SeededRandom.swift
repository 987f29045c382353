import Statistics

/// A generator for the draws of the standard library whose numbers are the same at each run.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var source: SplitMix64

  /// The generator that starts from `seed`.
  public init(_ seed: UInt64) { source = SplitMix64(seed: seed) }

  /// The next 64 bits.
  public mutating func next() -> UInt64 { source.next() }
}
