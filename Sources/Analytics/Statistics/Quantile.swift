package enum Quantile {
  /// The quantile of type 7 of Hyndman and Fan (*Am Stat* 1996;50:361), as R and NumPy give it:
  /// linear between the values around 0-based place p·(n − 1).
  ///
  /// - Parameters:
  ///   - values: n values in any order.
  ///   - probability: p, from 0 to 1.
  /// - Returns: the quantile in the units of the values, or nil for no values, a `probability` out of
  ///   range and values that cannot be used.
  package static func of(_ values: [Double], at probability: Double) -> Double? {
    guard !values.isEmpty, Validation.isFinite(values), probability >= 0, probability <= 1 else {
      return nil
    }
    return ofSorted(values.sorted(), at: probability)
  }

  /// The same of a sorted array that is not empty.
  static func ofSorted(_ sorted: [Double], at probability: Double) -> Double {
    let place = probability * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }
}
