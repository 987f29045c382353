#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the terminal at standard input behaves: as the shell left it, or handing on each key at once.
///
/// A terminal whose keys are handed on must be put back whatever happens, also where the program itself
/// fails. So handlers for the signals of such failures are set while it is.
package struct TerminalMode {
  private var original = termios()

  /// Remembers the mode that it has now.
  package init() { tcgetattr(0, &original) }

  /// Reads keys one by one without showing them. Ctrl-C and Ctrl-Z come as bytes, in their order among
  /// the keys; as signals they would overtake them.
  ///
  /// - Parameters:
  ///   - output: where `sequence` is written when the program fails; nil for nowhere.
  ///   - sequence: what gives the screen back.
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
