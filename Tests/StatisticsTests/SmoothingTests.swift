import Statistics
import Testing

@Suite struct SmoothingTests {
  /// The worked example of The Hacker's Diet, which rounds at each step.
  @Test func ofTheHackersDiet() throws {
    var trend = 173.6
    var found: [Double] = []
    for weight in [172.5, 171.5, 172, 171.5] {
      let next = try #require(EWMA.next(from: trend, to: weight, after: 1, alpha: 0.1))
      trend = (next * 10).rounded() / 10
      found.append(trend)
    }
    #expect(found == [173.5, 173.3, 173.2, 173.0])
  }

  /// A gap of 3 to a value is as three steps to it.
  @Test func aGapIsThatManySteps() throws {
    let once = try #require(EWMA.next(from: 5, to: 9, after: 3, alpha: 0.2))
    var steps = 5.0
    for _ in 0..<3 { steps = try #require(EWMA.next(from: steps, to: 9, after: 1, alpha: 0.2)) }
    #expect(once.isClose(to: steps))
    #expect(once.isClose(to: 5 + (1 - 0.8 * 0.8 * 0.8) * 4))
  }

  @Test func ofASeriesStartsAtItsFirstValue() throws {
    #expect(EWMA.smoothed(x: [], y: [], alpha: 0.1) == [])
    #expect(EWMA.smoothed(x: [7], y: [3], alpha: 0.1) == [3])
    let averages = try #require(EWMA.smoothed(x: [0, 1, 3], y: [4, 8, 2], alpha: 0.5))
    for (found, expected) in zip(averages, [4, 6, 3.0]) { #expect(found.isClose(to: expected)) }
    #expect(EWMA.smoothed(x: [0, 1, 9], y: [4, 8, 2], alpha: 1) == [4, 8, 2])
  }

  @Test func refusesArgumentsOutOfRange() {
    for alpha in [0, -0.1, 1.1, .nan] {
      #expect(EWMA.next(from: 1, to: 2, after: 1, alpha: alpha) == nil)
      #expect(EWMA.smoothed(x: [1], y: [2], alpha: alpha) == nil)
    }
    for elapsed in [0, -1, .nan, .infinity] {
      #expect(EWMA.next(from: 1, to: 2, after: elapsed, alpha: 0.5) == nil)
    }
    #expect(EWMA.smoothed(x: [1, 1], y: [2, 3], alpha: 0.5) == nil)
    #expect(EWMA.smoothed(x: [2, 1], y: [2, 3], alpha: 0.5) == nil)
  }
}
