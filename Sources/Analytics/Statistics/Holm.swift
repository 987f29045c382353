/// The method of Holm for many tests (*Scand J Stat* 1979;6:65).
package enum Holm {
  /// p values adjusted for their number.
  ///
  /// With m of them in rising order, the i-th (from 0) becomes the greatest of (m − j)·pⱼ over j ≤ i,
  /// at most 1: rejecting those up to α errs at all in at most α of cases, whatever ties them.
  ///
  /// - Parameter pValues: the p values of all tests tried, from 0 to 1, in any order.
  /// - Returns: the adjusted ones in the same order, or nil when one is out of range.
  package static func adjusted(_ pValues: [Double]) -> [Double]? {
    guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
    var adjusted = pValues
    var greatest = 0.0
    for (place, index) in pValues.indices.sorted(by: { pValues[$0] < pValues[$1] }).enumerated() {
      greatest = max(greatest, min(1, Double(pValues.count - place) * pValues[index]))
      adjusted[index] = greatest
    }
    return adjusted
  }
}
