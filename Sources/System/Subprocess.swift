#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A child process with this process's environment. Signals ignored here have their default effect there.
package struct Subprocess {
  /// How a program ended.
  package enum End: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  /// What a standard stream of the program is.
  package enum Stream: Sendable {
    /// The same as this program's.
    case same
    /// `/dev/null`.
    case nothing
    case descriptor(Descriptor)
  }

  private let process: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: its path, then its arguments.
  ///   - streams: its standard input, output and error; this program's where left out.
  package init(_ arguments: [String], streams: [Stream] = []) throws(SystemError) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, stream) in zip(Int32(0)..., streams) {
      switch stream {
      case .same: break
      case .nothing: posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
      case .descriptor(let descriptor):
        posix_spawn_file_actions_adddup2(&actions, descriptor.number, target)
      }
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in Subprocess.ignored + Subprocess.keys { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var started: pid_t = 0
    let code = Subprocess.withPointers(arguments) {
      posix_spawn(&started, arguments[0], &actions, &attributes, $0, environ)
    }
    guard code == 0 else { throw SystemError(code: code) }
    process = started
  }

  /// Waits for its end; call only once.
  package func wait() -> End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Kills it.
  package func terminate() {
    kill(process, SIGKILL)
    _ = wait()
  }

  /// Starts a program, passes on the terminal's keys and waits for its end.
  ///
  /// - Parameter work: what this program does in the meantime.
  package static func run(
    _ arguments: [String], streams: [Stream] = [], while work: () -> Void = {}
  ) throws(SystemError) -> End {
    let before = keys.map { signal($0, SIG_IGN) }
    defer { for (number, action) in zip(keys, before) { signal(number, action) } }
    let program = try Subprocess(arguments, streams: streams)
    work()
    return program.wait()
  }

  /// Replaces this process by a program; returns only with an error.
  package static func replaceCurrent(with arguments: [String]) throws(SystemError) -> Never {
    let before = ignored.map { signal($0, SIG_DFL) }
    withPointers(arguments) { _ = execv(arguments[0], $0) }
    let error = SystemError.last
    for (number, action) in zip(ignored, before) { signal(number, action) }
    throw error
  }

  private static let ignored = [SIGPIPE, SIGXFSZ]
  private static let keys = [SIGINT, SIGQUIT]

  private static func withPointers<Result>(
    _ arguments: [String], body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = arguments.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
