#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The mode of the terminal on standard input: as the shell left it, or with single keys.
///
/// The mode must be restored whatever happens, even if the program crashes. So signal handlers for crashes
/// are installed while it is changed.
package struct TerminalMode {
  private var original = termios()

  /// Remembers the present mode.
  package init() { tcgetattr(0, &original) }

  /// Switches to single keys without echo. Ctrl-C and Ctrl-Z arrive as bytes in their order among the keys;
  /// as signals they would overtake them.
  ///
  /// - Parameters:
  ///   - output: where to write `sequence` if the program crashes; nil for nowhere.
  ///   - sequence: restores the screen.
  package func handOnKeys(restoring output: Descriptor?, with sequence: StaticString) {
    CrashRestorer.prepare(original, output?.number ?? -1, sequence)
    var mode = original
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    mode.c_iflag &= ~tcflag_t(IXON)
    withUnsafeMutableBytes(of: &mode.c_cc) { controls in
      controls[Int(VMIN)] = 1
      controls[Int(VTIME)] = 0
    }
    tcsetattr(0, TCSANOW, &mode)
  }

  /// Puts back the mode that was remembered.
  ///
  /// - Parameter dropping: whether keys that were not read are dropped, so that they do not answer what
  ///   comes next.
  package func restore(dropping: Bool) {
    if dropping { tcflush(0, TCIFLUSH) }
    var mode = original
    tcsetattr(0, TCSANOW, &mode)
    CrashRestorer.forget()
  }
}

private enum CrashRestorer {
  // Read by a signal handler: plain values, set before the handler is.
  nonisolated(unsafe) private static let mode = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  nonisolated(unsafe) private static var output: Int32 = -1
  nonisolated(unsafe) private static var sequence: StaticString = ""
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  static func prepare(_ mode: termios, _ output: Int32, _ sequence: StaticString) {
    self.mode.initialize(to: mode)
    self.output = output
    self.sequence = sequence
    for number in signals {
      signal(number) { number in
        // Only calls that a handler may make (signal-safety(7)).
        tcsetattr(0, TCSANOW, CrashRestorer.mode)
        if CrashRestorer.output >= 0 {
          _ = write(
            CrashRestorer.output, CrashRestorer.sequence.utf8Start,
            CrashRestorer.sequence.utf8CodeUnitCount)
        }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  static func forget() {
    for number in signals { signal(number, SIG_DFL) }
  }
}
