import Foundation
import Glibc
import Testing

/// A pseudo-terminal with bash as the shell that owns it, as in a window of a terminal: what runs in it
/// can be typed at, stopped and killed, and the shell outlives it, so that the modes it left can be seen.
final class Pseudoterminal {
  /// What stood on the terminal so far, all of it.
  private(set) var text = ""
  private var master: Int32 = -1
  private var slave: Int32 = -1
  private var shell: pid_t = 0
  /// What stands behind the text that was waited for.
  private var unseen = ""
  /// The bytes of a letter that has not come whole.
  private var pending: [UInt8] = []
  /// The modes before the line ran.
  private(set) var before: [UInt32] = []

  private static let patience = 30.0

  /// A terminal in which this line of bash runs; the shell stays until the object goes.
  init(_ psoas: Binary, _ line: String, columns: Int = 80, rows: Int = 24, term: String = "xterm")
    throws
  {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&master, &slave, nil, nil, &size) == 0)
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var environment = psoas.environment
    environment["COLUMNS"] = nil
    environment["TERM"] = term
    environment["PS1"] = "ready> "
    let folder = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    environment["PATH"] = "\(folder):/usr/bin:/bin"
    try spawn(environment)
    try expect("ready> ")
    send("cd \(psoas.folder.path); stty -echo; echo set\r")
    try expect("\nset\r\n")
    try expect("ready> ")
    before = modes
    send("\(line)\r")
  }

  deinit {
    kill(-shell, SIGKILL)
    kill(shell, SIGKILL)
    waitpid(shell, nil, 0)
    hangUp()
    close(slave)
  }

  /// Starts an interactive bash, whose terminal this becomes.
  private func spawn(_ environment: [String: String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The leader of a new session gets the first terminal that it opens.
    var name = [CChar](repeating: 0, count: 64)
    try #require(ttyname_r(slave, &name, name.count) == 0)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which Glibc's module leaves out
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let arguments = ["bash", "--norc", "--noprofile", "--noediting", "-i"]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    let settings = environment.map { "\($0.key)=\($0.value)" }
    var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    try #require(posix_spawn(&shell, "/bin/bash", &actions, &attributes, &words, &variables) == 0)
  }

  /// Types.
  func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Waits until the terminal has shown a text behind what was waited for before.
  func expect(_ wanted: String, _ place: SourceLocation = #_sourceLocation) throws {
    let end = Date().addingTimeInterval(Pseudoterminal.patience)
    while Date() < end {
      if let found = unseen.range(of: wanted) {
        unseen = String(unseen[found.upperBound...])
        return
      }
      read()
    }
    Issue.record(
      "no \(wanted.debugDescription) in \(unseen.debugDescription)", sourceLocation: place)
    throw CancellationError()
  }

  private func read() {
    var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, 100) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(master, &buffer, buffer.count)
    if count > 0 { pending += buffer[..<count] }
    // A letter may come in two pieces.
    if let whole = String(validating: pending, as: UTF8.self) {
      text += whole
      unseen += whole
      pending = []
    }
  }

  /// The modes of the terminal, as `stty -g` has them.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  /// Whether keys come one by one and are not shown.
  var isRaw: Bool { modes[3] & tcflag_t(ICANON) == 0 }

  /// Sends a signal to the program that runs in front.
  func signal(_ number: Int32) { kill(-tcgetpgrp(master), number) }

  /// Changes the size, as a window does.
  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the window.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }
}
