import Glibc
import RehabLog

/// One run of `psoas-unpack`, whose output is read as it comes. It ends with this object.
final class UnpackerRun {
  private var child: pid_t = 0
  private var output: Int32
  private var messages: Int32
  private var said: [UInt8] = []
  private static let pieceSize = 1 << 18

  /// Starts the program.
  ///
  /// - Throws: ``Failure`` when it cannot be started.
  init(_ program: String, _ words: [String]) throws {
    guard let results = UnpackerRun.pipe(), let errors = UnpackerRun.pipe() else {
      throw UnpackerRun.unable(program, errno)
    }
    (output, messages) = (results.reading, errors.reading)
    defer { for descriptor in [results.writing, errors.writing] { close(descriptor) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, results.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    // What psoas ignores, that program has to end by.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + words).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let code = posix_spawn(&child, program, &actions, &attributes, &pointers, environ)
    guard code == 0 else {
      child = 0
      throw UnpackerRun.unable(program, code)
    }
  }

  deinit {
    for descriptor in [output, messages] where descriptor >= 0 { close(descriptor) }
    guard child > 0 else { return }
    kill(child, SIGKILL)
    _ = wait()
  }

  /// The next piece of the output; nil when all of it was read and the program ended well.
  ///
  /// - Throws: ``Failure`` with what the program said, when it failed.
  func piece() throws -> [UInt8]? {
    guard output >= 0 else { return nil }
    while true {
      var waiting = [
        pollfd(fd: messages, events: Int16(POLLIN), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waiting, 2, -1) < 0, errno == EINTR { continue }
      // Messages first, so that the program never waits with them.
      if waiting[0].revents != 0 {
        let words = UnpackerRun.read(messages, upTo: 4096)
        if words.isEmpty { end(&messages) }
        if said.count < 4096 { said += words }
      }
      if waiting[1].revents != 0 {
        let piece = UnpackerRun.read(output, upTo: UnpackerRun.pieceSize)
        if !piece.isEmpty { return piece }
        end(&output)
        try finish()
        return nil
      }
    }
  }

  private func finish() throws {
    while messages >= 0 {
      let words = UnpackerRun.read(messages, upTo: 4096)
      if words.isEmpty { end(&messages) }
      if said.count < 4096 { said += words }
    }
    let status = wait()
    guard status != 0 else { return }
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    func line(_ mark: String) -> String? {
      lines.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }
    let reason =
      status & 0x7F == 0 ? "with status \(status >> 8)" : "by signal \(status & 0x7F)"
    throw Failure(
      line("error: ") ?? "psoas-unpack ended \(reason) before all was read",
      hint: line("hint: ")
        ?? "nothing was imported; scripts/install puts the right one beside psoas")
  }

  private func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    child = 0
    return status
  }

  private func end(_ descriptor: inout Int32) {
    close(descriptor)
    descriptor = -1
  }

  /// Some bytes; none at the end, and where reading fails.
  private static func read(_ descriptor: Int32, upTo most: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      var count = -1
      repeat {
        count = Glibc.read(descriptor, buffer.baseAddress, most)
      } while count < 0
        && errno == EINTR
      filled = max(0, count)
    }
  }

  /// A pipe whose ends the program gets only where it is told to.
  private static func pipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func unable(_ program: String, _ code: Int32) -> Failure {
    Failure(
      "cannot run \(quotedPath(program)): \(String(cString: strerror(code)))",
      hint: "scripts/install puts psoas-unpack beside psoas")
  }
}
