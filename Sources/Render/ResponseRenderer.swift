import Analytics
import Core

extension ResponseReport: Sectioned, Pictured {
  package var sections: [TextSection] {
    [.heading(title)] + (sessions.isEmpty ? [] : [.table(sessionTable)]) + [.list(statements)]
      + (exercises.isEmpty ? [] : [.table(exerciseTable)]) + [.notes(remarks)]
  }

  /// The sessions as CSV, one per line.
  package func csv() -> String { fullTable.csv() }

  package func json() -> JSON {
    .object([
      ("report", .string("response")), ("start", .string(days.lowerBound.description)),
      ("end", .string(days.upperBound.description)),
      ("lookedBackTo", JSON(reach?.description)),
      ("sessions", .array(sessions.map { $0.json() })),
      ("exercises", .array(exercises.map { $0.json() })),
      ("flares", .array(flares.map(\.stretch))),
      (
        "thresholds",
        .object([
          ("fine", points(thresholds.fine)), ("tooMuch", points(thresholds.tooMuch)),
          ("morning", points(thresholds.morning)), ("morningRed", points(thresholds.morningRed)),
          ("source", .string(ruleSource)), ("morningSource", .string(morningSource)),
        ])
      ),
      ("statements", .array(statements.map { .string($0) })),
    ])
  }

  private func points(_ tenths: Int) -> JSON { .number(Double(tenths) / 10) }

  var title: String {
    "Response to sessions from \(days.lowerBound) to \(days.upperBound)"
  }
}

extension SessionResponse {
  fileprivate func json() -> JSON {
    .object([
      ("id", .string(rated.session.id.description)),
      ("at", .string(rated.session.moment.iso8601)),
      ("day", .string(rated.session.moment.day.description)),
      ("before", JSON(rated.pain.before?.points)), ("during", JSON(rated.during?.points)),
      ("after", JSON(rated.pain.after?.points)),
      ("nextMorning", JSON(rated.pain.nextMorning?.points)),
      ("colour", JSON(colour?.rawValue)), ("why", .string(response.why)),
      ("flare", .bool(isInFlare)), ("exercises", .array(exercises.map { $0.json() })),
    ])
  }
}

extension ExerciseResponse {
  fileprivate func json() -> JSON {
    .object([
      ("exercise", .string(exercise.text)), ("dose", .string(dose)), ("pain", JSON(pain?.points)),
      ("colour", JSON(colour?.rawValue)), ("flagged", JSON(named?.rawValue)),
      ("lastTolerated", lastTolerated?.json() ?? .null),
    ])
  }
}

extension ResponseReport.Exercise {
  fileprivate func json() -> JSON {
    .object(
      [
        ("exercise", .string(exercise.text)), ("sessions", .integer(sessions)),
        ("rated", .integer(rated)),
      ] + ResponseColour.allCases.map { ($0.rawValue, .integer(colours[$0] ?? 0)) } + [
        ("lastTolerated", lastTolerated?.json() ?? .null), ("flagged", .integer(named)),
      ])
  }
}

extension ToleratedDose {
  fileprivate func json() -> JSON {
    .object([
      ("dose", .string(dose)), ("day", .string(day.description)),
      ("id", .string(session.description)),
    ])
  }
}
