/// The line of Theil and Sen: robust against outliers and at home with ordinal, tied data.
///
/// The slope is the median of the slopes between all pairs of points of different x; of an even
/// number of slopes, the mean of the middle two. The intercept is the median of y − slope·x.
/// The interval is Sen's (*J Am Stat Assoc* 1968;63:1379): with N slopes in rising order and
/// σ² = [n(n−1)(2n+5) − Σt(t−1)(2t+5)]/18 over the tie groups of y, it goes from the slope of
/// 0-based rank round((N − zσ)/2) − 1 to that of rank round((N + zσ)/2), halves rounded to even,
/// ranks cut to 0…N−1.
///
/// Where the ranks are cut, as for n < 5, even the widest interval misses the level: claim no
/// interval for so few. The interval takes the values for independent in time.
package struct TheilSen: Sendable, Equatable {
  /// The number of points.
  package let count: Int
  /// The number of slopes: of pairs of points of different x.
  package let pairs: Int
  /// The slope in units of y per unit of x.
  package let slope: Double
  /// The height of the line at x = 0 in units of y.
  package let intercept: Double
  /// The confidence interval of the slope.
  package let interval: Interval

  /// The line through points in any order, in expected O(n log n).
  ///
  /// - Parameters:
  ///   - x: n times, such as true week numbers with their gaps; equal ones are allowed.
  ///   - y: n values.
  ///   - level: the level of the interval, between 0 and 1.
  /// - Returns: nil when no two points differ in x, or when the arguments cannot be used.
  package init?(x: [Double], y: [Double], level: Double = 0.95) {
    guard Validation.isFinite(x: x, y: y, count: 2), Validation.isLevel(level),
      let z = Normal.quantile(0.5 + level / 2)
    else { return nil }
    let points = SlopePoints(x: x, y: y)
    var selection = SlopeSelection(points)
    let last = selection.count - 1
    guard last >= 0, points.isSteepnessFinite else { return nil }

    let width = z * Ties.varianceOfS(groups: Ties.groups(ofSorted: y.sorted())).squareRoot()
    /// The rank (N ± zσ)/2, whole and within reach.
    func rank(_ width: Double, moved: Int) -> Int {
      let middle = ((Double(selection.count) + width) / 2).rounded(.toNearestOrEven)
      return min(last, max(0, Int(middle) + moved))
    }
    guard let lower = selection.slope(rank: last / 2),
      let upper = selection.slope(rank: selection.count / 2),
      let low = selection.slope(rank: rank(-width, moved: -1)),
      let high = selection.slope(rank: rank(width, moved: 0))
    else { return nil }

    let slope = (lower + upper) / 2
    count = x.count
    pairs = selection.count
    self.slope = slope
    intercept = Median.ofSorted(zip(x, y).map { $1 - slope * $0 }.sorted()) + 0
    interval = Interval(low: low, high: high)
  }
}
