import Core
import Render

/// How a guided session is shown.
protocol GuideView {
  /// Whether it is updated as time passes, or only after an action.
  var followsTime: Bool { get }
  /// Shows a state.
  ///
  /// - Throws: ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``.
  func show(_ session: GuideSession) throws
  /// Writes a line or a question unchanged.
  func say(_ text: String) throws
}

/// Nothing is shown, for scripts.
struct SilentView: GuideView {
  let followsTime = false
  func show(_ session: GuideSession) {}
  func say(_ text: String) {}
}

/// Line by line, without escape sequences.
final class LineView: GuideView {
  let followsTime = true
  private let output: OutputStream
  private let lines: GuideLines
  private let bell: Bool
  private var last: GuideSession?

  init(_ output: OutputStream, style: Style, bell: Bool) {
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

/// Whole screens as text wherever they change, each under a line with the elapsed time.
final class PrintedView: GuideView {
  let followsTime = false
  private static let height = 24
  private let output: OutputStream
  private let style: Style
  private var last: [String] = []

  init(_ output: OutputStream, style: Style) {
    self.output = output
    self.style = style.withoutColour
  }

  func show(_ session: GuideSession) throws {
    var lines = GuideScreen(session, style: style, height: PrintedView.height).lines()
    guard session.ending == nil, lines != last else { return }
    last = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    let head = "== \(GuidePlan.clock(session.elapsed / 1000))"
    try output.write(([head] + lines).map { $0 + "\n" }.joined())
  }

  func say(_ text: String) throws { try output.write(text) }
}
