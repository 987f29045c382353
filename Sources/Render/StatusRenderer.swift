import Analytics
import Core

extension StatusReport: Tabular {
  package func text(_ style: Style) -> String {
    guard !alerts.isEmpty else { return style.labelled(lines) }
    let close = "When it is dealt with: psoas check --resolved NOTE"
    return style.alerts(alerts)
      + style.wrap(close, indent: 0).map { $0 + "\n" }.joined() + "\n" + style.labelled(lines)
  }

  package var table: Table {
    Table(fields: alerts.map { ("First", "\($0.advice) \($0.sentence)") } + lines)
  }

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
      ("week", .string(week.now.week.description)), ("sessions", .integer(week.now.sessions)),
      ("activeDays", .integer(week.now.activeDays)),
      ("painN", .integer(week.now.pain.n)), ("painMedian", JSON(week.now.pain.median)),
      ("painMedianBefore", JSON(week.before.pain.median)),
      ("sessionsBefore", .integer(week.before.sessions)),
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
