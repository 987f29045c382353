/// How pairs of points agree in the order of x and y, counted by sorting (Knight, *J Am Stat Assoc*
/// 1966;61:436): O(n log n).
struct Concordance {
  /// Concordant less discordant pairs: Σ sign(xj − xi)·sign(yj − yi) over i < j.
  let s: Int
  /// The sizes of the groups of equal x, and of equal y.
  let groupsOfX: [Int], groupsOfY: [Int]

  /// Counts the pairs of points; `x` and `y` are equally long and hold no NaN.
  init(x: [Double], y: [Double]) {
    let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
    groupsOfX = Ties.groups(ofSorted: order.map { x[$0] })

    let byY = x.indices.sorted { y[$0] < y[$1] }
    groupsOfY = Ties.groups(ofSorted: byY.map { y[$0] })
    var ranks = Array(repeating: 0, count: y.count)
    var start = 0
    for (rank, size) in groupsOfY.enumerated() {
      for index in byY[start..<start + size] { ranks[index] = rank }
      start += size
    }

    // Within a group of x the ranks rise, so that every inversion is a discordant pair.
    let ranksInOrder = order.map { ranks[$0] }
    let discordant = Inversions.count(of: ranksInOrder)
    var tiedInBoth = 0
    start = 0
    for size in groupsOfX {
      let group = ranksInOrder[start..<start + size].map(Double.init)
      tiedInBoth += Ties.groups(ofSorted: group).reduce(0) { $0 + Ties.pairs(among: $1) }
      start += size
    }
    let tiedInX = groupsOfX.reduce(0) { $0 + Ties.pairs(among: $1) }
    let tiedInY = groupsOfY.reduce(0) { $0 + Ties.pairs(among: $1) }
    s = Ties.pairs(among: x.count) - tiedInX - tiedInY + tiedInBoth - 2 * discordant
  }
}
