/// Groups of equal values, and what they take from the pairs of a series.
enum Ties {
  /// The sizes of the groups of equal values in `sorted`, a sorted array, in its order.
  static func groups(ofSorted sorted: [Double]) -> [Int] {
    var groups: [Int] = []
    var last: Double?
    for value in sorted {
      if value == last {
        groups[groups.count - 1] += 1
      } else {
        groups.append(1)
      }
      last = value
    }
    return groups
  }

  /// The number of pairs among `count` things.
  static func pairs(among count: Int) -> Int {
    count * (count - 1) / 2
  }

  /// The variance of Mann–Kendall's S for n values in tie groups of the sizes `groups`:
  /// [n(n−1)(2n+5) − Σt(t−1)(2t+5)]/18 (Kendall, *Rank Correlation Methods*, 1970, ch. 4).
  static func varianceOfS(groups: [Int]) -> Double {
    func term(_ size: Int) -> Double {
      let t = Double(size)
      return t * (t - 1) * (2 * t + 5)
    }
    return max(0, term(groups.reduce(0, +)) - groups.reduce(0) { $0 + term($1) }) / 18
  }
}
