/// Every way to pair the values of two series, both with ties, and how many of them reach a score.
struct Pairings {
  /// The exact two-sided p of S with ties in both series: the share of the orders of y against the order
  /// of x whose score is at least as far from 0 as `score`.
  ///
  /// The number of orders is n!/Π u!, so n is to be small.
  static func share(of concordance: Concordance, withScoreFrom score: Int) -> Double {
    var pairings = Pairings(concordance, score: score)
    pairings.place(0, score: 0)
    return Double(pairings.far) / Double(pairings.all)
  }

  /// For each place in the order of x, where its group of equal x starts.
  private let starts: [Int]
  private let least: Int
  /// How many of each value of y are left, and the ranks placed so far.
  private var left: [Int]
  private var placed: [Int] = []
  private var (all, far) = (0, 0)

  private init(_ concordance: Concordance, score: Int) {
    var starts: [Int] = []
    for size in concordance.groupsOfX {
      starts += Array(repeating: starts.count, count: size)
    }
    self.starts = starts
    left = concordance.groupsOfY
    least = abs(score)
  }

  private mutating func place(_ position: Int, score: Int) {
    guard position < starts.count else {
      all += 1
      if abs(score) >= least { far += 1 }
      return
    }
    for rank in left.indices where left[rank] > 0 {
      left[rank] -= 1
      let gain = placed[..<starts[position]].reduce(0) { $0 + (rank - $1).signum() }
      placed.append(rank)
      place(position + 1, score: score + gain)
      placed.removeLast()
      left[rank] += 1
    }
  }
}
