import Statistics
import Testing

@Suite struct DistributionTests {
  @Test(arguments: ExpectedStudent.all)
  func studentAgreesWithSciPy(_ point: ExpectedStudent) throws {
    let p = try #require(StudentT.twoSidedP(point.t, degreesOfFreedom: point.degreesOfFreedom))
    #expect(p.isClose(to: point.p), "\(point) \(p)")
    #expect(StudentT.twoSidedP(-point.t, degreesOfFreedom: point.degreesOfFreedom) == p)
  }

  @Test func studentAtItsEnds() {
    #expect(StudentT.twoSidedP(0, degreesOfFreedom: 3) == 1)
    #expect(StudentT.twoSidedP(1e200, degreesOfFreedom: 3) == 0)
    #expect(StudentT.twoSidedP(1, degreesOfFreedom: 1)?.isClose(to: 0.5) == true)
    for (t, freedom) in [(1, 0), (1, -1), (1, .infinity), (.nan, 3), (.infinity, 3), (1, .nan)] {
      #expect(StudentT.twoSidedP(t, degreesOfFreedom: freedom) == nil)
    }
  }

  @Test(arguments: ExpectedNormal.all)
  func normalQuantileAgreesWithSciPy(_ point: ExpectedNormal) throws {
    let z = try #require(Normal.quantile(point.probability))
    #expect(z.isClose(to: point.quantile, within: 1e-14), "\(z) \(point.quantile)")
  }

  @Test func normalQuantileHasNoEnds() {
    for probability in [0, 1, -0.1, 1.1, .nan, .infinity] {
      #expect(Normal.quantile(probability) == nil)
    }
  }

  @Test(arguments: ExpectedQuantiles.all)
  func quantilesAgreeWithNumPy(_ sample: ExpectedQuantiles) throws {
    for (probability, expected) in zip(sample.probabilities, sample.expected) {
      let found = try #require(Quantile.of(sample.values, at: probability))
      #expect(found.isClose(to: expected))
    }
  }

  @Test func quantilesOfFewValues() {
    #expect(Quantile.of([], at: 0.5) == nil)
    #expect(Quantile.of([3], at: 0.9) == 3)
    #expect(Quantile.of([4, 2], at: 0.25) == 2.5)
    #expect(Quantile.of([4, 2], at: 1) == 4)
    for probability in [-0.1, 1.1, .nan] { #expect(Quantile.of([1, 2], at: probability) == nil) }
  }
}
