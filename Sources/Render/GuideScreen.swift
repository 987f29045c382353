import Core

/// The screen of a guided session: lines from the top, never more or wider than fit.
package struct GuideScreen: Sendable {
  let session: GuideSession
  let style: Style
  let height: Int

  package init(_ session: GuideSession, style: Style, height: Int) {
    self.session = session
    self.style = style
    self.height = max(1, height)
  }

  /// A line with its priority when space is short: 0 is never dropped.
  struct Row {
    var text = ""
    var tint: Style.Tint?
    var yields = 9
  }

  /// The lines of the screen, up to the last one that is not empty.
  package func lines() -> [String] {
    let body =
      switch session.pauseReason {
      case .intro: intro
      case .help: help
      case .leaving: leaving
      case .paused, nil: guide
      }
    var rows = body
    var foot = footer
    while rows.count + foot.count > height {
      let most = (rows + foot).map(\.yields).max() ?? 0
      if let index = rows.lastIndex(where: { $0.yields == most }) {
        rows.remove(at: index)
      } else {
        foot.removeFirst()
      }
    }
    let gap = Array(repeating: Row(), count: height - rows.count - foot.count)
    return (rows + gap + foot).map { row in
      let line = style.cut(style.plain(row.text), to: style.width)
      return row.tint.map { style.tint(line, tint: $0) } ?? line
    }
  }

  /// Whether there is room for digits readable from the floor.
  private var isRoomy: Bool { height >= 20 && style.width >= 48 }

  private var head: [Row] {
    let count = session.plan.steps.count
    let word = style.width < 60 ? "" : "exercise "
    let place = session.task.map { "\(word)\($0.step + 1) of \(count)" } ?? ""
    let room = style.width - place.utf8.count - 2
    let title = style.cut(style.plain(session.plan.title), to: max(8, room))
    let gap = max(2, style.width - Style.columns(title) - place.utf8.count)
    let rule = String(repeating: style.pick("─", ascii: "-"), count: style.width)
    return [
      Row(text: title + String(repeating: " ", count: gap) + place, tint: .faint, yields: 4),
      Row(text: rule, tint: .faint, yields: 7), Row(),
    ]
  }

  private var guide: [Row] {
    guard let task = session.task else { return head }
    let step = session.step(of: task)
    var rows = head
    rows.append(Row(text: "  " + step.name, tint: .heading, yields: 0))
    let details = session.details(of: task).joined(separator: " · ")
    rows += [Row(text: "  " + details, yields: 1), Row(yields: 8)]
    rows += clock(task)
    rows.append(Row(yields: 8))
    rows += paragraph(step.cue ?? "", yields: 5)
    rows.append(Row(yields: 8))
    rows += paragraph("Next: " + session.upcomingText, yields: 2).prefix(isRoomy ? 2 : 1)
    return rows
  }

  private func clock(_ task: GuideTask) -> [Row] {
    let isPaused = session.pauseReason == .paused
    var tint: Style.Tint = .pain
    switch session.phase {
    case .hold, .count: tint = .range
    default: break
    }
    if isPaused { tint = .faint }
    let label = isPaused ? "Paused: \(session.label)" : session.label
    let number = session.secondsLeft.map { $0 < 60 ? "\($0)" : GuidePlan.clock($0) }
    let counter = task.work == .open ? nil : "\(session.reps)"
    let shown = number ?? counter
    var rows = [Row(text: "  " + label, tint: tint, yields: 0)]
    let digits = shown.map { BigDigits.rows($0, style: style) } ?? []
    if isRoomy, !digits.isEmpty, digits.allSatisfy({ Style.columns($0) + 2 <= style.width }) {
      rows.append(Row(yields: 8))
      rows += digits.map { Row(text: "  " + $0, tint: tint, yields: 0) }
    } else if let shown {
      let unit = number == nil || shown.contains(":") ? "" : " s"
      rows[0].text += "  \(shown)\(unit)"
    }
    if session.phase == .count, !isPaused {
      let count = task.work == .open ? "" : ", + - for the number"
      rows += [Row(yields: 8), Row(text: "  Space when done\(count)", yields: 3)]
    }
    if let bar { rows += [Row(yields: 8), Row(text: bar, tint: tint, yields: 3)] }
    return rows
  }

  /// How much of the phase has passed.
  private var bar: String? {
    guard let length = session.length, length > 0 else { return nil }
    let width = min(60, style.width - 4)
    let full = min(width, session.spent * width / length)
    return "  " + String(repeating: style.pick("█", ascii: "#"), count: full)
      + String(repeating: style.pick("░", ascii: "."), count: width - full)
  }

  private var footer: [Row] {
    guard session.pauseReason == nil || session.pauseReason == .paused else { return [] }
    let about = session.plan.tasks[session.position...].contains(where: \.isCounted)
    let left =
      "\(about ? "about " : "")\(GuidePlan.clock((session.remaining + 999) / 1000)) left"
    let isCount = session.phase == .count && session.pauseReason == nil
    var keys = [
      session.pauseReason == .paused ? "space go on" : isCount ? "space done" : "space pause"
    ]
    if isCount, session.task?.work != .open { keys.append("+ - count") }
    keys += ["n skip", "b back", "q end", "? help"]
    while keys.count > 3, keys.joined(separator: "  ").utf8.count > style.width - 2 {
      keys.remove(at: keys.count - 3)
    }
    let shown = "  " + keys.joined(separator: "  ")
    let gap = style.width - shown.utf8.count - left.utf8.count
    if gap >= 2 {
      return [Row(text: shown + String(repeating: " ", count: gap) + left, tint: .faint, yields: 0)]
    }
    return [
      Row(text: "  " + left, tint: .faint, yields: 3), Row(text: shown, tint: .faint, yields: 0),
    ]
  }

  func paragraph(_ text: String, yields: Int) -> [Row] {
    guard !text.isEmpty else { return [] }
    let narrow = Style(width: min(72, style.width - 3), unicode: style.unicode, colour: false)
    return narrow.wrap(style.plain(text), indent: 0).map { Row(text: "  " + $0, yields: yields) }
  }
}
