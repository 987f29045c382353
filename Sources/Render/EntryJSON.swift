import Core

// The fields that only this kind of entry has.

extension Session {
  func fields(_ pain: PainAround) -> [(String, JSON)] {
    [
      ("routine", JSON(routine?.text)), ("minutes", JSON(duration?.minutes)),
      ("effort", JSON(effort?.value)), ("load", JSON(load)),
      ("sets", .integer(setCount)),
      ("entries", .array(entries.map { $0.json() })),
      ("planned", .array(planned.map { .string($0) })),
      (
        "pain",
        .object([
          ("before", JSON(pain.before?.points)), ("after", JSON(pain.after?.points)),
          ("nextMorning", JSON(pain.nextMorning?.points)),
        ])
      ),
      ("note", JSON(note)),
    ]
  }
}

extension ExerciseEntry {
  func json() -> JSON {
    .object([
      ("exercise", .string(exercise.text)), ("text", .string(text)), ("dose", .string(dose)),
      (
        "sets",
        .array(sets.map { .object([("reps", JSON($0.reps)), ("holdSeconds", JSON($0.hold))]) })
      ),
      ("side", JSON(side?.rawValue)), ("load", JSON(load?.amount)),
      ("loadUnit", JSON(load?.unit.rawValue)), ("pain", JSON(pain?.points)),
    ])
  }
}

extension PainRating {
  func fields(_ answers: [EntryID]) -> [(String, JSON)] {
    [
      ("score", .number(score.points)), ("recall", .string(recall.rawValue)),
      ("sites", .array(sites.map { .string($0.description) })),
      ("triggers", .array(triggers.map { .string($0) })), ("woke", .bool(woke)),
      ("session", JSON(session?.id.description)), ("tie", JSON(session?.tie.rawValue)),
      ("answers", .array(answers.map { .string($0.description) })), ("note", JSON(note)),
    ]
  }
}

extension Measurement {
  var fields: [(String, JSON)] {
    [
      ("kind", .string(kind.slug.text)), ("side", JSON(side?.rawValue)),
      ("series", .string(series)), ("unit", .string(kind.unit.rawValue)),
      ("method", JSON(instrument?.rawValue)), ("motion", JSON(motion?.rawValue)),
      ("value", .number(value)),
      ("trials", .array(trials.map { .number(Double($0) / 100) })),
      ("pain", JSON(pain?.points)), ("painFree", pain.map { .bool($0.tenths == 0) } ?? .null),
      ("photo", JSON(photo)), ("note", JSON(note)),
    ]
  }
}

extension DayRecord {
  var fields: [(String, JSON)] {
    [
      (
        "factors",
        .object(
          factors.map { factor in
            (
              factor.name.text,
              .object([
                ("value", .number(factor.value.value)), ("unit", .string(factor.value.unit.symbol)),
              ])
            )
          })
      )
    ]
  }
}

extension Flare {
  var fields: [(String, JSON)] {
    [
      ("end", JSON(end?.iso8601)), ("endDay", JSON(end?.day.description)), ("note", JSON(note)),
    ]
  }
}

extension StageTransition {
  var fields: [(String, JSON)] {
    [
      ("change", .string(kind.rawValue)), ("protocol", .string(rehabProtocol.text)),
      ("stage", JSON(stage?.text)), ("unmet", .array(unmet.map { .string($0.text) })),
      ("answers", answers.json), ("note", JSON(note)),
    ]
  }
}

extension SafetyCheck {
  var fields: [(String, JSON)] {
    [
      ("resolution", JSON(resolution)),
      (
        "findings",
        .array(
          findings.map {
            .object([("id", .string($0.rule.text)), ("evidence", .string($0.evidence))])
          })
      ), ("answers", answers.json),
    ]
  }
}

extension [Slug: Bool] {
  fileprivate var json: JSON {
    .object(sorted { $0.key < $1.key }.map { ($0.key.text, .bool($0.value)) })
  }
}
