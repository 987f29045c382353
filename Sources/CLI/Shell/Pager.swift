import App
import Core
import System

/// The program that shows long output one screen at a time.
struct Pager {
  /// The shell command that starts it.
  let line: String

  /// The pager from the environment, or `less` where it is installed; nil for none.
  init?(_ environment: [String: String]) {
    guard (environment["TERM"] ?? "dumb") != "dumb" else { return nil }
    if let wanted = environment["PSOAS_PAGER"] ?? environment["PAGER"] {
      guard !wanted.isEmpty, wanted != "cat" else { return nil }
      line = wanted
    } else {
      guard ExternalCommand.program("less") != nil else { return nil }
      line = "less -FRX"
    }
  }

  /// Writes a text to standard output, through a pager if that is a terminal and the text is too long for it.
  ///
  /// - Throws: ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``.
  static func write(_ text: String) throws {
    guard Descriptor.standardOutput.isTerminal, !fits(text),
      let pager = Pager(Context.processEnvironment()),
      pager.show(text)
    else {
      try OutputStream.standard.write(text)
      return
    }
  }

  /// Whether a text fits on the screen, with a line left for the prompt.
  private static func fits(_ text: String) -> Bool {
    guard let columns = Descriptor.standardOutput.terminalSize?.columns,
      let height = Descriptor.standardOutput.terminalSize?.rows
    else { return true }
    var rows = 1
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // A line may have more bytes than columns; then the pager itself sees that the text fits.
      rows += max(1, (line.count + columns - 1) / columns)
    }
    return rows - 1 <= height
  }

  /// Shows a text until the user quits the pager.
  ///
  /// - Returns: false where the pager could not be run, and nothing was shown.
  func show(_ text: String) -> Bool {
    guard let pipe = try? Descriptor.pipe() else { return false }
    // Started as by git: with colours, and no paging of what fits.
    for (name, value) in [("LESS", "FRX"), ("LV", "-c")] {
      CurrentProcess.setEnvironment(name, value: value, replacing: false)
    }
    let end = try? Subprocess.run(["/bin/sh", "-c", line], streams: [.descriptor(pipe.reading)]) {
      pipe.reading.close()
      // A user who quits early has seen enough.
      try? pipe.writing.write(Array(text.utf8))
      pipe.writing.close()
    }
    guard case .status(let status) = end else { return false }
    return status != 126 && status != 127
  }
}
