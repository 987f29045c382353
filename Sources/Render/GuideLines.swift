import Core

/// A guided session line by line, for terminals without a screen and for screen readers.
package struct GuideLines: Sendable {
  private let style: Style

  package init(_ style: Style) { self.style = style }

  /// Seconds between announcements of the time left (our default).
  private static let interval = 10

  /// What to say when a session goes from one state to another; empty when nothing relevant changed.
  package func lines(from old: GuideSession?, to new: GuideSession) -> [String] {
    guard let old else { return intro(new).flatMap(wrapped) }
    if let ending = new.ending {
      return old.ending == nil ? [ending == .finished ? "that was all" : "ended"] : []
    }
    var lines: [String] = []
    if old.pauseReason != new.pauseReason { lines += halted(old, new) }
    guard new.pauseReason == nil || new.pauseReason == .paused, let task = new.task else {
      return lines.flatMap(wrapped)
    }
    let isNewTask = old.position != new.position || old.pauseReason == .intro
    if isNewTask, old.position > new.position { lines.append("back") }
    if isNewTask, old.task?.step != task.step || old.pauseReason == .intro {
      let step = new.step(of: task)
      lines.append("exercise \(task.step + 1) of \(new.plan.steps.count): \(step.name)")
      if let cue = step.cue { lines.append("  " + cue) }
    }
    if isNewTask { lines.append("  " + new.details(of: task).joined(separator: ", ")) }
    if isNewTask || old.phase != new.phase {
      lines.append("  " + phase(new))
    } else if old.reps != new.reps {
      lines.append("  \(new.reps)")
    } else if let left = mark(old, new) {
      lines.append("  \(left) s")
    }
    return lines.flatMap(wrapped)
  }

  private func wrapped(_ line: String) -> [String] {
    let margin = line.hasPrefix("  ") ? "  " : ""
    let column = Style(width: style.width - margin.utf8.count, unicode: true, colour: false)
    return column.wrap(style.plain(line), indent: 2).map { margin + $0 }
  }

  private func intro(_ session: GuideSession) -> [String] {
    let plan = session.plan
    let remark = plan.remark.map { ["note: \($0)"] } ?? []
    return ["\(plan.title): \(plan.length) with changes and rests"] + remark + [
      GuidePlan.caution,
      "keys: space begins, pauses and ends a counted set; + and - count; n skips; x leaves the "
        + "exercise; b goes back; q ends; ? tells more",
    ]
  }

  private func halted(_ old: GuideSession, _ new: GuideSession) -> [String] {
    switch new.pauseReason {
    case .paused: ["paused; space goes on"]
    case .help:
      GuideKeyList.all.map { "  \($0.keys(style)): \($0.meaning)" } + ["any key goes back"]
    case .leaving:
      ["done so far:"] + new.entries().map { "  \($0.text)" }
        + ["end here? y keeps it, n throws it away, space goes on"]
    case .intro, nil: old.pauseReason == .intro ? [] : ["going on"]
    }
  }

  private func phase(_ session: GuideSession) -> String {
    let seconds = session.secondsLeft.map { ": \($0) s" } ?? ""
    let counted = session.phase == .count && session.task?.work != .open
    return session.label.lowercased() + (counted ? ": \(session.reps)" : seconds)
  }

  /// The seconds left, just after they passed a multiple of the interval.
  private func mark(_ old: GuideSession, _ new: GuideSession) -> Int? {
    guard let before = old.secondsLeft, let now = new.secondsLeft, now > 0, now < before else {
      return nil
    }
    return now % GuideLines.interval == 0 ? now : nil
  }
}
