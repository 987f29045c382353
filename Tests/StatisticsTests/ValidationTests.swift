import Statistics
import Testing

/// The one rule of the module: what the arguments cannot carry is nil, and nothing traps.
@Suite struct ValidationTests {
  private let times = (0..<12).map(Double.init)
  private let values: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]

  @Test(arguments: [
    Double.nan, .signalingNaN, .infinity, -.infinity, 1e101, -.greatestFiniteMagnitude,
  ])
  func valuesAreRefused(wrong: Double) {
    for place in [0, 5, 11] {
      var spoilt = values
      spoilt[place] = wrong
      expectNil(x: times, y: spoilt)
      expectNil(x: spoilt, y: values)
      #expect(MannKendall(spoilt) == nil)
      #expect(Median.of(spoilt, counts: spoilt.map { _ in 1 }) == nil)
      #expect(Quantile.of(spoilt, at: 0.5) == nil)
      #expect(MeasurementError(visits: [[1, 2], spoilt]) == nil)
      #expect(NonOverlap(a: spoilt, b: values, better: .lower) == nil)
      #expect(NonOverlap(a: values, b: spoilt, better: .lower) == nil)
      #expect(Association(x: times, a: values, b: spoilt) == nil)
    }
    #expect(EWMA.next(from: wrong, to: 1, after: 1, alpha: 0.1) == nil)
    #expect(EWMA.next(from: 1, to: wrong, after: 1, alpha: 0.1) == nil)
    #expect(SegmentedRegression(t: times, y: values, start: wrong) == nil)
  }

  @Test func unequalLengthsAreRefused() {
    expectNil(x: times, y: Array(values.dropLast()))
    expectNil(x: Array(times.dropLast()), y: values)
    expectNil(x: [], y: values)
    #expect(Median.of([1, 2], counts: [3]) == nil)
    #expect(Association(x: times, a: values, b: Array(values.dropLast())) == nil)
  }

  @Test func levelsOutOfRangeAreRefused() {
    for level in [0, 1, -0.5, 95, .nan] {
      #expect(TheilSen(x: times, y: values, level: level) == nil)
    }
  }

  /// Values at the ends of what is allowed, and so small that their squares vanish.
  @Test(arguments: [1e100, 1e-200, Double.leastNonzeroMagnitude])
  func resultsStayFinite(scale: Double) {
    let y = values.map { $0 / 9 * scale }
    func expectFinite(_ numbers: [Double?], _ name: String) {
      #expect(numbers.allSatisfy { $0?.isFinite ?? true }, "\(name) \(numbers)")
    }
    let line = TheilSen(x: times, y: y)
    expectFinite([line?.slope, line?.intercept, line?.interval.low, line?.interval.high], "line")
    let residuals = line?.residuals(x: times, y: y) ?? []
    expectFinite(residuals, "residuals")
    expectFinite([SerialCorrelation(x: times, residuals: y)?.varianceFactor], "serial")
    expectFinite([Association(x: times, a: y, b: values)?.detrended?.tauB], "association")
    let chart = ControlChart(x: times, y: y, baseline: 0..<8)
    expectFinite([chart?.centre, chart?.limits.low, chart?.limits.high], "chart")
    let fit = SegmentedRegression(t: times, y: y, start: 6)
    expectFinite([fit?.level.value, fit?.level.neweyWest?.t, fit?.level.ordinary?.p], "segments")
    let error = MeasurementError(visits: [y])
    expectFinite([error?.sem, error?.mdc95(trials: 1)], "error")
    expectFinite(EWMA.smoothed(x: times, y: y, alpha: 0.1) ?? [], "smoothed")
    expectFinite([TheilSen(x: y.sorted(), y: values)?.slope], "steep")
  }

  private func expectNil(x: [Double], y: [Double]) {
    #expect(TheilSen(x: x, y: y) == nil)
    #expect(TheilSen(x: times, y: values)?.residuals(x: x, y: y) == nil)
    #expect(Kendall(x: x, y: y) == nil)
    #expect(Kendall.tauB(x: x, y: y) == nil)
    #expect(SerialCorrelation(x: x, residuals: y) == nil)
    #expect(Association(x: x, a: y, b: y) == nil)
    #expect(SegmentedRegression(t: x, y: y, start: 6) == nil)
    #expect(ControlChart(x: x, y: y, baseline: 0..<8) == nil)
    #expect(EWMA.smoothed(x: x, y: y, alpha: 0.1) == nil)
  }
}
