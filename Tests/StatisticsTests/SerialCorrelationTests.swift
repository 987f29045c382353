import Testing

@testable import Statistics

@Suite struct SerialCorrelationTests {
  @Test(arguments: ExpectedSerial.all)
  func agreesWithStatsmodels(_ series: ExpectedSerial) throws {
    let residuals = series.residuals
    let x = residuals.indices.map(Double.init)
    let serial = try #require(SerialCorrelation(x: x, residuals: residuals))
    #expect(serial.pairs == residuals.count - 1)
    #expect(serial.lag1.isClose(to: series.expected[0]))
    #expect(serial.varianceFactor.isClose(to: series.expected[1]))
  }

  /// e − ē is −2, 0, 2, −2, 2, 0 with squares of 16; the 3 pairs of neighbours give 0, −4 and 0.
  @Test func takesNeighboursOnly() throws {
    let x: [Double] = [0, 1, 3, 4, 6, 7]
    let serial = try #require(SerialCorrelation(x: x, residuals: [1, 3, 5, 1, 5, 3]))
    #expect(serial.pairs == 3)
    #expect(serial.lag1.isClose(to: 5.0 / 3 * -4 / 16))
    #expect(serial.varianceFactor == 1)
  }

  @Test func needsThreePairsOfNeighbours() {
    #expect(SerialCorrelation(x: [0, 1, 2], residuals: [1, 2, 4]) == nil)
    #expect(SerialCorrelation(x: [0, 1, 2, 3], residuals: [1, 2, 4, 3])?.pairs == 3)
    #expect(SerialCorrelation(x: [0, 1, 2, 4], residuals: [1, 2, 4, 3]) == nil)
    #expect(SerialCorrelation(x: [0, 2, 4, 6, 8], residuals: [1, 2, 4, 3, 1]) == nil)
  }

  @Test func ofResidualsThatDoNotVaryIsNothing() {
    for level in [0, 3, 0.1] {
      let residuals = Array(repeating: level, count: 7)
      #expect(SerialCorrelation(x: (0..<7).map(Double.init), residuals: residuals) == nil)
    }
  }

  /// The only neighbours are far out together: without the cut, r would be beyond 1.
  @Test func staysACorrelation() throws {
    let x: [Double] = [0, 1, 2, 3, 10, 20, 30, 40, 50, 60]
    let far = try #require(
      SerialCorrelation(x: x, residuals: [9, 9, 9, 9, -6, -6, -6, -6, -6, -6]))
    #expect(far.lag1 == 1)
    #expect(far.varianceFactor.isClose(to: 10))
  }

  /// The closed form of the definition, wherever it is not 0/0.
  @Test(arguments: [-1, -0.5, 0, 0.1, 0.3, 0.6, 0.9, 0.999])
  func factorIsTheClosedForm(r: Double) {
    for count in [2, 5, 16, 101] {
      let n = Double(count)
      let power = (0...count).reduce(1.0) { product, _ in product * r }
      let closed = 1 + 2 * (power - n * r * r + (n - 1) * r) / (n * (r - 1) * (r - 1))
      let found = SerialCorrelation.varianceFactor(lag1: r, count: count)
      #expect(found.isClose(to: max(1, closed), within: 1e-8), "\(found) \(closed)")
    }
    #expect(SerialCorrelation.varianceFactor(lag1: 1, count: 9).isClose(to: 9))
  }

  @Test func pAllowingForItIsNeverSmaller() throws {
    let up = try #require(MannKendall([1, 2, 2, 3, 5, 4, 6, 6, 7, 9]))
    let x = (0..<10).map(Double.init)
    let even = try #require(
      SerialCorrelation(x: x, residuals: [1, -1, 1, -1, 1, -1, 1, -1, 1, -1]))
    #expect(even.lag1 < -0.8 && even.varianceFactor == 1)
    let wavy = try #require(
      SerialCorrelation(x: x, residuals: [1, 2, 3, 2, 1, -1, -2, -3, -2, -1]))
    #expect(wavy.varianceFactor > 2)
    #expect(up.p(allowingFor: wavy).value > up.p(allowingFor: even).value)
    #expect(up.p(allowingFor: wavy).method == .normal)
    // The normal approximation gives .296 here, which three values cannot carry.
    let three = try #require(MannKendall([1, 2, 3]))
    #expect(three.p(allowingFor: even) == three.p)
  }

  @Test func pIsThatOfTheWidenedVariance() throws {
    let y: [Double] = [3, 1, 2, 6, 4, 5, 9, 7, 8, 0]
    let test = try #require(MannKendall(y))
    #expect(test.variance == 125)
    let x = (0..<10).map(Double.init)
    let wavy = try #require(
      SerialCorrelation(x: x, residuals: [1, 2, 3, 2, 1, -1, -2, -3, -2, -1]))
    let z = Double(abs(test.s) - 1) / (125 * wavy.varianceFactor).squareRoot()
    #expect(test.p(allowingFor: wavy).value.isClose(to: 2 * Normal.upperTail(z)))
  }
}
