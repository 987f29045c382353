import System

/// Measures the time that passes during a guided session.
struct Stopwatch {
  /// The time since the last lap.
  enum Lap: Equatable {
    /// Milliseconds.
    case time(Int)
    /// The machine slept or the program was stopped, so the user cannot have followed it.
    case gap
  }

  /// The longest lap that counts, in milliseconds (our default); laps usually take a tenth of a second.
  static let longest = 3000

  private var counted: Int
  private var real: Int

  /// Starts now.
  init() {
    self.init(counted: SystemClock.awake, real: SystemClock.elapsed)
  }

  /// Starts at these times, in nanoseconds: of a clock that stops while the machine sleeps, and of one that
  /// does not.
  init(counted: Int, real: Int) {
    self.counted = counted
    self.real = real
  }

  /// The time since the last lap, or since the start.
  mutating func lap() -> Lap {
    lap(counted: SystemClock.awake, real: SystemClock.elapsed)
  }

  /// The time since the last lap, given the two clocks.
  mutating func lap(counted now: Int, real realNow: Int) -> Lap {
    defer { real = realNow }
    guard realNow - real <= Stopwatch.longest * 1_000_000 else {
      counted = now
      return .gap
    }
    // The remainder below a millisecond belongs to the next lap.
    let milliseconds = max(0, (now - counted) / 1_000_000)
    counted += milliseconds * 1_000_000
    return .time(milliseconds)
  }
}
