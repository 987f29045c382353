import Core
import System

/// A guided session with a person at a terminal, in real time.
final class TerminalDriver: GuideDriver {
  private let terminal: Terminal
  private let view: any GuideView
  private let signals = SignalMask(holding: TerminalDriver.held)
  /// The user is gone, or should not be asked.
  private var isGone = false

  /// Signals that end the program.
  private static let ending: [Signal] = [.terminate, .hangUp, .quit]
  /// What the keyboard, the shell and a disappearing terminal send. These wait until the session asks for
  /// them, so that the terminal is restored before the program stops or ends.
  private static let held = ending + [.interrupt, .suspend, .resume, .windowChange]
  /// Milliseconds between two readings of the clock.
  private static let tick: Int32 = 100
  private static let controlZ: UInt8 = 0x1A

  init(_ terminal: Terminal, view: any GuideView) {
    self.terminal = terminal
    self.view = view
  }

  func guide(_ session: inout GuideSession) throws {
    defer { terminal.giveBack() }
    do {
      try terminal.take()
      try follow(&session)
    } catch is OutputStream.Failure {
      leave(&session)
    } catch is OutputStream.BrokenPipe {
      leave(&session)
    }
  }

  private func follow(_ session: inout GuideSession) throws {
    var decoder = KeyDecoder()
    var watch = Stopwatch()
    try view.show(session)
    while session.ending == nil {
      let hasInput = terminal.hasInput(within: TerminalDriver.tick)
      switch watch.lap() {
      case .time(let milliseconds): session.advance(milliseconds)
      case .gap: session.pause()
      }
      while let signal = signals.next() { try take(signal, session: &session) }
      if hasInput {
        guard let bytes = terminal.read() else { return leave(&session) }
        for byte in bytes {
          if byte == TerminalDriver.controlZ { try suspend(&session, all: true) }
          for key in decoder.take([byte]) { session.press(key) }
        }
      } else {
        for key in decoder.flush() { session.press(key) }
      }
      try view.show(session)
    }
  }

  private func take(_ signal: Signal, session: inout GuideSession) throws {
    switch signal {
    case .interrupt: session.press(.quit)
    case .suspend: try suspend(&session, all: false)
    case .resume:
      // After a stop that could not be delayed, the shell has set its own modes.
      session.pause()
      terminal.giveBack(dropping: false)
      try takeAgain()
    case .windowChange: (view as? ScreenView)?.forget()
    default: leave(&session)
    }
  }

  /// Stops with the terminal restored, until the shell continues the job.
  ///
  /// - Parameter all: whether the whole job stops, as with Ctrl-Z.
  private func suspend(_ session: inout GuideSession, all: Bool) throws {
    session.pause()
    terminal.giveBack()
    signals.suspend(wholeJob: all)
    // A stopped job that is told to end is continued only for that, and does not own the terminal.
    while let signal = signals.next() {
      if TerminalDriver.ending.contains(signal) { return leave(&session) }
    }
    try takeAgain()
  }

  private func takeAgain() throws {
    try terminal.take()
    (view as? ScreenView)?.forget()
  }

  /// The terminal is gone, or the program must end: what was done is kept, and nothing is asked.
  private func leave(_ session: inout GuideSession) {
    isGone = true
    session.stop()
  }

  func answer(_ question: String) throws -> String? {
    guard !isGone else { return nil }
    let prompt = "\(question), or Enter: "
    var line: [UInt8] = []
    do {
      try view.say(prompt)
      while line.last != UInt8(ascii: "\n") {
        while let signal = signals.next() {
          switch signal {
          case .suspend:
            signals.suspend(wholeJob: false)
            try view.say("\n\(prompt)")
          case .resume: try view.say("\n\(prompt)")
          case .windowChange: break
          default: return try fallSilent()
          }
        }
        guard terminal.hasInput(within: TerminalDriver.tick) else { continue }
        guard let bytes = terminal.read() else { return try fallSilent() }
        line += bytes
      }
    } catch is OutputStream.Failure {
      isGone = true
    } catch is OutputStream.BrokenPipe {
      isGone = true
    }
    return isGone ? nil : String(decoding: line.dropLast(), as: UTF8.self)
  }

  private func fallSilent() throws -> String? {
    isGone = true
    try view.say("\n")
    return nil
  }

  func refuse(_ error: InputError) throws {
    try view.say("\(error.message)\n" + (error.hint.map { "\($0)\n" } ?? ""))
  }

  func finish() {}

  func end() {
    terminal.giveBack()
    signals.release()
  }
}
