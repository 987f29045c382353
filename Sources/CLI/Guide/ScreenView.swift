import Core
import Render

/// A full screen that is redrawn only where it changes.
final class ScreenView: GuideView {
  let followsTime = true
  private let terminal: Terminal
  private let style: Style
  private let bell: Bool
  private var shown: [String] = []
  private var size = (columns: 0, rows: 0)
  private var signals = 0

  init(_ terminal: Terminal, style: Style, bell: Bool) {
    self.terminal = terminal
    self.style = style
    self.bell = bell
  }

  /// Redraws everything next time.
  func forget() { size = (0, 0) }

  func show(_ session: GuideSession) throws {
    guard session.ending == nil, terminal.isListening else { return }
    let now = terminal.size ?? (style.width, 24)
    var text = ""
    if now != size {
      text = "\u{1B}[2J"
      shown = []
    }
    let drawn = Style(width: now.columns, unicode: style.unicode, colour: style.colour)
    let lines = GuideScreen(session, style: drawn, height: now.rows).lines()
    for (row, line) in lines.enumerated() where row >= shown.count || shown[row] != line {
      text += "\u{1B}[\(row + 1);1H\u{1B}[2K\(line)"
    }
    if bell, session.signals > signals { text += "\u{07}" }
    if !text.isEmpty { try terminal.output.write(text) }
    (shown, size, signals) = (lines, now, session.signals)
  }

  func say(_ text: String) throws { try terminal.output.write(text) }
}
