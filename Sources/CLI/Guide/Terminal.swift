import Glibc

/// The terminal that a guided session takes, and gives back as it was.
final class Terminal {
  /// Where it is written to.
  let output: OutputStream
  private let isDrawn: Bool
  private var original = termios()
  private var isTaken = false

  /// The other screen, lines that do not run over, no cursor.
  private static let enter = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l\u{1B}[2J"
  private static let leave: StaticString = "\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// The terminal at standard input.
  ///
  /// - Parameter isDrawn: whether a screen is drawn on it; else no escape sequence is ever written.
  init(_ output: OutputStream, isDrawn: Bool) {
    self.output = output
    self.isDrawn = isDrawn
    tcgetattr(0, &original)
  }

  deinit { giveBack() }

  /// Reads keys one by one without showing them, and clears a screen where one is drawn. Ctrl-C and
  /// Ctrl-Z come as bytes, in their order among the keys; as signals they would overtake them.
  ///
  /// - Throws: ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``.
  func take() throws {
    guard !isTaken else { return }
    isTaken = true
    Crash.prepare(original, isDrawn ? output.descriptor : -1, Terminal.leave)
    var modes = original
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    modes.c_iflag &= ~tcflag_t(IXON)
    withUnsafeMutableBytes(of: &modes.c_cc) { controls in
      controls[Int(VMIN)] = 1
      controls[Int(VTIME)] = 0
    }
    tcsetattr(0, TCSANOW, &modes)
    if isDrawn { try output.write(Terminal.enter) }
  }

  /// Puts everything back.
  ///
  /// - Parameter dropping: whether keys that have not been read are dropped, so that they do not answer
  ///   what comes next.
  func giveBack(dropping: Bool = true) {
    guard isTaken else { return }
    isTaken = false
    // A terminal that takes nothing, or has gone, must not hold the program up.
    if isDrawn, isReady(output.descriptor, POLLOUT, 200) {
      try? output.write(Terminal.leave.description)
    }
    if dropping { tcflush(0, TCIFLUSH) }
    var modes = original
    tcsetattr(0, TCSANOW, &modes)
    Crash.forget()
  }

  /// Waits for input for so many milliseconds; whether there is some, or will be none any more.
  func hasInput(within milliseconds: Int32) -> Bool { isReady(0, POLLIN, milliseconds) }

  /// Whether what is written would get out at once.
  var isListening: Bool { isReady(output.descriptor, POLLOUT, 0) }

  /// The bytes that have come; nil when the terminal has gone, or says that nothing more comes.
  func read() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = Glibc.read(0, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// Columns and lines; nil when the terminal does not tell.
  var size: (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(output.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  private func isReady(_ descriptor: Int32, _ event: Int32, _ milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    return poll(&wanted, 1, milliseconds) > 0
  }
}

/// Gives the terminal back even where the program itself fails.
private enum Crash {
  // Read by a signal handler: plain values, set before the handler is.
  nonisolated(unsafe) private static let modes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  nonisolated(unsafe) private static var output: Int32 = -1
  nonisolated(unsafe) private static var sequence: StaticString = ""
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  static func prepare(_ modes: termios, _ output: Int32, _ sequence: StaticString) {
    self.modes.initialize(to: modes)
    self.output = output
    self.sequence = sequence
    for signal in signals {
      Glibc.signal(signal) { number in
        // Only calls that a handler may make (signal-safety(7)).
        tcsetattr(0, TCSANOW, Crash.modes)
        if Crash.output >= 0 {
          _ = write(Crash.output, Crash.sequence.utf8Start, Crash.sequence.utf8CodeUnitCount)
        }
        Glibc.signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  static func forget() {
    for signal in signals { Glibc.signal(signal, SIG_DFL) }
  }
}
