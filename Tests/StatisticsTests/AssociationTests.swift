import Statistics
import Testing

@Suite struct AssociationTests {
  private let weeks = (0..<16).map(Double.init)

  /// Two trends that have nothing to do with each other but time.
  @Test func takesTheTrendOut() throws {
    let a = weeks.map { 8 - 0.5 * $0 + (Int($0) % 2 == 0 ? 0.3 : -0.3) }
    let b = weeks.map { 160 + 2 * $0 + (Int($0) % 4 < 2 ? 1 : -1) }
    let both = try #require(Association(x: weeks, a: a, b: b))
    #expect(both.raw.tauB < -0.9)
    #expect(both.raw.p.value < 0.001)
    let detrended = try #require(both.detrended)
    #expect(detrended.tauB.magnitude < 0.3)
    #expect(detrended.p.value > 0.05)
  }

  @Test func findsWhatMovesTogetherAgainstTheTrends() throws {
    let waves: [Double] = [0, 2, 1, -2, 3, -1, 0.5, -3, 2, 1, -1, 0, 2.5, -2, 1, -0.5]
    let a = zip(weeks, waves).map { 8 - 0.5 * $0 + $1 / 10 }
    let b = zip(weeks, waves).map { 160 + 2 * $0 + $1 }
    let both = try #require(Association(x: weeks, a: a, b: b))
    #expect(both.raw.tauB < 0)
    #expect(try #require(both.detrended).tauB > 0.7)
  }

  @Test func isTheCorrelationOfTheResiduals() throws {
    var random = SplitMix64(seed: 40)
    let (x, a, b) = (random.weeks(30), random.values(30, levels: 6), random.values(30, levels: 11))
    let both = try #require(Association(x: x, a: a, b: b))
    #expect(both.raw == Kendall(x: a, y: b))
    #expect(both.residualsOfA == TheilSen(x: x, y: a)?.residuals(x: x, y: a))
    #expect(both.detrended == Kendall(x: both.residualsOfA, y: both.residualsOfB))
  }

  /// What is left of a perfect line is rounding, which correlates with anything.
  @Test func ofAPerfectLineIsNothing() throws {
    var random = SplitMix64(seed: 41)
    let line = weeks.map { 0.7 - 0.1 * $0 }
    let both = try #require(Association(x: weeks, a: line, b: random.values(16, levels: 9)))
    #expect(both.detrended == nil)
    #expect(both.detrendedBootstrap() == nil)
  }

  @Test func ofAConstantIsNothing() {
    #expect(Association(x: weeks, a: weeks, b: weeks.map { _ in 4 }) == nil)
  }

  @Test func needsTimesThatRise() {
    #expect(Association(x: [1, 1, 2], a: [1, 2, 3], b: [1, 3, 2]) == nil)
    #expect(Association(x: [3, 2, 1], a: [1, 2, 3], b: [1, 3, 2]) == nil)
    #expect(Association(x: [1], a: [1], b: [1]) == nil)
  }

  @Test func intervalHoldsTheEstimate() throws {
    var random = SplitMix64(seed: 42)
    let a = random.values(40, levels: 30)
    let noise = random.values(40, levels: 15)
    let b = zip(a, noise).map { $0 + $1 }
    let both = try #require(Association(x: a.indices.map(Double.init), a: a, b: b))
    let bootstrap = try #require(both.detrendedBootstrap())
    let interval = try #require(bootstrap.interval)
    let tau = try #require(both.detrended).tauB
    #expect(bootstrap.blockLength == 4)
    #expect(0 < interval.low && interval.low < tau && tau < interval.high && interval.high <= 1)
    #expect(both.detrendedBootstrap() == bootstrap)
  }
}
