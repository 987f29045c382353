/// The slopes between points, cut in two at one slope.
///
/// For points in rising x, a pair has a slope below t exactly when the intercepts y − t·x of its
/// points stand in falling order. So the order of the points by intercept at t tells, by its
/// inversions, how many slopes are below t, and the orders at two slopes tell which lie between.
struct SlopeCut {
  /// The slope, infinite at both ends.
  let slope: Double
  /// Indices of the points by intercept at a slope just below and just above `slope`.
  let below: [Int], above: [Int]
  /// The number of slopes < `slope`, and ≤ `slope`.
  let countBelow: Int, countUpTo: Int

  /// The cut before all slopes between points that are in rising order of x, then y.
  init(beforeAll points: SlopePoints) {
    slope = -.infinity
    below = Array(points.x.indices)
    above = below
    (countBelow, countUpTo) = (0, 0)
  }

  /// The cut after all slopes.
  init(afterAll points: SlopePoints) {
    slope = .infinity
    let falling = points.inFallingX(points.x.indices)
    (below, above) = (falling.order, falling.order)
    (countBelow, countUpTo) = (falling.pairs, falling.pairs)
  }

  /// The cut at a finite slope.
  init(at slope: Double, of points: SlopePoints) {
    self.slope = slope
    let keyed = points.x.indices
      .map { (key: Intercept(x: points.x[$0], y: points.y[$0], slope: slope), index: $0) }
      .sorted { $0.key < $1.key || ($0.key == $1.key && $0.index < $1.index) }
    below = keyed.map(\.index)
    var above = below
    var tied = 0
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
      if end - start > 1 {
        let falling = points.inFallingX(below[start..<end])
        above.replaceSubrange(start..<end, with: falling.order)
        tied += falling.pairs
      }
      start = end
    }
    self.above = above
    countBelow = Inversions.count(of: below)
    countUpTo = countBelow + tied
  }
}

/// y − slope·x to about 105 bits, so that pairs of points of different slopes never look alike.
private struct Intercept: Equatable {
  let high: Double, low: Double

  /// The product and the sum without rounding (Dekker 1971; Knuth, TAOCP 2, 4.2.2), then rounded
  /// to two parts.
  init(x: Double, y: Double, slope: Double) {
    let product = slope * x
    let productRest = (-product).addingProduct(slope, x)
    let sum = y - product
    let part = sum - y
    let sumRest = (y - (sum - part)) - (product + part)
    let rest = sumRest - productRest
    high = sum + rest
    low = rest - (high - sum)
  }

  static func < (one: Intercept, other: Intercept) -> Bool {
    one.high < other.high || (one.high == other.high && one.low < other.low)
  }
}
