import ArgumentParser
import Core
import Render
import Store

/// `psoas exercise list`: all exercises.
struct ExerciseListCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "list", under: "psoas exercise",
    abstract: "List the exercises that can be logged.",
    usage: "psoas exercise list [<options>]",
    discussion: "Example: psoas exercise list --format csv")

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let exercises = try context.catalogue(try context.existingLog()).exercises.sorted {
      $0.slug < $1.slug
    }
    let table = Table(
      columns: [
        Table.Column("slug", "Exercise"), Table.Column("oneSided", "One-sided"),
        Table.Column("dose", "Dose"), Table.Column("name", "Name"), Table.Column("own", "Yours"),
        Table.Column("aliases", "Also typed"),
      ],
      cells: exercises.map { exercise in
        [
          .text(exercise.slug.text), .flag(exercise.oneSided), .text(exercise.dose.rawValue),
          .text(exercise.name), .flag(exercise.own),
          exercise.aliases.isEmpty ? .none : .text(exercise.aliases.joined(separator: " ")),
        ]
      })
    try result.emit(
      ResultForms(
        text: table.first(columns: 4).text, markdown: table.markdown, csv: table.csv,
        json: { .array(exercises.map { ExerciseDetailView($0).json() }) }),
      context.style)
  }
}
