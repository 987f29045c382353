/// The sizes of the groups of equal values in `sorted`, a sorted array, in its order.
func tieGroups(ofSorted sorted: [Double]) -> [Int] {
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
func pairs(among count: Int) -> Int {
  count * (count - 1) / 2
}

/// The variance of Mann–Kendall's S for n values in tie groups of the sizes `groups`:
/// [n(n−1)(2n+5) − Σt(t−1)(2t+5)]/18 (Kendall, *Rank Correlation Methods*, 1970, ch. 4).
func varianceOfS(groups: [Int]) -> Double {
  func term(_ size: Int) -> Double {
    let t = Double(size)
    return t * (t - 1) * (2 * t + 5)
  }
  return max(0, term(groups.reduce(0, +)) - groups.reduce(0) { $0 + term($1) }) / 18
}
