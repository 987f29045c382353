import Testing

@testable import Statistics

@Suite struct ResampledTauTests {
  /// Many at once give what one after the other gives, to the last bit, ties or not.
  @Test(arguments: [2, 3, 10, 26, 60], [2, 5, 1_000_000])
  func isTheBootstrapOfTauB(count: Int, levels: Int) {
    var random = SplitMix64(seed: UInt64(count * levels))
    let (x, y) = (random.values(count, levels: levels), random.values(count, levels: levels))
    for resamples in [1, 8, 203] {
      let slow = BlockBootstrap(count: count, resamples: resamples) { indices in
        Kendall.tauB(x: indices.map { x[$0] }, y: indices.map { y[$0] })
      }
      #expect(BlockBootstrap(tauBOf: x, y, resamples: resamples) == slow)
    }
  }

  @Test func eachLaneIsAResample() {
    var random = SplitMix64(seed: 7)
    let (x, y) = (random.values(9, levels: 4), random.values(9, levels: 6))
    let tau = ResampledTau(x: x, y: y)
    let draws = (0..<5).map { _ in (0..<9).map { _ in random.next(below: 9) } }
    let all = draws + [Array(0..<9), Array(repeating: 3, count: 9)]
    for (indices, value) in zip(all, tau.tauB(all)) {
      #expect(value == Kendall.tauB(x: indices.map { x[$0] }, y: indices.map { y[$0] }))
    }
    #expect(tau.tauB([Array(repeating: 3, count: 9)]) == [nil])
    #expect(tau.tauB([]).isEmpty)
  }

  @Test func whatCannotBeUsedHasNoInterval() {
    #expect(BlockBootstrap(tauBOf: [1, 2], [1]) == nil)
    #expect(BlockBootstrap(tauBOf: [1], [1]) == nil)
    #expect(BlockBootstrap(tauBOf: [1, .nan], [1, 2]) == nil)
    #expect(BlockBootstrap(tauBOf: [1, 2], [1, 2], level: 1) == nil)
    #expect(BlockBootstrap(tauBOf: [1, 2], [1, 2], resamples: 0) == nil)
    #expect(BlockBootstrap(tauBOf: [1, 1, 1], [1, 2, 3])?.interval == nil)
  }
}
