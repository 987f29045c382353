import Core
import Glibc
import Render

/// How a guided session shows itself.
protocol GuideFace {
  /// Whether it wants to be shown as time goes by, or only when something was done.
  var followsTime: Bool { get }
  /// Shows a state.
  ///
  /// - Throws: ``Output/Failure`` or ``Output/BrokenPipe``.
  func show(_ session: GuideSession) throws
  /// Writes a line or a question as it is.
  func say(_ text: String) throws
}

/// Nothing is shown, for scripts.
struct SilentFace: GuideFace {
  let followsTime = false
  func show(_ session: GuideSession) {}
  func say(_ text: String) {}
}

/// Line by line, without any escape sequence.
final class LineFace: GuideFace {
  let followsTime = true
  private let output: Output
  private let lines: GuideLines
  private let bell: Bool
  private var last: GuideSession?

  init(_ output: Output, _ style: Style, bell: Bool) {
    self.output = output
    self.bell = bell
    lines = GuideLines(style)
  }

  func show(_ session: GuideSession) throws {
    let rings = bell && last.map { $0.signals < session.signals } ?? false
    let text = lines.lines(from: last, to: session).map { $0 + "\n" }.joined()
    last = session
    if rings || !text.isEmpty { try output.write((rings ? "\u{07}" : "") + text) }
  }

  func say(_ text: String) throws { try output.write(text) }
}

/// Whole screens as text, each under a line with the time gone by, where they changed.
final class PrintedFace: GuideFace {
  let followsTime = false
  private static let height = 24
  private let output: Output
  private let style: Style
  private var last: [String] = []

  init(_ output: Output, _ style: Style) {
    self.output = output
    self.style = style.withoutColour
  }

  func show(_ session: GuideSession) throws {
    var lines = GuideScreen(session, style, height: PrintedFace.height).lines()
    guard session.ending == nil, lines != last else { return }
    last = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    let head = "== \(GuidePlan.clock(session.elapsed / 1000))"
    try output.write(([head] + lines).map { $0 + "\n" }.joined())
  }

  func say(_ text: String) throws { try output.write(text) }
}
