#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// This process.
package enum CurrentProcess {
  package static var id: Int32 { getpid() }

  /// The effective user id.
  package static var userID: UInt32 { geteuid() }

  /// The path of the program itself; nil if unknown.
  package static var executablePath: String? { FileSystem.target(ofLink: "/proc/self/exe") }

  package static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Sets an environment variable for this process and its children.
  package static func setEnvironment(_ name: String, value: String, replacing: Bool = true) {
    setenv(name, value, replacing ? 1 : 0)
  }

  /// Whether a process with this number exists.
  package static func isRunning(_ id: Int32) -> Bool { kill(id, 0) == 0 || errno != ESRCH }

  /// Limits the memory of this process, in bytes of address space.
  package static func limitMemory(to most: UInt) {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
    #else
      let resource = RLIMIT_AS
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur > rlim_t(most) else { return }
    limit.rlim_cur = rlim_t(most)
    setrlimit(resource, &limit)
  }

  package static func exit(_ status: Int32) -> Never { cExit(status) }

  /// Keeps the descriptors 0 to 2 open, so that no file gets one of them and receives text meant for a
  /// terminal.
  package static func reserveStandardDescriptors() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      // Opened the wrong way round, so that using it still fails.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}

/// The system's clocks.
package enum SystemClock {
  /// Nanoseconds since 1970-01-01T00:00Z.
  package static var nanoseconds: Int { read(CLOCK_REALTIME) }

  /// Seconds since 1970-01-01T00:00Z.
  package static var seconds: Int { nanoseconds / 1_000_000_000 }

  /// Nanoseconds of a clock that stops while the machine sleeps.
  package static var awake: Int { read(CLOCK_MONOTONIC) }

  /// Nanoseconds of a clock that runs while the machine sleeps.
  package static var elapsed: Int {
    #if canImport(Darwin)
      read(CLOCK_MONOTONIC_RAW)
    #else
      read(CLOCK_BOOTTIME)
    #endif
  }

  private static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Reads `TZ` and the system's zone, for ``localOffset(at:)``.
  package static func readZone() { tzset() }

  /// Seconds that the local clock is ahead of UTC, at a moment in seconds since 1970.
  package static func localOffset(at utc: Int) -> Int {
    var moment = time_t(utc)
    var parts = tm()
    return localtime_r(&moment, &parts) == nil ? 0 : parts.tm_gmtoff
  }
}

// A separate name, because a method hides the function with its name.
private func cExit(_ status: Int32) -> Never { exit(status) }
