import Analytics
import Core

extension ResponseReport {
  /// The sessions for people; ratings that are missing stay empty.
  var sessionTable: Table {
    let hasFlares = sessions.contains(where: \.isInFlare)
    let columns =
      [
        Table.Column("id", title: "Session"), Table.Column("day", title: "Day"),
        Table.Column("colour", title: "Colour"),
        Table.Column("before", title: "Before", right: true),
        Table.Column("during", title: "During", right: true),
        Table.Column("after", title: "After", right: true),
        Table.Column("nextMorning", title: "Morning", right: true),
      ] + (hasFlares ? [Table.Column("flare", title: "Flare", right: true)] : [])
    let cells = sessions.map { session in
      let pain = session.rated.pain
      return [
        .text(session.rated.session.id.short),
        .text(session.rated.session.moment.day.description), .optional(session.colour?.rawValue),
        .optional(pain.before?.points), .optional(session.rated.during?.points),
        .optional(pain.after?.points), .optional(pain.nextMorning?.points),
      ] + (hasFlares ? [.optional(session.isInFlare ? Style.flareMark : nil)] : [])
        as [Table.Cell]
    }
    return Table(columns: columns, cells: cells)
  }

  /// The exercises for people.
  var exerciseTable: Table {
    Table(
      columns: [
        Table.Column("exercise", title: "Exercise"),
        Table.Column("sessions", title: "Sess", right: true),
        Table.Column("rated", title: "Rated", right: true),
        Table.Column("green", title: "Green", right: true),
        Table.Column("amber", title: "Amber", right: true),
        Table.Column("red", title: "Red", right: true),
        Table.Column("flagged", title: "Named", right: true),
        Table.Column("lastTolerated", title: "Last tolerated", right: true),
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

  /// Every field of each session, for programs.
  var fullTable: Table {
    let keys = [
      "id", "at", "day", "before", "during", "after", "nextMorning", "colour", "why", "flare",
      "exercises", "flagged",
    ]
    let cells = sessions.map { session -> [Table.Cell] in
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
    return Table(columns: keys.map { Table.Column($0, title: $0) }, cells: cells)
  }
}
