import Statistics
import Testing

@Suite struct KendallTests {
  @Test(arguments: ExpectedCorrelation.all)
  func agreesWithSciPy(_ series: ExpectedCorrelation) throws {
    let test = try #require(Kendall(x: series.x, y: series.y))
    #expect(Double(test.s) == series.expected[0])
    #expect(test.tauB.isClose(to: series.expected[1]))
    #expect(test.variance.isClose(to: series.expected[2]))
    #expect(test.p.value.isClose(to: series.expected[3]), "\(test.p) \(series.expected[3])")
  }

  /// Kendall 1970, example 3.1.
  @Test func tauOfKendall1970() throws {
    let test = try #require(
      Kendall(
        x: [1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5],
        y: [1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10]))
    #expect(test.s == 33)
    #expect((test.tauB - 0.859).magnitude < 0.0005)
  }

  /// Kendall 1976, example 4.3.
  @Test func varianceOfKendall1976() throws {
    let test = try #require(
      Kendall(
        x: [1.5, 1.5, 3, 4, 6, 6, 6, 8, 9.5, 9.5, 11, 12],
        y: [2.5, 2.5, 7, 4.5, 1, 4.5, 6, 11.5, 11.5, 8.5, 8.5, 10]))
    #expect(test.s == 34)
    #expect((test.variance - 203.30).magnitude < 0.005)
    #expect(test.p.method == .normal)
  }

  @Test func ofAConstantIsNothing() {
    #expect(Kendall(x: [1, 2, 3], y: [5, 5, 5]) == nil)
    #expect(Kendall(x: [5, 5, 5], y: [1, 2, 3]) == nil)
    #expect(Kendall(x: [], y: []) == nil)
    #expect(Kendall(x: [1], y: [1]) == nil)
  }

  /// Three points cannot say more than this, whatever some libraries print.
  @Test func ofThreePointsHasItsLargeP() {
    #expect(Kendall(x: [1, 2, 3], y: [4, 5, 6])?.tauB == 1)
    #expect(Kendall(x: [1, 2, 3], y: [4, 5, 6])?.p.value.isClose(to: 1.0 / 3) == true)
    #expect(Kendall(x: [1, 2], y: [2, 1])?.p.value == 1)
  }

  @Test func ofEqualSeriesIsOne() {
    var random = SplitMix64(seed: 30)
    for levels in [2, 5, 1000] {
      let x = random.values(50, levels: levels)
      #expect(Kendall.tauB(x: x, y: x) == 1)
      #expect(Kendall.tauB(x: x, y: x.map { -$0 }) == -1)
    }
  }

  @Test func countsPairsOneByOne() {
    var random = SplitMix64(seed: 31)
    for count in [2, 3, 5, 8, 100, 101, 300] {
      for levels in [2, 4, 11, 100_000] {
        let x = random.values(count, levels: levels)
        let y = random.values(count, levels: 1 + levels / 2)
        guard let test = Kendall(x: x, y: y) else { continue }
        #expect(test.s == Naive.score(x, y), "\(x) \(y)")
        // The pairs that are not tied in a series are its score with itself.
        let untied = Double(Naive.score(x, x)) * Double(Naive.score(y, y))
        #expect(test.tauB.isClose(to: Double(test.s) / untied.squareRoot()))
      }
    }
  }

  /// Against all n! pairings: with ties in neither, in one and in both.
  @Test func exactPIsTheShareOfAllPairings() {
    var random = SplitMix64(seed: 32)
    var seen = 0
    for count in 2...6 {
      for (levelsX, levelsY) in [(99, 99), (99, 2), (3, 99), (2, 2), (3, 4), (2, 5)] {
        let x = random.values(count, levels: levelsX)
        let y = random.values(count, levels: levelsY)
        guard let test = Kendall(x: x, y: y) else { continue }
        seen += 1
        #expect(test.p.method == .exact)
        #expect(test.p.value.isClose(to: Naive.scoreP(x, y)), "\(x) \(y) \(test.p)")
      }
    }
    #expect(seen > 15)
  }

  @Test func methodFollowsTheTies() {
    let (x, tied) = ((0..<10).map(Double.init), [1.0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    #expect(Kendall(x: x, y: tied)?.p.method == .exact)
    #expect(Kendall(x: tied, y: tied)?.p.method == .normal)
    #expect(
      Kendall(x: Array(tied.prefix(9)), y: Array(tied.prefix(9)))?.p.method == .exact)
  }

  @Test func isTheSameBothWaysRound() {
    var random = SplitMix64(seed: 33)
    let (x, y) = (random.values(40, levels: 7), random.values(40, levels: 12))
    #expect(Kendall(x: x, y: y) == Kendall(x: y, y: x))
  }
}
