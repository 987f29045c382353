import Statistics
import Testing

@Suite struct NonOverlapTests {
  @Test(arguments: ExpectedPhases.all)
  func agreesWithSciPy(_ phases: ExpectedPhases) throws {
    let both = try #require(NonOverlap(a: phases.a, b: phases.b, better: .higher))
    #expect(both.nap.isClose(to: phases.expected[0]))
    #expect(both.p.value.isClose(to: phases.expected[1]), "\(both.p) \(phases.expected[1])")
    #expect(both.p.method == .exact)
  }

  /// Parker, Vannest and Davis 2011.
  @Test func ofParker2011() throws {
    let both = try #require(
      NonOverlap(
        a: [20, 20, 26, 25, 22, 23], b: [28, 25, 24, 27, 30, 30, 29], better: .higher))
    #expect(both.nap == 38.5 / 42)
    #expect(both.tau == 35.0 / 42)
  }

  @Test func turnsRoundWithTheDirection() throws {
    let (a, b) = ([3.0, 4, 4, 6, 2], [1.0, 3, 2, 2, 4, 1])
    let higher = try #require(NonOverlap(a: a, b: b, better: .higher))
    let lower = try #require(NonOverlap(a: a, b: b, better: .lower))
    #expect(lower.nap.isClose(to: 1 - higher.nap))
    #expect(lower.tau == -higher.tau)
    #expect(lower.p == higher.p)
    #expect(lower.nap > 0.5)
  }

  @Test func needsAValueInEachPhase() {
    #expect(NonOverlap(a: [], b: [1, 2], better: .lower) == nil)
    #expect(NonOverlap(a: [1, 2], b: [], better: .lower) == nil)
    #expect(NonOverlap(a: [1], b: [2], better: .higher)?.nap == 1)
    #expect(NonOverlap(a: [1], b: [2], better: .higher)?.p.value == 1)
  }

  @Test(arguments: [5, 50, 51])
  func ofAConstantIsHalf(count: Int) throws {
    let level = Array(repeating: 4.0, count: count)
    let both = try #require(NonOverlap(a: level, b: level, better: .lower))
    #expect(both.nap == 0.5)
    #expect(both.tau == 0 && both.tau.sign == .plus)
    #expect(both.p.value.isClose(to: 1))
  }

  /// No overlap at all: 2 of the C(10, 5) = 252 ways.
  @Test func smallestPOfFiveAndFive() throws {
    let both = try #require(
      NonOverlap(a: [6, 7, 8, 9, 10], b: [1, 2, 3, 4, 5], better: .lower))
    #expect(both.nap == 1)
    #expect(both.p.value.isClose(to: 2.0 / 252))
  }

  /// Against all ways to deal the values; with ties and unequal phases the tails are unequal.
  @Test func aFractionIsThatFraction() throws {
    let three = try #require(NonOverlap(a: [1, 2, 3], b: [4, 5, 6], better: .higher))
    #expect(three.p.value == 0.1)
    let five = try #require(
      NonOverlap(a: [1, 2, 3, 4, 5], b: [6, 7, 8, 9, 10], better: .higher))
    #expect(five.p.value == 2.0 / 252)
  }

  @Test func exactPIsTheShareOfAllWaysToDeal() {
    var random = SplitMix64(seed: 60)
    for (countA, countB) in [(1, 1), (1, 6), (2, 5), (3, 3), (5, 4), (4, 6)] {
      for levels in [1, 2, 3, 5, 99] {
        let (a, b) = (random.values(countA, levels: levels), random.values(countB, levels: levels))
        let (nap, p) = Naive.nonOverlap(a, b)
        let both = NonOverlap(a: a, b: b, better: .higher)
        #expect(both?.nap.isClose(to: nap) == true, "\(a) \(b)")
        #expect(both?.p.value.isClose(to: p) == true, "\(a) \(b) \(both?.p.value ?? -1) \(p)")
      }
    }
  }

  /// Where the exact p ends, the approximation takes over without a step.
  @Test func normalPMeetsTheExactOne() throws {
    var random = SplitMix64(seed: 61)
    let a = random.values(50, levels: 11)
    let b = random.values(51, levels: 11).map { $0 + 1 }
    let normal = try #require(NonOverlap(a: a, b: b, better: .higher)?.p)
    let exact = try #require(NonOverlap(a: a, b: Array(b.dropLast()), better: .higher)?.p)
    #expect(normal.method == .normal && exact.method == .exact)
    #expect(normal.value.isClose(to: exact.value, within: 0.5), "\(normal) \(exact)")
  }
}
