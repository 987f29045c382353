/// The distribution of the score S of a series in which only the values are tied.
enum ScoreDistribution {
  /// The exact two-sided p: the share of the orders of the values with a score at least as far from 0
  /// as `s`.
  ///
  /// S = Smax − 2·inversions, and the inversions of the orders of a multiset with groups of tⱼ values
  /// have the generating function [n]_q!/Π[tⱼ]_q! (MacMahon 1916), which is a product of q-binomial
  /// coefficients: each group goes in among those before it. Divided by its sum, a q-binomial
  /// coefficient is the distribution of Mann and Whitney's U, and that obeys (1947)
  /// P(m, t, u) = m/(m + t)·P(m − 1, t, u − t) + t/(m + t)·P(m, t − 1, u).
  /// The recurrence is linear and starts from the distribution of all groups so far; as nothing is
  /// ever subtracted, even the smallest p keeps its digits. By symmetry one tail is enough.
  ///
  /// Where the orders of the values can be counted without rounding, as for 18 values without ties, they
  /// are counted, so that a p of 1/20 is 0.05 to the last bit.
  ///
  /// - Parameters:
  ///   - s: a score that the groups allow, so of the parity of Smax.
  ///   - groups: the sizes of the groups of equal values, 1 for a single one; n in sum.
  /// - Returns: a probability in about n⁴/16 steps at most.
  static func exactP(_ s: Int, groups: [Int]) -> Double {
    guard s != 0 else { return 1 }
    let largest =
      Ties.pairs(among: groups.reduce(0, +)) - groups.reduce(0) { $0 + Ties.pairs(among: $1) }
    let tail = (largest - abs(s)) / 2
    guard tail >= 0 else { return 0 }
    var distribution = Array(repeating: 0.0, count: tail + 1)
    distribution[0] = 1
    let orders = countedOrders(of: groups)
    var placed = 0
    // The large groups first: they are cheap while little is placed.
    for size in groups.sorted(by: >) {
      distribution = insert(size, among: placed, into: distribution, isCounted: orders != nil)
      placed += size
    }
    return min(1, 2 * distribution.reduce(0, +) / (orders ?? 1))
  }

  /// How many orders values with these groups of ties have; nil where that is beyond 2⁵², as twice the
  /// count must be a whole number in floating point.
  private static func countedOrders(of groups: [Int]) -> Double? {
    var (orders, placed) = (1.0, 0.0)
    for size in groups {
      // The binomial coefficient, factor by factor: each step gives a whole number.
      for place in stride(from: 1.0, through: Double(size), by: 1) {
        placed += 1
        orders *= placed
        guard orders < 0x1p53 else { return nil }
        orders /= place
      }
    }
    return orders < 0x1p52 ? orders : nil
  }

  /// The distribution of inversions after `size` equal values went in at random places among `placed`
  /// others, which had `distribution`; in numbers of orders where they are counted, else in shares.
  private static func insert(
    _ size: Int, among placed: Int, into distribution: [Double], isCounted: Bool
  ) -> [Double] {
    // The q-binomial coefficient is symmetric, so the shorter way round is taken.
    let (rows, columns) = (max(size, placed), min(size, placed))
    var row = Array(repeating: distribution, count: columns + 1)
    for m in stride(from: 1, through: rows, by: 1) {
      for t in stride(from: 1, through: columns, by: 1) {
        let stay = isCounted ? 1 : Double(t) / Double(m + t)
        let move = isCounted ? 1 : Double(m) / Double(m + t)
        let earlier = row[t]
        var next = row[t - 1].map { $0 * stay }
        for u in stride(from: t, to: next.count, by: 1) { next[u] += move * earlier[u - t] }
        row[t] = next
      }
    }
    return row[columns]
  }
}
