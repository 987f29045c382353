/// A confidence interval for a statistic of a series with serial correlation, by the circular block
/// bootstrap of Politis and Romano (1992).
///
/// Blocks of ⌈n^⅓⌉ neighbours, of which each place starts one and the last go on at the first, are
/// drawn with replacement and strung together, cut to n. The interval runs between the quantiles
/// (type 7) of the statistic over all resamples. The seed is fixed, so that a report can be made
/// again.
package struct BlockBootstrap: Sendable, Equatable {
  /// The number of resamples unless said otherwise.
  package static let usualResamples = 2000
  /// The seed unless said otherwise: the letters "psoas" in ASCII.
  package static let usualSeed: UInt64 = 0x70_736F_6173

  /// The number of neighbours in a block.
  package let blockLength: Int
  /// The number of resamples that gave a value.
  package let used: Int
  /// The number of resamples for which the statistic was nil or not finite; they are left out.
  package let excluded: Int
  /// The interval; nil when more resamples were left out than the level leaves outside of it, as those could
  /// change it arbitrarily.
  package let interval: Interval?

  /// Resamples a series of `count` observations in order of time.
  ///
  /// - Parameters:
  ///   - count: n, at least 1.
  ///   - level: the level of the interval, between 0 and 1.
  ///   - resamples: how many to draw, at least 1.
  ///   - seed: where the pseudo-random numbers start.
  ///   - statistic: the statistic of the observations at n indices from 0 to n − 1; an index may
  ///     come several times.
  /// - Returns: nil when the arguments are out of range.
  package init?(
    count: Int, level: Double = 0.95, resamples: Int = usualResamples, seed: UInt64 = usualSeed,
    statistic: ([Int]) -> Double?
  ) {
    guard count > 0, resamples > 0, Validation.isLevel(level) else { return nil }
    var draws = Draws(count: count, seed: seed)
    let values = (0..<resamples).map { _ in statistic(draws.next()) }
    self.init(count: count, level: level, values)
  }

  /// Resamples n pairs in order of time for their τ-b: the same draws and values as with
  /// ``Kendall/tauB(x:y:)``, many at once.
  ///
  /// - Parameters:
  ///   - x: n values, at least 2.
  ///   - y: n values, each paired with that of x.
  /// - Returns: nil when the arguments are out of range or cannot be used.
  init?(
    tauBOf x: [Double], _ y: [Double], level: Double = 0.95, resamples: Int = usualResamples,
    seed: UInt64 = usualSeed
  ) {
    guard Validation.isFinite(x: x, y: y, count: 2), resamples > 0, Validation.isLevel(level) else {
      return nil
    }
    let tau = ResampledTau(x: x, y: y)
    var draws = Draws(count: x.count, seed: seed)
    var values: [Double?] = []
    while values.count < resamples {
      let batch = min(ResampledTau.Weights.scalarCount, resamples - values.count)
      values += tau.tauB((0..<batch).map { _ in draws.next() })
    }
    self.init(count: x.count, level: level, values)
  }

  /// From the value of each resample.
  private init(count: Int, level: Double, _ drawn: [Double?]) {
    var values = drawn.compactMap(\.self).filter { Validation.isFinite([$0]) }
    blockLength = Self.blockLength(count: count)
    used = values.count
    excluded = drawn.count - values.count
    if values.isEmpty || Double(excluded) > ((1 - level) * Double(drawn.count)).rounded() {
      interval = nil
    } else {
      values.sort()
      let tail = (1 - level) / 2
      interval = Interval(
        low: Quantile.ofSorted(values, at: tail), high: Quantile.ofSorted(values, at: 1 - tail))
    }
  }

  /// ⌈n^⅓⌉, by whole numbers, since a power that is a hair too large would round up.
  static func blockLength(count: Int) -> Int {
    var length = 1
    while Double(length) * Double(length) * Double(length) < Double(count) { length += 1 }
    return length
  }
}

/// The resamples, one after the other.
private struct Draws {
  private let count: Int
  private let length: Int
  private var random: SplitMix64

  init(count: Int, seed: UInt64) {
    self.count = count
    length = BlockBootstrap.blockLength(count: count)
    random = SplitMix64(seed: seed)
  }

  /// The indices of the next resample.
  mutating func next() -> [Int] {
    var indices: [Int] = []
    indices.reserveCapacity(count)
    while indices.count < count {
      let start = random.next(below: count)
      for step in 0..<min(length, count - indices.count) {
        let index = start + step
        indices.append(index < count ? index : index - count)
      }
    }
    return indices
  }
}
