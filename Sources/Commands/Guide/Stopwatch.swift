import Glibc

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

  private var counted = Stopwatch.now(CLOCK_MONOTONIC)
  private var real = Stopwatch.now(CLOCK_BOOTTIME)

  /// The time since the last lap, or since the beginning.
  mutating func lap() -> Lap {
    let now = Stopwatch.now(CLOCK_MONOTONIC)
    // Unlike the monotonic clock this one goes on while the machine sleeps.
    let realNow = Stopwatch.now(CLOCK_BOOTTIME)
    defer { real = realNow }
    guard realNow - real <= Stopwatch.longest * 1_000_000 else {
      counted = now
      return .gap
    }
    let milliseconds = max(0, (now - counted) / 1_000_000)
    counted += milliseconds * 1_000_000
    return .time(milliseconds)
  }

  /// Nanoseconds of a clock.
  private static func now(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
