/// A two-sided p value and where it comes from.
package struct PValue: Sendable, Equatable {
  /// How a p value was found.
  package enum Method: String, Sendable {
    /// From the distribution over all permutations of the data, ties included.
    case exact
    /// From the normal approximation, with a correction for ties and for continuity.
    case normal
  }

  /// The probability, from 0 to 1, of a statistic at least as far from its mean as the one seen.
  /// A 0 stands for less than floating point holds, and is to be shown as a bound.
  package let value: Double
  /// How it was found.
  package let method: Method

  /// A probability, cut to at most 1 where a sum was rounded up.
  init(_ value: Double, method: Method) {
    (self.value, self.method) = (min(1, value), method)
  }

  /// The p value of the score `s`, an integer with mean 0, with the normal approximation.
  ///
  /// For continuity the score goes 1 towards 0: z = (|s| − 1)/σ, and 0 for s = 0 (Mann 1945;
  /// Kendall, *Rank Correlation Methods*, 1970, ch. 4).
  init(normalScore s: Int, variance: Double) {
    let z = variance > 0 ? max(0, Double(s.magnitude) - 1) / variance.squareRoot() : 0
    self.init(2 * Normal.upperTail(z), method: .normal)
  }
}
