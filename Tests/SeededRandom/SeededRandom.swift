import Statistics

/// A generator for the draws of the standard library whose numbers are the same at each run.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var source: SplitMix64

  /// The generator that starts from `seed`.
  package init(_ seed: UInt64) { source = SplitMix64(seed: seed) }

  /// The next 64 bits.
  package mutating func next() -> UInt64 { source.next() }
}

/// The generator of the system, whose numbers are others at each run.
///
/// It counts its draws only to be something: the thread sanitizer follows the address of a generator that
/// is handed on, and the system's own takes no memory and has none.
package struct FreshRandom: RandomNumberGenerator, Sendable {
  private var draws = 0

  /// A generator.
  package init() {}

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    draws &+= 1
    return UInt64.random(in: .min ... .max)
  }
}
