/// The pseudo-random generator SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
///
/// Written out here, draws included, because the library's way from bits to a range may change with
/// its version, and a report made twice must be the same report.
package struct SplitMix64: Sendable, Equatable {
  private var state: UInt64

  /// The generator that starts from `seed`.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, but not including, `bound`; 0 for a bound below 1.
  ///
  /// The high half of a product (Lemire 2019) without its rejection step: the bias is below
  /// bound/2⁶⁴.
  package mutating func next(below bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
