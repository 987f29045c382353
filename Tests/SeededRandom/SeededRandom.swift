import Statistics

/// A generator for the draws of the standard library whose numbers are the same at each run.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var source: SplitMix64

  /// The generator that starts from a seed: the one of the run, unless a test draws its own.
  package init(_ seed: UInt64 = RandomRuns.seed) { source = SplitMix64(seed: seed) }

  package mutating func next() -> UInt64 { source.next() }
}
