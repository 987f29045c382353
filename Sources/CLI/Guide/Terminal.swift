import System

/// The terminal during a guided session; its modes are restored afterwards.
final class Terminal {
  /// The stream to write to.
  let output: OutputStream
  private let isDrawn: Bool
  private let mode = TerminalMode()
  private var isTaken = false

  /// Alternate screen, no line wrap, no cursor.
  private static let enter = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l\u{1B}[2J"
  private static let leave: StaticString = "\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// The terminal on standard input.
  ///
  /// - Parameter isDrawn: whether screens are drawn on it; otherwise no escape sequence is ever written.
  init(_ output: OutputStream, isDrawn: Bool) {
    self.output = output
    self.isDrawn = isDrawn
  }

  deinit { giveBack() }

  /// Switches to single keys without echo, and clears the screen where one is drawn. Ctrl-C and Ctrl-Z arrive
  /// as bytes in their order among the keys; as signals they would overtake them.
  ///
  /// - Throws: ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``.
  func take() throws {
    guard !isTaken else { return }
    isTaken = true
    mode.handOnKeys(restoring: isDrawn ? output.descriptor : nil, with: Terminal.leave)
    if isDrawn { try output.write(Terminal.enter) }
  }

  /// Restores the terminal.
  ///
  /// - Parameter dropping: whether unread keys are dropped, so that they do not answer the next question.
  func giveBack(dropping: Bool = true) {
    guard isTaken else { return }
    isTaken = false
    // A terminal that accepts nothing, or has disappeared, must not block the program.
    if isDrawn, output.descriptor.isReady(for: .writable, within: 200) {
      try? output.write(Terminal.leave.description)
    }
    mode.restore(dropping: dropping)
  }

  /// Waits this many milliseconds for input; true when there is some, or when there will be no more.
  func hasInput(within milliseconds: Int32) -> Bool {
    Descriptor.standardInput.isReady(for: .readable, within: milliseconds)
  }

  /// Whether a write would go through at once.
  var isListening: Bool { output.descriptor.isReady(for: .writable, within: 0) }

  /// The bytes that have arrived; nil when the terminal has disappeared or its input has ended.
  func read() -> [UInt8]? {
    do {
      let bytes = try Descriptor.standardInput.read(upTo: 1024)
      return bytes.isEmpty ? nil : bytes
    } catch {
      return error == .wouldBlock ? [] : nil
    }
  }

  /// Columns and rows; nil when unknown.
  var size: (columns: Int, rows: Int)? { output.descriptor.terminalSize }
}
