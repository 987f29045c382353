/// The statistic of Mann and Whitney with ties, doubled throughout to keep midranks whole.
struct RankSum {
  /// Twice U: 2 for each pair in which the value of b is greater, 1 for each tied one.
  let doubledU: Int

  private let countA: Int, countB: Int
  /// Twice the midrank of each value of both, from 2 up, and the sizes of the tie groups, in order.
  private let doubledMidranks: [Int]
  private let groups: [Int]

  init(a: [Double], b: [Double]) {
    (countA, countB) = (a.count, b.count)
    let all = (a.map { ($0, isB: 0) } + b.map { ($0, isB: 1) }).sorted { $0.0 < $1.0 }
    groups = Ties.groups(ofSorted: all.map(\.0))
    var midranks: [Int] = []
    for size in groups {
      midranks += Array(repeating: 2 * midranks.count + size + 1, count: size)
    }
    doubledMidranks = midranks
    let sumOfB = zip(midranks, all).reduce(0) { $0 + $1.0 * $1.1.isB }
    doubledU = sumOfB - b.count * (b.count + 1)
  }

  /// The share of the ways to deal all values to the two phases with a U at least as far from its
  /// mean as this one.
  ///
  /// Goes through the values and keeps, for each number of values dealt to the smaller phase, the
  /// probability of each sum of their midranks. With ties and unequal sizes the distribution need
  /// not be symmetric, so both tails are summed. Nothing is subtracted, so small p keep their digits.
  /// Where all ways can be counted without rounding, they are, and their number is divided by at last.
  var exactP: PValue {
    let (all, smaller) = (countA + countB, min(countA, countB))
    let width = doubledMidranks.suffix(smaller).reduce(0, +) + 1
    let methods = countedWays(of: smaller, among: all)
    // The probability of each sum for 0, 1, … values dealt to the smaller phase, row after row.
    var chances = Array(repeating: 0.0, count: (smaller + 1) * width)
    chances[0] = 1
    for (dealt, midrank) in doubledMidranks.enumerated() {
      for taken in stride(from: min(dealt, smaller), through: 0, by: -1) {
        let take = Double(smaller - taken) / Double(all - dealt)
        let row = taken * width
        // The sums of the lowest and of the highest of the values so far.
        let low = doubledMidranks[..<taken].reduce(0, +)
        let high = doubledMidranks[dealt - taken..<dealt].reduce(0, +)
        for place in row + low...row + high {
          let share = methods == nil ? take : 1
          if take > 0 { chances[place + width + midrank] += chances[place] * share }
          if methods == nil { chances[place] *= 1 - take }
        }
      }
    }
    let mean = smaller * (all + 1)
    let distance = abs(doubledU - countA * countB)
    var p = 0.0
    for (sum, chance) in chances.suffix(width).enumerated() where abs(sum - mean) >= distance {
      p += chance
    }
    return PValue(p / (methods ?? 1), method: .exact)
  }

  /// The number of ways to choose some of all; nil where it is beyond 2⁵².
  private func countedWays(of some: Int, among all: Int) -> Double? {
    var methods = 1.0
    for place in stride(from: 1, through: some, by: 1) {
      methods *= Double(all - some + place)
      guard methods < 0x1p53 else { return nil }
      methods /= Double(place)
    }
    return methods < 0x1p52 ? methods : nil
  }

  /// The normal approximation, for which U goes ½ towards its mean.
  var normalP: PValue {
    let (n, pairs) = (Double(countA + countB), Double(countA) * Double(countB))
    let ties = groups.reduce(0.0) { $0 + Double($1) * (Double($1) * Double($1) - 1) }
    let variance = pairs / 12 * (n + 1 - ties / (n * (n - 1)))
    let distance = max(0, Double(abs(doubledU - countA * countB)) / 2 - 0.5)
    let z = variance > 0 ? distance / variance.squareRoot() : 0
    return PValue(2 * Normal.upperTail(z), method: .normal)
  }
}
