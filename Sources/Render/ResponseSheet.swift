import Analytics
import Core

extension ResponseReport {
  /// The sessions for people, what was not rated left empty.
  var sessionSheet: Sheet {
    let hasFlares = sessions.contains(where: \.isInFlare)
    let columns =
      [
        Sheet.Column("id", "Session"), Sheet.Column("day", "Day"), Sheet.Column("colour", "Colour"),
        Sheet.Column("before", "Before", right: true),
        Sheet.Column("during", "During", right: true), Sheet.Column("after", "After", right: true),
        Sheet.Column("nextMorning", "Morning", right: true),
      ] + (hasFlares ? [Sheet.Column("flare", "Flare", right: true)] : [])
    let cells = sessions.map { session in
      let pain = session.rated.pain
      return [
        .text(session.rated.session.id.short),
        .text(session.rated.session.moment.day.description), .optional(session.colour?.rawValue),
        .optional(pain.before?.points), .optional(session.rated.during?.points),
        .optional(pain.after?.points), .optional(pain.nextMorning?.points),
      ] + (hasFlares ? [.optional(session.isInFlare ? Style.flareMark : nil)] : [])
        as [Sheet.Cell]
    }
    return Sheet(columns: columns, cells: cells)
  }

  /// The exercises for people.
  var exerciseSheet: Sheet {
    Sheet(
      columns: [
        Sheet.Column("exercise", "Exercise"), Sheet.Column("sessions", "Sess", right: true),
        Sheet.Column("rated", "Rated", right: true), Sheet.Column("green", "Green", right: true),
        Sheet.Column("amber", "Amber", right: true), Sheet.Column("red", "Red", right: true),
        Sheet.Column("flagged", "Named", right: true),
        Sheet.Column("lastTolerated", "Last tolerated", right: true),
      ],
      cells: exercises.map { exercise in
        [.text(exercise.exercise.text), .integer(exercise.sessions), .integer(exercise.rated)]
          + ResponseColour.allCases.map { .integer(exercise.colours[$0] ?? 0) }
          + [
            .integer(exercise.named),
            .optional(
              exercise.lastTolerated.map { "\($0.dose.isEmpty ? "no dose" : $0.dose), \($0.day)" }),
          ]
      })
  }

  /// All of each session, for programs.
  var fullSheet: Sheet {
    let keys = [
      "id", "at", "day", "before", "during", "after", "nextMorning", "colour", "why", "flare",
      "exercises", "flagged",
    ]
    let cells = sessions.map { session -> [Sheet.Cell] in
      let (entry, pain) = (session.rated.session, session.rated.pain)
      let named = session.named.map(\.exercise.text)
      return [
        .text(entry.id.description), .text(entry.moment.iso8601),
        .text(entry.moment.day.description), .optional(pain.before?.points),
        .optional(session.rated.during?.points), .optional(pain.after?.points),
        .optional(pain.nextMorning?.points), .optional(session.colour?.rawValue),
        .text(session.response.why), .flag(session.isInFlare),
        .optional(
          entry.entries.isEmpty ? nil : entry.entries.map(\.text).joined(separator: "; ")),
        .optional(named.isEmpty ? nil : named.joined(separator: "; ")),
      ]
    }
    return Sheet(columns: keys.map { Sheet.Column($0, $0) }, cells: cells)
  }
}
