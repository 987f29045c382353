import Statistics
import Testing

@Suite struct MannKendallTests {
  @Test(arguments: ExpectedTrend.all)
  func agreesWithWholeNumbers(_ trend: ExpectedTrend) throws {
    let test = try #require(MannKendall(trend.y))
    #expect(Double(test.s) == trend.expected[0])
    #expect(test.variance.isClose(to: trend.expected[1]))
    #expect(test.p.value.isClose(to: trend.expected[2]), "\(test.p) \(trend.expected[2])")
    #expect(test.p.method == (trend.y.count <= 100 ? .exact : .normal))
  }

  /// The smallest p that few values can carry: 2/n!.
  @Test func smallestPOfFewValues() {
    let published = [2: 1, 3: 0.333, 4: 0.083, 5: 0.0167, 6: 0.0028]
    for (count, p) in published {
      let found = MannKendall((0..<count).map(Double.init))?.p.value ?? .nan
      #expect((found - p).magnitude < 0.0005, "\(count) \(found)")
    }
  }

  /// The share of orders is a fraction, and comes out as that to the last bit while it can be counted.
  @Test func aFractionIsThatFraction() {
    for y: [Double] in [[4, 4, 5, 4, 4, 6, 6, 6], [3, 4, 5, 4, 4, 5, 5, 5]] {
      #expect(MannKendall(y)?.p.value == 0.05)
    }
    #expect(MannKendall([1, 2, 3])?.p.value == 1.0 / 3)
    #expect(MannKendall([1, 2, 3, 4, 5, 6])?.p.value == 1.0 / 360)
    // 18 values are counted, 19 are shared out, and both follow the same rule.
    for count in [18, 19] {
      var orders = 2.0
      for place in 1...count { orders /= Double(place) }
      let p = MannKendall((0..<count).map(Double.init))?.p.value ?? .nan
      #expect((p / orders - 1).magnitude < 1e-12)
    }
  }

  @Test func needsTwoValues() {
    #expect(MannKendall([]) == nil)
    #expect(MannKendall([1]) == nil)
  }

  @Test(arguments: [2, 3, 50, 100, 101, 1000])
  func aConstantHasNoTrend(count: Int) {
    let test = MannKendall(Array(repeating: 3, count: count))
    #expect(test?.s == 0)
    #expect(test?.variance == 0)
    #expect(test?.p.value == 1)
  }

  /// Against all n! orders, with every kind of tie.
  @Test func exactPIsTheShareOfAllOrders() {
    var random = SplitMix64(seed: 20)
    for count in 2...6 {
      for levels in [2, 3, 4, 9] {
        for _ in 0..<4 { expectShareOfAllOrders(random.values(count, levels: levels)) }
      }
    }
    expectShareOfAllOrders([1, 2, 2, 4, 3, 5, 5])
    expectShareOfAllOrders([7, 6, 5, 4, 3, 2, 1])
  }

  @Test func countsPairsOfLongSeries() {
    var random = SplitMix64(seed: 21)
    for levels in [2, 11, 1_000_000] {
      let y = random.values(400, levels: levels)
      #expect(MannKendall(y)?.s == Naive.score(y.indices.map(Double.init), y))
    }
  }

  /// Where the exact p ends, the approximation takes over without a step.
  @Test func normalPMeetsTheExactOne() throws {
    var random = SplitMix64(seed: 22)
    for _ in 0..<3 {
      let y = random.values(101, levels: 11).enumerated().map { $1 + Double($0) / 40 }
      let normal = try #require(MannKendall(y)?.p)
      let exact = try #require(MannKendall(Array(y.dropLast()))?.p)
      #expect(normal.method == .normal && exact.method == .exact)
      // One value more moves p itself.
      #expect(normal.value.isClose(to: exact.value, within: 0.6), "\(normal) \(exact)")
    }
  }

  /// A p of 2/100! is far below what a sum that is taken from 1 could tell from 0.
  @Test func exactPKeepsItsDigitsFarOut() throws {
    let p = try #require(MannKendall((0..<100).map(Double.init))?.p.value)
    let expected = (2...100).reduce(2.0) { $0 / Double($1) }
    #expect(p.isClose(to: expected, within: 1e-11), "\(p) \(expected)")
  }

  /// Two orders of the same values: one p, whichever way the trend goes.
  @Test func pIsTheSameForBothDirections() {
    let y: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
    #expect(MannKendall(y)?.p == MannKendall(y.reversed())?.p)
    #expect(MannKendall(y).map { -$0.s } == MannKendall(y.reversed())?.s)
  }

  private func expectShareOfAllOrders(_ y: [Double]) {
    let expected = Naive.scoreP(y.indices.map(Double.init), y)
    let found = MannKendall(y)?.p.value ?? .nan
    #expect(found.isClose(to: expected), "\(y) \(found) \(expected)")
  }
}
