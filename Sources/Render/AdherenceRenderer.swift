import Analytics
import Core

extension AdherenceReport: Sectioned, Pictured {
  package var sections: [TextSection] {
    [.table(weekTable)] + (exercises.isEmpty ? [] : [.table(exerciseTable, isSparse: true)])
      + [.picture(strip), .notes([notes]), .list(statements)]
  }

  package func markdown() -> String {
    "# Adherence\n\n" + sections.map(\.markdown).joined(separator: "\n")
  }

  /// The report as CSV, one line per week and planned exercise.
  package func csv() -> String {
    Table(
      columns: [
        Table.Column("week", title: "Week"), Table.Column("protocol", title: "Protocol"),
        Table.Column("stage", title: "Stage"), Table.Column("exercise", title: "Exercise"),
        Table.Column("planned", title: "Planned"), Table.Column("done", title: "Done"),
      ],
      cells: rows.flatMap { row in
        row.exercises.map { slug, count in
          [
            .text(row.week.description), .optional(row.stageInterval?.rehabProtocol.text),
            .optional(row.stageInterval?.stage.text), .text(slug.text), .integer(count.plannedDays),
            .integer(count.done),
          ]
        }
      }
    ).csv()
  }

  package func json() -> JSON {
    .object([
      ("report", .string("adherence")),
      (
        "weeks",
        .array(
          rows.map { row in
            .object([
              ("week", .string(row.week.description)),
              ("start", .string(row.week.start.description)),
              ("protocol", JSON(row.stageInterval?.rehabProtocol.text)),
              ("stage", JSON(row.stageInterval?.stage.text)),
              ("planned", .integer(row.planned)), ("done", .integer(row.done)),
              ("share", JSON(row.share)),
              (
                "exercises",
                .array(
                  row.exercises.map { slug, count in
                    .object([
                      ("exercise", .string(slug.text)), ("planned", .integer(count.plannedDays)),
                      ("done", .integer(count.done)),
                    ])
                  })
              ),
            ])
          })
      ),
      (
        "days",
        .array(
          days.filter { !$0.isAhead }.map { cell in
            .object([
              ("day", .string(cell.day.description)), ("planned", .integer(cell.planned)),
              ("done", .integer(cell.done)), ("active", .bool(cell.isActive)),
            ])
          })
      ), ("practisedPercent", .integer(practisedPercent)),
      ("statements", .array(statements.map { .string($0) })),
    ])
  }

  var weekTable: Table {
    Table(
      columns: [
        Table.Column("week", title: "Week"), Table.Column("planned", title: "Planned", right: true),
        Table.Column("done", title: "Done", right: true),
        Table.Column("share", title: "Share", right: true),
        Table.Column("stage", title: "Protocol and stage"),
      ],
      cells: rows.map { row in
        [
          .text(row.week.description), row.planned > 0 ? .integer(row.planned) : .none,
          row.planned > 0 ? .integer(row.done) : .none,
          .optional(row.share.map { 100 * $0 }, places: 0, suffix: " %"),
          .optional(row.stageInterval.map { "\($0.rehabProtocol), \($0.stage)" }),
        ]
      })
  }

  /// One row per exercise and one column per week: days done of days planned.
  var exerciseTable: Table {
    let weeks = rows.filter { !$0.exercises.isEmpty }
    return Table(
      columns: [Table.Column("exercise", title: "Exercise")]
        + weeks.map { Table.Column($0.week.description, title: $0.week.shortLabel, right: true) },
      cells: exercises.map { slug in
        [Table.Cell.text(slug.text)]
          + weeks.map { row in
            row.exercises.first { $0.slug == slug }.map {
              .text("\($0.count.done)/\($0.count.plannedDays)")
            } ?? .none
          }
      })
  }
}
