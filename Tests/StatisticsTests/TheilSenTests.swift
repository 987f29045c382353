import Statistics
import Testing

@Suite struct TheilSenTests {
  @Test(arguments: ExpectedLine.all)
  func agreesWithSciPy(_ line: ExpectedLine) throws {
    let fit = try #require(TheilSen(x: line.x, y: line.y))
    for (found, expected) in zip(numbers(fit), line.expected) {
      #expect(found.isClose(to: expected), "\(numbers(fit)) \(line.expected)")
    }
  }

  @Test func needsTwoTimes() {
    #expect(TheilSen(x: [], y: []) == nil)
    #expect(TheilSen(x: [1], y: [1]) == nil)
    #expect(TheilSen(x: [1, 1, 1], y: [1, 2, 3]) == nil)
    #expect(TheilSen(x: [1, 3], y: [5, 4])?.slope == -0.5)
  }

  @Test func ofAConstantIsFlat() throws {
    for count in [2, 3, 100, 1000] {
      let fit = try #require(TheilSen(x: times(count), y: Array(repeating: 4, count: count)))
      #expect(numbers(fit) == [0, 4, 0, 0])
      #expect(fit.slope.sign == .plus, "a slope of -0 would be written so")
    }
  }

  /// Slopes that floating point holds, slopes that it does not, and values that it does not.
  @Test(arguments: [2.0, 1.0 / 3, 0.1])
  func ofAPerfectLineIsTheLine(slope: Double) throws {
    let x = times(1000).map { 3 * $0 }
    let fit = try #require(TheilSen(x: x, y: x.map { slope * $0 }))
    #expect(fit.slope.isClose(to: slope, within: 1e-15))
    #expect(fit.interval.low.isClose(to: slope, within: 1e-15))
    #expect(fit.interval.high.isClose(to: slope, within: 1e-15))
    #expect(fit.intercept.magnitude < 1e-12)
  }

  @Test func ignoresTheOrderOfThePoints() {
    var random = SplitMix64(seed: 3)
    let (x, y) = (random.weeks(60), random.values(60, levels: 8))
    #expect(TheilSen(x: x, y: y) == TheilSen(x: x.reversed(), y: y.reversed()))
  }

  /// zσ is greater than the number of slopes.
  @Test func cutsRanksToTheSlopesThereAre() throws {
    let fit = try #require(TheilSen(x: [0, 1, 2], y: [0, 5, 1]))
    #expect(fit.interval == Interval(low: -4, high: 5))
  }

  @Test func narrowsWithTheLevel() throws {
    var random = SplitMix64(seed: 4)
    let (x, y) = (times(20), random.values(20, levels: 1_000_000))
    let wide = try #require(TheilSen(x: x, y: y, level: 0.99)).interval
    let narrow = try #require(TheilSen(x: x, y: y, level: 0.5)).interval
    #expect(wide.low < narrow.low && narrow.low < narrow.high && narrow.high < wide.high)
  }

  /// Bit for bit, where floating point holds the differences: ties, gaps and tied times.
  @Test(arguments: [2, 3, 4, 5, 7, 8, 33, 34, 60, 100, 101, 250])
  func equalsSortingAllSlopes(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    for levels in [1, 2, 4, 11, 101, 100_000] {
      for _ in 0..<(count < 50 ? 30 : 3) {
        let y = random.values(count, levels: levels, step: 0.5)
        let gaps = random.weeks(count)
        #expect(TheilSen(x: gaps, y: y).map(numbers) == Naive.line(gaps, y), "\(gaps) \(y)")
        let tied = random.values(count, levels: max(2, count / 2))
        guard Set(tied).count > 1 else { continue }
        #expect(TheilSen(x: tied, y: y).map(numbers) == Naive.line(tied, y), "\(tied) \(y)")
      }
    }
  }

  /// Heights so great that slope times time rounds away what tells the slopes apart.
  @Test func tellsSlopesApartThatAreAlmostTheSame() throws {
    var random = SplitMix64(seed: 11)
    for levels in [3, 5, 30, 1000, 3, 5, 30, 1000] {
      let x = times(80).map { $0 + 20_000 }
      let noise = random.values(80, levels: levels)
      let y = zip(times(80), noise).map { $0 * 0x1p42 + $1 }
      let fit = try #require(TheilSen(x: x, y: y))
      let naive = Naive.line(x, y)
      for (found, expected) in [
        (fit.slope, naive[0]), (fit.interval.low, naive[2]), (fit.interval.high, naive[3]),
      ] {
        #expect((found - expected).magnitude <= expected.ulp, "\(found) \(expected)")
      }
    }
  }

  /// Values such as 0.1 are not what they look like, and slopes that should be equal are not.
  @Test func isWithinRoundingOfSortingAllSlopes() throws {
    var random = SplitMix64(seed: 9)
    for levels in [5, 101, 1_000_000] {
      let (x, y) = (random.weeks(200), random.values(200, levels: levels, step: 0.1))
      let fit = try #require(TheilSen(x: x, y: y))
      for (found, expected) in zip(numbers(fit), Naive.line(x, y)) {
        #expect(found.isClose(to: expected, within: 1e-13), "\(found) \(expected)")
      }
    }
  }

  /// Daily ratings over years: most slopes are tied with many others.
  @Test func equalsSortingAllSlopesOfManyDays() {
    var random = SplitMix64(seed: 10)
    let days = times(1500)
    let noise = random.values(1500, levels: 7)
    let falling = zip(days, noise).map { (($1 + 9 - $0 / 180) / 1.5).rounded() }
    #expect(TheilSen(x: days, y: falling).map(numbers) == Naive.line(days, falling))
  }

  @Test func refusesSlopesThatOverflow() {
    #expect(TheilSen(x: [0, 1e-300], y: [0, 1e90]) == nil)
    #expect(TheilSen(x: [0, 1e-5, 1e90], y: [0, 1e90, 1]) != nil)
  }

  @Test func residualsOfAPerfectLineAreAllNothing() throws {
    for slope in [1.0 / 3, -0.1, 7] {
      let x = times(50)
      let y = x.map { 5 + slope * $0 }
      let residuals = try #require(TheilSen(x: x, y: y)?.residuals(x: x, y: y))
      #expect(residuals == Array(repeating: 0, count: 50))
    }
  }

  /// Ranks would take rounding for an order, so points equally far from the line are made equal.
  @Test func residualsEquallyFarFromTheLineAreEqual() throws {
    let x = times(31)
    let steps = x.map { 3 - ($0 * 7).truncatingRemainder(dividingBy: 3) }
    let y = zip(x, steps).map { 0.1 * $0 + $1 }
    let fit = try #require(TheilSen(x: x, y: y))
    let residuals = try #require(fit.residuals(x: x, y: y))
    #expect(fit.slope.isClose(to: 0.1, within: 1e-2))
    let level = fit.residuals(x: x, y: x.map { fit.slope * $0 + fit.intercept + 1.0 / 3 })
    #expect(level.map(Set.init)?.count == 1)
    for (residual, (x, y)) in zip(residuals, zip(x, y)) {
      #expect((residual - (y - fit.intercept - fit.slope * x)).magnitude < 1e-10)
    }
  }

  private func numbers(_ fit: TheilSen) -> [Double] {
    [fit.slope, fit.intercept, fit.interval.low, fit.interval.high]
  }

  private func times(_ count: Int) -> [Double] { (0..<count).map(Double.init) }
}
