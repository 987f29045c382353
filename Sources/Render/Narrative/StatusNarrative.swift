import Analytics
import Core

extension StatusReport {
  /// The lines with their labels.
  var lines: [(String, String)] {
    var lines = [
      ("Today", todayText), ("Stage", stageText),
    ]
    for (index, routine) in due.filter(\.isDue).enumerated() {
      let steps = routine.plan.routine.steps.map(\.text).joined(separator: ", ")
      lines.append(
        (index == 0 ? "Due today" : "", "\(routine.plan.routine.slug), \(routine.why): \(steps)"))
    }
    if !due.isEmpty, !due.contains(where: \.isDue) {
      let why = due.map { "\($0.plan.routine.slug) \($0.why)" }.joined(separator: "; ")
      lines.append(("Due today", "nothing more: \(why)"))
    }
    if let kept {
      lines.append(("Adherence", "\(kept.done) of \(kept.planned) planned days this week so far"))
    }
    for session in waiting {
      lines.append(
        (
          "Waiting",
          "how is this morning after session \(session.id.short)? "
            + "psoas pain SCORE --recall morning"
        ))
    }
    lines += [
      ("Week \(week.now.week.yearAndWeek.week)", week.text),
      ("Last session", text(of: lastSession)), ("Last pain", text(of: lastPain)),
    ]
    lines.append(("Measured", measuredText))
    return lines
  }

  private var stageText: String {
    guard let stage else { return "no protocol; 'psoas protocol list' shows them" }
    let place =
      "\(stage.rehabProtocol.slug), stage \(stage.number) of \(stage.rehabProtocol.stages.count), "
      + "\(stage.stage.slug), since \(stage.since) (\(stage.days) days)"
    guard let next = stage.next, alerts.isEmpty else { return place }
    guard !stage.isOpen else { return place + "; next stage (\(next.slug)): all conditions met" }
    return place
      + "; next stage (\(next.slug)): \(stage.metCount) of \(stage.gate.count) conditions met"
  }

  private var todayText: String {
    let counts = EntryKind.allCases.compactMap { kind -> String? in
      let count = todaysEntries.count { $0.kind == kind }
      let noun =
        switch kind {
        case .session: "session"
        case .pain: "pain rating"
        case .measurement: "measurement"
        case .day: "daily factors"
        case .flare: "flare"
        case .stage: "change of stage"
        case .check: "check"
        }
      guard count > 0 else { return nil }
      if kind == .day { return noun }
      if kind == .stage, count > 1 { return "\(count) changes of stage" }
      return "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    let what = counts.isEmpty ? "nothing logged yet" : counts.joined(separator: ", ")
    return "\(today.weekdayName) \(today): \(what)"
  }

  /// The latest value of each series in one paragraph, grouped by day.
  private var measuredText: String {
    var days: [Day] = []
    var values: [Day: [String]] = [:]
    for measurement in lastMeasurements {
      let day = measurement.moment.day
      if values[day] == nil { days.append(day) }
      let side = measurement.side.map { " \($0.rawValue)" } ?? ""
      values[day, default: []].append(
        "\(measurement.kind.slug)\(side) \(measurement.valueText)")
    }
    guard !days.isEmpty else { return "nothing yet" }
    return days.map { "\(distance(to: $0)) \((values[$0] ?? []).joined(separator: ", "))" }
      .joined(separator: "; ")
  }

  private func text(of entry: LogEntry?) -> String {
    guard let entry else { return "none yet" }
    return "\(distance(to: entry.moment.day)), \(entry.moment.label): \(entry.summary)"
  }

  /// How long ago a day was.
  private func distance(to day: Day) -> String {
    switch today.number - day.number {
    case ..<0: "ahead"
    case 0: "today"
    case 1: "yesterday"
    case let days where days < 14: "\(days) days ago"
    case let days: "\(days / 7) weeks ago"
    }
  }
}

extension DueRoutine {
  /// Why it is due, or why not.
  var why: String {
    switch reason {
    case .doneToday: "done today"
    case .daily: "daily (\(Citation.text(plan.source)))"
    case .week(let done): soFar(done)
    case .dayBetween(let done): "done yesterday, a day between; \(soFar(done))"
    }
  }

  private func soFar(_ done: Int) -> String {
    "\(done) of \(plan.daysPerWeek) days this week (\(Citation.text(plan.source)))"
  }
}
