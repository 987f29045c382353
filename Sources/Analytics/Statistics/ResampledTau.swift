/// τ-b of many resamples of the same pairs, in which each pair comes some number of times.
///
/// How often a pair comes is all that τ-b can see of a resample, so the pairs are sorted once and each
/// resample is a row of weights: O(n log n) without sorting. Several resamples go side by side, because
/// they take the same way through the pairs.
struct ResampledTau {
  /// How often a pair comes, in resamples that go side by side.
  typealias Weights = SIMD8<Int32>
  private typealias Sums = SIMD8<Int>

  /// For each pair, its place in the order of x, within equal x of y.
  private let places: [Int]
  /// For each place, how high its y is, counted from the highest, which is 1.
  private let depths: [Int]
  /// How many different y there are.
  private let levels: Int
  /// For each place, whether it is the last of those equal in x, and of those equal in both.
  private let endsX: [Bool], endsBoth: [Bool]

  /// The pairs of n values of x and of y, none of them NaN.
  init(x: [Double], y: [Double]) {
    let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
    var places = Array(repeating: 0, count: x.count)
    for (place, index) in order.enumerated() { places[index] = place }
    self.places = places

    var depths = places
    var depth = 0
    var above: Double?
    for index in y.indices.sorted(by: { y[$0] > y[$1] }) {
      if y[index] != above { depth += 1 }
      above = y[index]
      depths[places[index]] = depth
    }
    self.depths = depths
    levels = depth
    let nexts = order.dropFirst().map { $0 as Int? } + [nil]
    endsX = zip(order, nexts).map { here, next in next.map { x[here] != x[$0] } ?? true }
    endsBoth = zip(order, nexts).map { here, next in
      next.map { x[here] != x[$0] || y[here] != y[$0] } ?? true
    }
  }

  /// τ-b of each of a few resamples, nil where x or y does not vary in it.
  ///
  /// - Parameter resamples: at most 8 rows of indices from 0 to n − 1, each n long.
  func tauB(_ resamples: [[Int]]) -> [Double?] {
    var weights = [Weights](repeating: .zero, count: places.count)
    for (lane, indices) in resamples.enumerated() {
      for index in indices { weights[places[index]][lane] += 1 }
    }
    let (tiedInX, tiedInY) = (ties(weights, ends: endsX), tiesInY(weights))
    let tiedInBoth = ties(weights, ends: endsBoth)
    let discordant = discordant(weights)
    return resamples.indices.map { lane in
      let all = Ties.pairs(among: places.count)
      return Concordance.tauB(
        s: all - tiedInX[lane] - tiedInY[lane] + tiedInBoth[lane] - 2 * discordant[lane],
        untiedInX: all - tiedInX[lane], untiedInY: all - tiedInY[lane])
    }
  }

  private func wide(_ weights: Weights) -> Sums { Sums(truncatingIfNeeded: weights) }

  /// Twice the pairs among so many.
  private func twicePairs(_ weights: Weights) -> Sums {
    let counts = wide(weights)
    return counts &* (counts &- 1)
  }

  /// The pairs within groups of places of which each ends where `ends` says.
  private func ties(_ weights: [Weights], ends: [Bool]) -> Sums {
    var (twice, group) = (Sums.zero, Weights.zero)
    for place in weights.indices {
      group &+= weights[place]
      guard ends[place] else { continue }
      twice &+= twicePairs(group)
      group = .zero
    }
    return twice &>> 1
  }

  private func tiesInY(_ weights: [Weights]) -> Sums {
    var groups = [Weights](repeating: .zero, count: levels + 1)
    for place in weights.indices { groups[depths[place]] &+= weights[place] }
    return groups.reduce(into: Sums.zero) { $0 &+= twicePairs($1) } &>> 1
  }

  /// The pairs with a higher y at an earlier place, counted with a tree of partial sums over the
  /// depths (Fenwick, *Softw Pract Exp* 1994;24:327).
  private func discordant(_ weights: [Weights]) -> Sums {
    var sums = [Weights](repeating: .zero, count: levels + 1)
    var found = Sums.zero
    for place in weights.indices {
      let weight = weights[place]
      var higher = Weights.zero
      var depth = depths[place] - 1
      while depth > 0 {
        higher &+= sums[depth]
        depth &= depth - 1
      }
      found &+= wide(weight) &* wide(higher)
      depth = depths[place]
      while depth < sums.count {
        sums[depth] &+= weight
        depth += depth & -depth
      }
    }
    return found
  }
}
