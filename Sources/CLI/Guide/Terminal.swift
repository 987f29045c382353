import System

/// The terminal that a guided session takes, and gives back as it was.
final class Terminal {
  /// Where it is written to.
  let output: OutputStream
  private let isDrawn: Bool
  private let mode = TerminalMode()
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
  }

  deinit { giveBack() }

  /// Reads keys one by one without showing them, and clears a screen where one is drawn. Ctrl-C and
  /// Ctrl-Z come as bytes, in their order among the keys; as signals they would overtake them.
  ///
  /// - Throws: ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``.
  func take() throws {
    guard !isTaken else { return }
    isTaken = true
    mode.handOnKeys(restoring: isDrawn ? output.descriptor : nil, with: Terminal.leave)
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
    if isDrawn, output.descriptor.isReady(for: .writable, within: 200) {
      try? output.write(Terminal.leave.description)
    }
    mode.restore(dropping: dropping)
  }

  /// Waits for input for so many milliseconds; whether there is some, or will be none any more.
  func hasInput(within milliseconds: Int32) -> Bool {
    Descriptor.standardInput.isReady(for: .readable, within: milliseconds)
  }

  /// Whether what is written would get out at once.
  var isListening: Bool { output.descriptor.isReady(for: .writable, within: 0) }

  /// The bytes that have come; nil when the terminal has gone, or says that nothing more comes.
  func read() -> [UInt8]? {
    do {
      let bytes = try Descriptor.standardInput.read(upTo: 1024)
      return bytes.isEmpty ? nil : bytes
    } catch {
      return error == .wouldBlock ? [] : nil
    }
  }

  /// Columns and lines; nil when the terminal does not tell.
  var size: (columns: Int, rows: Int)? { output.descriptor.terminalSize }
}
