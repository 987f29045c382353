import Analytics
import Core

extension ClinicianReport {
  package func json() -> JSON {
    .object([
      ("report", .string("clinician")), ("name", JSON(name)),
      ("from", .string(days.lowerBound.description)),
      ("to", .string(min(days.upperBound, today).description)),
      ("madeOn", .string(today.description)),
      ("protocol", JSON(stage?.rehabProtocol.slug.text)), ("stage", JSON(stage?.stage.slug.text)),
      ("stageSince", JSON(stage?.since.description)),
      ("series", .array(rows.map { $0.json() })),
      ("planned", .integer(adherence.rows.reduce(0) { $0 + $1.planned })),
      ("done", .integer(adherence.rows.reduce(0) { $0 + $1.done })),
      (
        "exercises",
        .array(
          response.exercises.map { exercise in
            .object([
              ("exercise", .string(exercise.exercise.text)),
              ("sessions", .integer(exercise.sessions)), ("named", .integer(exercise.named)),
              ("lastTolerated", JSON(exercise.lastTolerated?.dose)),
              ("lastToleratedDay", JSON(exercise.lastTolerated?.day.description)),
            ])
          })
      ),
      ("flares", .array(flares.map { $0.json() })),
      (
        "redFlags",
        .object([
          ("lastAsked", JSON(redFlags.last?.moment.day.description)),
          (
            "yes",
            .array(
              redFlags.yes.map {
                .string($0.id.text)
              })
          ), ("open", .array(redFlags.alerts.map { .string($0.id.text) })),
        ])
      ),
      (
        "notes",
        notes.map { notes in
          .array(
            notes.map {
              .object([("day", .string($0.day.description)), ("text", .string($0.text))])
            })
        } ?? .null
      ),
      (
        "parts",
        .array(
          parts.map { part in
            .object([
              ("part", .string(part.key)), ("lines", .array(part.lines.map { .string($0) })),
            ])
          })
      ), ("opening", .string(opening)),
    ])
  }
}

extension ClinicianReport.Row {
  fileprivate func json() -> JSON {
    func end(_ point: TrendReport.Point) -> JSON {
      .object([
        ("week", .string(point.label)), ("value", .number(point.value)), ("n", .integer(point.n)),
      ])
    }
    return .object([
      ("series", .string(series.name)), ("unit", JSON(series.unit)), ("label", .string(label)),
      ("way", JSON(method?.words)), ("first", end(first)),
      ("last", end(last)), ("change", JSON(difference?.points)),
      ("percent", JSON(difference?.percent)), ("mic", JSON(difference?.important?.value)),
      ("mdc", JSON(difference?.detectable?.value)),
    ])
  }
}
