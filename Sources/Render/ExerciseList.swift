import Core

/// The exercises that can be logged.
package struct ExerciseList: Tabular {
  private let exercises: [Exercise]

  package init(_ exercises: [Exercise]) { self.exercises = exercises }

  package var table: Table {
    Table(
      columns: [
        Table.Column("slug", title: "Exercise"), Table.Column("oneSided", title: "One-sided"),
        Table.Column("dose", title: "Dose"), Table.Column("name", title: "Name"),
        Table.Column("own", title: "Yours"),
        Table.Column("aliases", title: "Also typed"),
      ],
      cells: exercises.map { exercise in
        [
          .text(exercise.slug.text), .flag(exercise.oneSided), .text(exercise.dose.rawValue),
          .text(exercise.name), .flag(exercise.own),
          exercise.aliases.isEmpty ? .none : .text(exercise.aliases.joined(separator: " ")),
        ]
      })
  }

  package func text(_ style: Style) -> String { table.first(columns: 4).text(style) }
  package func json() -> JSON { .array(exercises.map { ExerciseDetailView($0).json() }) }
}
