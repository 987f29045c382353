import App
import Core
import Glibc

/// The program that shows long output a screen at a time.
struct Pager {
  /// The line of shell that starts it.
  let line: String

  /// The pager that the environment wants, or `less` where it is installed; nil for none.
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

  /// Writes a text to standard output; through a pager where that is a terminal that the text does not
  /// fit on.
  ///
  /// - Throws: ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``.
  static func write(_ text: String) throws {
    guard isatty(1) == 1, !fits(text), let pager = Pager(Context.processEnvironment()),
      pager.show(text)
    else {
      try OutputStream.standard.write(text)
      return
    }
  }

  /// Whether a text is no longer than the screen, with a line left for the prompt behind it.
  private static func fits(_ text: String) -> Bool {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return true
    }
    let columns = Int(size.ws_col)
    var rows = 1
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // Bytes are more than columns at times; the pager itself leaves what fits on the screen.
      rows += max(1, (line.count + columns - 1) / columns)
    }
    return rows - 1 <= Int(size.ws_row)
  }

  /// Shows a text until the user has seen enough.
  ///
  /// - Returns: false where the pager could not be run, and nothing was shown.
  func show(_ text: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // As git starts it: colours as they are, and no pages for what fits.
    for (name, value) in [("LESS", "FRX"), ("LV", "-c")] { setenv(name, value, 0) }
    let end = try? Subprocess.run(["/bin/sh", "-c", line], [.descriptor(ends[0])]) {
      close(ends[0])
      // A user who leaves early has seen enough.
      try? OutputStream.write(text, to: ends[1])
      close(ends[1])
    }
    guard case .status(let status) = end else { return false }
    return status != 126 && status != 127
  }
}
