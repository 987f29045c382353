import Glibc

/// A program that psoas starts and waits for, with the environment of psoas itself.
enum Child {
  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - words: its path and arguments.
  ///   - input: what it reads from; the standard input of psoas when left out.
  ///   - silent: whether all that it says is dropped.
  ///   - variables: what is added to the environment.
  ///   - feed: what psoas does while it runs.
  /// - Returns: the exit status; 127 where it could not be started or a signal ended it.
  static func status(
    of words: [String], input: Int32? = nil, silent: Bool = false,
    adding variables: [(String, String)] = [], while feed: () -> Void = {}
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, 0) }
    if silent {
      for descriptor in Int32(1)...2 {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
      }
    }
    // What psoas ignores, that program may want to end by.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    for (name, value) in variables { setenv(name, value, 0) }
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    // The keys of the terminal are for that program alone.
    let (interrupt, quit) = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    var child: pid_t = 0
    guard posix_spawn(&child, words[0], &actions, &attributes, &pointers, environ) == 0 else {
      return 127
    }
    feed()
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 127
  }
}
