import Statistics

/// The definitions taken at their word, however long it takes.
enum Naive {
  static func middle(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  static func slopes(_ x: [Double], _ y: [Double]) -> [Double] {
    var slopes: [Double] = []
    for i in x.indices {
      for j in 0..<i where x[i] != x[j] { slopes.append((y[i] - y[j]) / (x[i] - x[j])) }
    }
    return slopes.sorted()
  }

  /// Slope, intercept, low and high of Theil and Sen at 95 %.
  static func line(_ x: [Double], _ y: [Double]) -> [Double] {
    let slopes = slopes(x, y)
    let n = Double(x.count)
    let sizes = Dictionary(grouping: y) { $0 }.values.map { Double($0.count) }
    let ties = sizes.reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) }
    let width = 1.959963984540054 * ((n * (n - 1) * (2 * n + 5) - ties) / 18).squareRoot()
    let count = Double(slopes.count)
    let low = Int(((count - width) / 2).rounded(.toNearestOrEven)) - 1
    let high = Int(((count + width) / 2).rounded(.toNearestOrEven))
    let slope = middle(slopes)
    return [
      slope, middle(zip(x, y).map { $1 - slope * $0 }), slopes[max(0, low)],
      slopes[min(slopes.count - 1, high)],
    ]
  }

  static func score(_ x: [Double], _ y: [Double]) -> Int {
    var s = 0
    for i in x.indices {
      for j in 0..<i { s += sign(x[i] - x[j]) * sign(y[i] - y[j]) }
    }
    return s
  }

  /// The share of all n! orders of y with a score at least as far from 0.
  static func scoreP(_ x: [Double], _ y: [Double]) -> Double {
    let seen = abs(score(x, y))
    var (all, far) = (0, 0)
    permute(y) { order in
      all += 1
      if abs(score(x, order)) >= seen { far += 1 }
    }
    return Double(far) / Double(all)
  }

  /// NAP where higher is better, and the share of ways to deal the values that are as far from ½.
  static func nonOverlap(_ a: [Double], _ b: [Double]) -> (nap: Double, p: Double) {
    func doubled(_ a: [Double], _ b: [Double]) -> Int {
      a.reduce(0) { sum, low in b.reduce(sum) { $0 + 1 + sign($1 - low) } }
    }
    let (values, pairs) = (a + b, a.count * b.count)
    let seen = doubled(a, b)
    var (all, far) = (0, 0)
    for chosen in 0..<(1 << values.count) where chosen.nonzeroBitCount == b.count {
      let split = values.indices.map { chosen >> $0 & 1 == 1 }
      let dealtA = zip(values, split).filter { !$1 }.map(\.0)
      let dealtB = zip(values, split).filter { $1 }.map(\.0)
      all += 1
      if abs(doubled(dealtA, dealtB) - pairs) >= abs(seen - pairs) { far += 1 }
    }
    return (Double(seen) / Double(2 * pairs), Double(far) / Double(all))
  }

  private static func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

  private static func permute(_ values: [Double], _ body: ([Double]) -> Void) {
    var values = values
    func place(_ index: Int) {
      guard index < values.count else { return body(values) }
      for other in index..<values.count {
        values.swapAt(index, other)
        place(index + 1)
        values.swapAt(index, other)
      }
    }
    place(0)
  }
}

extension SplitMix64 {
  /// Random values on `levels` levels, `step` apart; few levels make many ties.
  mutating func values(_ count: Int, levels: Int, step: Double = 1) -> [Double] {
    var values: [Double] = []
    for _ in 0..<count { values.append(Double(next(below: levels)) * step) }
    return values
  }

  /// Rising whole numbers with gaps.
  mutating func weeks(_ count: Int) -> [Double] {
    var (weeks, week): ([Double], Double) = ([], 0)
    for _ in 0..<count {
      week += Double(1 + max(0, next(below: 6) - 3))
      weeks.append(week)
    }
    return weeks
  }
}

extension Double {
  /// Whether the numbers agree to so many parts of the expected one; an expected 0 is met by noise.
  func isClose(to expected: Double, within part: Double = 1e-12) -> Bool {
    (self - expected).magnitude <= part * Swift.max(expected.magnitude, 1e-300)
      || (expected == 0 && magnitude < 1e-14)
  }
}
