#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A signal, by its number.
package struct Signal: Hashable, Sendable {
  package let number: Int32

  package static let interrupt = Signal(number: SIGINT)
  package static let quit = Signal(number: SIGQUIT)
  package static let terminate = Signal(number: SIGTERM)
  package static let hangUp = Signal(number: SIGHUP)
  package static let kill = Signal(number: SIGKILL)
  /// Ctrl-Z.
  package static let suspend = Signal(number: SIGTSTP)
  package static let resume = Signal(number: SIGCONT)
  package static let windowChange = Signal(number: SIGWINCH)
  package static let brokenPipe = Signal(number: SIGPIPE)
  /// A file may not grow further.
  package static let fileTooLarge = Signal(number: SIGXFSZ)

  /// Ignores a signal, so that the call that caused it fails instead.
  package func ignore() { signal(number, SIG_IGN) }
}

/// Signals that are held until asked for: no handler runs, so nothing is interrupted halfway.
package struct SignalMask {
  private var held = sigset_t()
  private var before = sigset_t()

  /// Holds these signals from now on.
  package init(holding signals: [Signal]) {
    sigemptyset(&held)
    for signal in signals { sigaddset(&held, signal.number) }
    sigprocmask(SIG_BLOCK, &held, &before)
  }

  /// The next signal that has arrived; nil without one.
  package func next() -> Signal? { SignalMask.take(held) }

  /// Stops the program, or its whole job, as the terminal would; returns when it continues.
  package func suspend(wholeJob: Bool) {
    var stop = SignalMask.set(.suspend)
    kill(wholeJob ? 0 : getpid(), SIGTSTP)
    sigprocmask(SIG_UNBLOCK, &stop, nil)
    sigprocmask(SIG_BLOCK, &stop, nil)
    // Discards the signal that continued it.
    _ = SignalMask.take(SignalMask.set(.resume))
  }

  /// Stops holding signals.
  package func release() {
    var before = before
    sigprocmask(SIG_SETMASK, &before, nil)
  }

  private static func set(_ signal: Signal) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal.number)
    return set
  }

  private static func take(_ set: sigset_t) -> Signal? {
    var set = set
    #if canImport(Darwin)
      // Darwin cannot check without waiting, but lists pending signals.
      var pending = sigset_t()
      sigpending(&pending)
      guard pending & set != 0 else { return nil }
      var number: Int32 = 0
      return sigwait(&set, &number) == 0 ? Signal(number: number) : nil
    #else
      var none = timespec()
      let number = sigtimedwait(&set, nil, &none)
      return number > 0 ? Signal(number: number) : nil
    #endif
  }
}
