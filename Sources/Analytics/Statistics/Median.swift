/// Medians; an even number of values gives the mean of the middle two.
package enum Median {
  /// The median of values in any order, or nil without any and for values that cannot be used.
  package static func of(_ values: [Double]) -> Double? {
    guard !values.isEmpty, Validation.isFinite(values) else { return nil }
    return ofSorted(values.sorted())
  }

  /// The median of a histogram: `counts[i]` observations of `values[i]`, with `values` rising.
  ///
  /// - Returns: nil without any observation, and when the values cannot be used.
  package static func of(_ values: [Double], counts: [Int]) -> Double? {
    guard values.count == counts.count, Validation.isFinite(values) else { return nil }
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let (low, high) = ((total - 1) / 2, total / 2)
    var seen = 0
    var lower: Double?
    for (value, count) in zip(values, counts) {
      seen += count
      if lower == nil, seen > low { lower = value }
      if let lower, seen > high { return (lower + value) / 2 }
    }
    return nil
  }

  /// The median of a sorted array that is not empty.
  static func ofSorted(_ sorted: [Double]) -> Double {
    (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
