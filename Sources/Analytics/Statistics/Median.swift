/// The median of a sorted histogram: `counts[i]` observations of `values[i]`, with `values` rising.
///
/// An even number of observations gives the mean of the middle two.
///
/// - Returns: the median, or nil when there are no observations, or when the values cannot be used.
package func median(of values: [Double], counts: [Int]) -> Double? {
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

/// The median of `sorted`, a sorted array that is not empty.
func middle(ofSorted sorted: [Double]) -> Double {
  (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
