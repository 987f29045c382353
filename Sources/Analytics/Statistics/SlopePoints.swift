/// Points in rising order of x and, where x is the same, of y.
struct SlopePoints {
  let x: [Double], y: [Double]

  init(x: [Double], y: [Double]) {
    let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
    self.x = order.map { x[$0] }
    self.y = order.map { y[$0] }
  }

  /// `indices`, which rise, in the order of falling x, but still rising among points of one x; and
  /// the number of pairs that this turns round, those of different x.
  func inFallingX(_ indices: some BidirectionalCollection<Int>) -> (order: [Int], pairs: Int) {
    var order: [Int] = []
    order.reserveCapacity(indices.count)
    var pairs = 0
    var group: [Int] = []
    for index in indices.reversed() {
      if let first = group.first, x[first] != x[index] {
        pairs += order.count * group.count
        order += group.reversed()
        group.removeAll(keepingCapacity: true)
      }
      group.append(index)
    }
    pairs += order.count * group.count
    order += group.reversed()
    return (order, pairs)
  }

  /// The slope between the points at two indices, or nil where their x is the same.
  func slope(_ one: Int, _ other: Int) -> Double? {
    let run = x[other] - x[one]
    guard run != 0 else { return nil }
    // A zero is added because −0 would be written with its sign.
    return (y[other] - y[one]) / run + 0
  }

  /// Whether all that is calculated from slopes stays finite.
  var isSteepnessFinite: Bool {
    var step = Double.infinity
    for (one, other) in zip(x, x.dropFirst()) where one < other { step = min(step, other - one) }
    guard let low = y.min(), let high = y.max(), let first = x.first, let last = x.last else {
      return false
    }
    let steepest = (high - low) / step
    return steepest * max(1, first.magnitude, last.magnitude) <= 1e300
  }
}
