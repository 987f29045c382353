import Core

/// All routines, for `psoas routine list`.
package struct RoutineList: Tabular {
  private let routines: [Routine]

  package init(_ routines: [Routine]) { self.routines = routines }

  package var table: Table {
    Table(
      columns: [
        Table.Column("routine", title: "Routine"),
        Table.Column("minutes", title: "Minutes", right: true),
        Table.Column("protocol", title: "Protocol"), Table.Column("doseSource", title: "Doses"),
        Table.Column("title", title: "Title"),
      ],
      cells: routines.map { routine in
        [
          .text(routine.slug.text), .optional(routine.duration?.minutes, places: 1),
          .optional(routine.program?.text), .text(routine.doseSource), .text(routine.title),
        ]
      })
  }

  /// Two lines per routine: name and title, then the details.
  package func text(_ style: Style) -> String {
    routines.map { routine in
      let details = [
        routine.duration.map { "\($0) min" }, routine.program.map { "protocol \($0)" },
        "doses: \(Citation.text(routine.doseSource))",
      ].compactMap(\.self).joined(separator: ", ")
      var lines = style.wrap(style.plain("\(routine.slug): \(routine.title)"), indent: 4)
      let name = routine.slug.text
      lines[0] = style.tint(name, tint: .heading) + lines[0].dropFirst(name.count)
      let column = Style(width: style.width - 2, unicode: style.unicode, colour: false)
      lines += column.wrap(style.plain(details), indent: 2).map { "  " + $0 }
      return lines.map { $0 + "\n" }.joined()
    }.joined()
  }
  package func json() -> JSON {
    .array(
      routines.map { routine in
        .object(routine.fields + [("steps", .array(routine.steps.map { .string($0.text) }))])
      })
  }
}
