import Analytics
import Core

extension StatusReport: Tabular {
  private var lines: [(String, String)] {
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
      ("Week \(weeks.now.week.yearAndWeek.week)", weekText),
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
    guard !stage.isOpen else { return place + "; nothing is missing for \(next.slug)" }
    return place + "; \(stage.missing.count) of \(stage.gate.count) missing for \(next.slug)"
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

  /// The newest value of each series, those of one day together, in one paragraph.
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

  private var weekText: String {
    // What stands before the colon is the label.
    String(weekSentence.drop { $0 != ":" }.dropFirst(2))
  }

  private func text(of entry: LogEntry?) -> String {
    guard let entry else { return "none yet" }
    return "\(distance(to: entry.moment.day)), \(entry.moment.label): \(entry.summary)"
  }

  /// The status for a terminal.
  package func text(_ style: Style) -> String {
    guard !alerts.isEmpty else { return style.labelled(lines) }
    let close = "When it has been seen to: psoas check --resolved NOTE"
    return style.alerts(alerts)
      + style.wrap(close, indent: 0).map { $0 + "\n" }.joined() + "\n" + style.labelled(lines)
  }

  package var table: Table {
    Table(fields: alerts.map { ("First", "\($0.advice) \($0.sentence)") } + lines)
  }

  /// The status as JSON.
  package func json() -> JSON {
    var fields: [(String, JSON)] = [
      ("report", .string("status")), ("today", .string(today.description)),
      ("entriesToday", .array(todaysEntries.map { $0.json() })), ("week", weekJSON),
    ]
    fields += [
      ("stage", stageJSON), ("due", .array(due.map(json))),
      (
        "adherence",
        kept.map { .object([("planned", .integer($0.planned)), ("done", .integer($0.done))]) }
          ?? .null
      ), ("waiting", .array(waiting.map { .string($0.id.description) })),
      ("escalation", .array(alerts.map(\.json))),
    ]
    fields += [
      ("lastSession", lastSession?.json() ?? .null),
      ("lastPain", lastPain?.json() ?? .null),
      ("lastMeasurements", .array(lastMeasurements.map { LogEntry.measurement($0).json() })),
    ]
    return .object(fields)
  }

  private var weekJSON: JSON {
    .object([
      ("week", .string(weeks.now.week.description)), ("sessions", .integer(weeks.now.sessions)),
      ("activeDays", .integer(weeks.now.activeDays)),
      ("painN", .integer(weeks.now.pain.n)), ("painMedian", JSON(weeks.now.pain.median)),
      ("painMedianBefore", JSON(weeks.before.pain.median)),
      ("sessionsBefore", .integer(weeks.before.sessions)),
    ])
  }

  private var stageJSON: JSON {
    guard let stage else { return .null }
    return .object([
      ("protocol", .string(stage.rehabProtocol.slug.text)),
      ("stage", .string(stage.stage.slug.text)), ("number", .integer(stage.number)),
      ("since", .string(stage.since.description)), ("days", .integer(stage.days)),
      ("next", JSON(stage.next?.slug.text)),
      ("met", .integer(stage.gate.count { $0.state == .met })),
      ("criteria", .integer(stage.gate.count)),
    ])
  }

  private func json(_ routine: DueRoutine) -> JSON {
    .object([
      ("routine", .string(routine.plan.routine.slug.text)), ("due", .bool(routine.isDue)),
      ("why", .string(routine.why)),
      ("steps", .array(routine.plan.routine.steps.map { .string($0.text) })),
    ])
  }
}
