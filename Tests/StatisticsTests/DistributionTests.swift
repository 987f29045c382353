import Statistics
import Testing

@Suite struct DistributionTests {
  @Test(arguments: ExpectedStudent.all)
  func studentAgreesWithSciPy(_ point: ExpectedStudent) throws {
    let p = try #require(studentTwoSidedP(point.t, degreesOfFreedom: point.degreesOfFreedom))
    #expect(p.isClose(to: point.p), "\(point) \(p)")
    #expect(studentTwoSidedP(-point.t, degreesOfFreedom: point.degreesOfFreedom) == p)
  }

  @Test func studentAtItsEnds() {
    #expect(studentTwoSidedP(0, degreesOfFreedom: 3) == 1)
    #expect(studentTwoSidedP(1e200, degreesOfFreedom: 3) == 0)
    #expect(studentTwoSidedP(1, degreesOfFreedom: 1)?.isClose(to: 0.5) == true)
    for (t, freedom) in [(1, 0), (1, -1), (1, .infinity), (.nan, 3), (.infinity, 3), (1, .nan)] {
      #expect(studentTwoSidedP(t, degreesOfFreedom: freedom) == nil)
    }
  }

  @Test(arguments: ExpectedNormal.all)
  func normalQuantileAgreesWithSciPy(_ point: ExpectedNormal) throws {
    let z = try #require(normalQuantile(point.probability))
    #expect(z.isClose(to: point.quantile, within: 1e-14), "\(z) \(point.quantile)")
  }

  @Test func normalQuantileHasNoEnds() {
    for probability in [0, 1, -0.1, 1.1, .nan, .infinity] {
      #expect(normalQuantile(probability) == nil)
    }
  }

  @Test(arguments: ExpectedQuantiles.all)
  func quantilesAgreeWithNumPy(_ sample: ExpectedQuantiles) throws {
    for (probability, expected) in zip(sample.probabilities, sample.expected) {
      let found = try #require(quantile(of: sample.values, at: probability))
      #expect(found.isClose(to: expected))
    }
  }

  @Test func quantilesOfFewValues() {
    #expect(quantile(of: [], at: 0.5) == nil)
    #expect(quantile(of: [3], at: 0.9) == 3)
    #expect(quantile(of: [4, 2], at: 0.25) == 2.5)
    #expect(quantile(of: [4, 2], at: 1) == 4)
    for probability in [-0.1, 1.1, .nan] { #expect(quantile(of: [1, 2], at: probability) == nil) }
  }
}
