import Core

/// One exercise, for `psoas exercise show`.
package struct ExerciseDetailView: Tabular {
  private let exercise: Exercise

  package init(_ exercise: Exercise) { self.exercise = exercise }

  /// A command that logs it with a typical dose.
  package var example: String {
    let dose = exercise.dose.example
    let side = exercise.oneSided && !dose.isEmpty ? "/side" : ""
    return "psoas log \(exercise.slug)" + (dose.isEmpty ? "" : " \(dose)\(side)")
  }

  private var details: [(String, String)] {
    let all: [(String, String?)] = [
      ("exercise", exercise.slug.text), ("name", exercise.name),
      ("aliases", exercise.aliases.isEmpty ? nil : exercise.aliases.joined(separator: ", ")),
      ("one-sided", exercise.oneSided ? "yes" : "no"), ("dose", exercise.dose.rawValue),
      ("aim", exercise.aim), ("cue", exercise.cue),
      ("easier", exercise.easier.isEmpty ? nil : names(exercise.easier)),
      ("harder", exercise.harder.isEmpty ? nil : names(exercise.harder)),
      ("log it", example),
    ]
    return all.compactMap { label, value in value.map { (label, $0) } }
  }

  private func names(_ slugs: [Slug]) -> String { slugs.map(\.text).joined(separator: ", ") }

  /// A label and a value per line, wrapped.
  package func text(_ style: Style) -> String { style.labelled(details) }

  package var table: Table { Table(fields: details) }

  package func json() -> JSON {
    .object([
      ("slug", .string(exercise.slug.text)), ("name", .string(exercise.name)),
      ("aliases", .array(exercise.aliases.map { .string($0) })),
      ("oneSided", .bool(exercise.oneSided)), ("dose", .string(exercise.dose.rawValue)),
      ("aim", JSON(exercise.aim)), ("cue", JSON(exercise.cue)),
      ("easier", .array(exercise.easier.map { .string($0.text) })),
      ("harder", .array(exercise.harder.map { .string($0.text) })),
      ("own", .bool(exercise.own)), ("example", .string(example)),
    ])
  }
}
