import Glibc

/// Signals that wait while a session is guided, until it asks for them: no handler runs, so nothing is
/// ever interrupted halfway, and the terminal is put back before the program stops or ends.
struct SignalMask {
  /// Those that end the program.
  static let ending = [SIGTERM, SIGHUP, SIGQUIT]

  private var held = sigset_t()
  private var before = sigset_t()

  /// Holds back what the keyboard, the shell and a vanishing terminal send.
  init() {
    sigemptyset(&held)
    for signal in SignalMask.ending + [SIGINT, SIGTSTP, SIGCONT, SIGWINCH] {
      sigaddset(&held, signal)
    }
    sigprocmask(SIG_BLOCK, &held, &before)
  }

  /// The next one that has arrived; nil when there is none.
  func next() -> Int32? {
    var (held, none) = (held, timespec())
    let signal = sigtimedwait(&held, nil, &none)
    return signal > 0 ? signal : nil
  }

  /// Stops the program, or all of its job, as the terminal would; returns when it goes on.
  func stopHere(all: Bool) {
    var stop = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    kill(all ? 0 : getpid(), SIGTSTP)
    sigprocmask(SIG_UNBLOCK, &stop, nil)
    sigprocmask(SIG_BLOCK, &stop, nil)
    // What let it go on has been heard.
    var (goOn, none) = (sigset_t(), timespec())
    sigemptyset(&goOn)
    sigaddset(&goOn, SIGCONT)
    sigtimedwait(&goOn, nil, &none)
  }

  /// Lets all of them through again.
  func release() {
    var before = before
    sigprocmask(SIG_SETMASK, &before, nil)
  }
}
