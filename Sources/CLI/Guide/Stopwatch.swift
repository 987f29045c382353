import System

/// Measures how time goes by while a session is guided.
struct Stopwatch {
  /// What went by.
  enum Lap: Equatable {
    /// So many milliseconds.
    case time(Int)
    /// The machine slept, or the program stood still: nobody can have followed it.
    case gap
  }

  /// The longest lap that counts, in milliseconds (ours); laps usually are a tenth of a second.
  static let longest = 3000

  private var counted: Int
  private var real: Int

  /// Begins now.
  init() {
    self.init(counted: SystemClock.awake, real: SystemClock.elapsed)
  }

  /// Begins at these times, in nanoseconds: of a clock that stands still while the machine sleeps, and
  /// of one that does not.
  init(counted: Int, real: Int) {
    self.counted = counted
    self.real = real
  }

  /// The time since the last lap, or since the beginning.
  mutating func lap() -> Lap {
    lap(counted: SystemClock.awake, real: SystemClock.elapsed)
  }

  /// The time since the last lap, at these times of the two clocks.
  mutating func lap(counted now: Int, real realNow: Int) -> Lap {
    defer { real = realNow }
    guard realNow - real <= Stopwatch.longest * 1_000_000 else {
      counted = now
      return .gap
    }
    // What is left of a millisecond belongs to the next lap.
    let milliseconds = max(0, (now - counted) / 1_000_000)
    counted += milliseconds * 1_000_000
    return .time(milliseconds)
  }
}
