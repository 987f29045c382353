import Testing

@testable import CLI

/// Time as a guided session gets it.
@Suite struct StopwatchTests {
  private let second = 1_000_000_000

  @Test func lapsAddUpToTheLastMillisecond() {
    var watch = Stopwatch(counted: 0, real: 0)
    var total = 0
    for lap in 1...1000 {
      let now = lap * 99_700_000
      guard case .time(let milliseconds) = watch.lap(counted: now, real: now) else { continue }
      total += milliseconds
    }
    #expect(total == 99_700)
  }

  @Test func sleepOfTheMachineIsAGap() {
    var watch = Stopwatch(counted: 0, real: 0)
    #expect(watch.lap(counted: second / 10, real: 3600 * second) == .gap)
    let later = second / 5
    #expect(watch.lap(counted: later, real: 3600 * second + second / 10) == .time(100))
  }

  @Test func standingStillIsAGapAndNothingOfItCounts() {
    var watch = Stopwatch(counted: 0, real: 0)
    #expect(watch.lap(counted: 3 * second, real: 3 * second) == .time(3000))
    #expect(watch.lap(counted: 7 * second, real: 7 * second) == .gap)
    #expect(watch.lap(counted: 8 * second, real: 8 * second) == .time(1000))
  }

  @Test func aClockThatGoesBackIsNoTime() {
    var watch = Stopwatch(counted: second, real: second)
    #expect(watch.lap(counted: 0, real: 0) == .time(0))
  }
}
