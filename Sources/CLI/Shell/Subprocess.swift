import Glibc

/// A program that psoas starts, with the environment of psoas itself. What psoas ignores, the program
/// may end by.
struct Subprocess {
  /// How a program ended.
  enum End: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// What a descriptor of the program is.
  enum Stream {
    /// The one of psoas.
    case same
    /// `/dev/null`.
    case nothing
    case descriptor(Int32)
  }

  /// A program that could not be started.
  struct Unable: Error {
    /// The error number of the system.
    let code: Int32
    var reason: String { String(cString: strerror(code)) }
  }

  private let process: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - words: its path and arguments.
  ///   - streams: its standard input, output and error; those of psoas where left out.
  /// - Throws: ``Unable``.
  init(_ words: [String], _ streams: [Stream] = []) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, stream) in zip(Int32(0)..., streams) {
      switch stream {
      case .same: break
      case .nothing: posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
      case .descriptor(let descriptor):
        posix_spawn_file_actions_adddup2(&actions, descriptor, target)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in Subprocess.ignored + Subprocess.keys { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var started: pid_t = 0
    let code = Subprocess.withPointers(words) {
      posix_spawn(&started, words[0], &actions, &attributes, $0, environ)
    }
    guard code == 0 else { throw Unable(code: code) }
    process = started
  }

  /// Waits for its end; once only.
  func wait() -> End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Ends it, whatever it is doing.
  func kill() {
    Glibc.kill(process, SIGKILL)
    _ = wait()
  }

  /// Starts a program, gives it the keys of the terminal and waits for its end.
  ///
  /// - Parameter feed: what psoas does meanwhile.
  /// - Throws: ``Unable``.
  static func run(
    _ words: [String], _ streams: [Stream] = [], while feed: () -> Void = {}
  ) throws -> End {
    let before = keys.map { signal($0, SIG_IGN) }
    defer { for (number, action) in zip(keys, before) { signal(number, action) } }
    let child = try Subprocess(words, streams)
    feed()
    return child.wait()
  }

  /// Becomes a program.
  ///
  /// - Throws: ``Unable``; otherwise it does not come back.
  static func become(_ words: [String]) throws -> Never {
    let before = ignored.map { signal($0, SIG_DFL) }
    withPointers(words) { _ = execv(words[0], $0) }
    let code = errno
    for (number, action) in zip(ignored, before) { signal(number, action) }
    throw Unable(code: code)
  }

  private static let ignored = [SIGPIPE, SIGXFSZ]
  private static let keys = [SIGINT, SIGQUIT]

  private static func withPointers<Result>(
    _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = words.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
