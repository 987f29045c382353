import RehabLog

/// One exercise as `psoas exercise show` shows it.
public struct ExerciseCard: Sendable {
  private let exercise: Exercise

  /// A card for an exercise.
  public init(_ exercise: Exercise) { self.exercise = exercise }

  /// A command that logs it with a usual dose.
  public var example: String {
    let dose = exercise.dose.example
    let side = exercise.oneSided && !dose.isEmpty ? "/side" : ""
    return "psoas log \(exercise.slug)" + (dose.isEmpty ? "" : " \(dose)\(side)")
  }

  private var details: [(String, String?)] {
    [
      ("exercise", exercise.slug.text), ("name", exercise.name),
      ("aliases", exercise.aliases.isEmpty ? nil : exercise.aliases.joined(separator: ", ")),
      ("one-sided", exercise.oneSided ? "yes" : "no"), ("dose", exercise.dose.rawValue),
      ("aim", exercise.aim), ("cue", exercise.cue),
      ("easier", exercise.easier.isEmpty ? nil : names(exercise.easier)),
      ("harder", exercise.harder.isEmpty ? nil : names(exercise.harder)),
      ("log it", example),
    ]
  }

  private func names(_ slugs: [Slug]) -> String { slugs.map(\.text).joined(separator: ", ") }

  /// A label and a value a line, long values broken to the width.
  public func text(_ style: Style) -> String {
    let shown = details.compactMap { label, value in value.map { (label, $0) } }
    let width = shown.map(\.0.utf8.count).max() ?? 0
    let narrow = Style(width: style.width - width - 2, unicode: style.unicode, colour: false)
    return shown.map { label, value in
      let lines = narrow.wrap(style.plain(value), indent: 0)
      let indent = "\n" + String(repeating: " ", count: width + 2)
      return style.tint(Style.pad(label, to: width, right: false), .heading) + "  "
        + lines.joined(separator: indent) + "\n"
    }.joined()
  }

  private var sheet: Sheet {
    Sheet(
      columns: [Sheet.Column("field", "Field"), Sheet.Column("value", "Value")],
      cells: details.compactMap { label, value in value.map { [.text(label), .text($0)] } })
  }

  /// The card as a Markdown table.
  public func markdown() -> String { sheet.markdown() }
  /// The card as csv, a line for each field.
  public func csv() -> String { sheet.csv() }

  /// The card as JSON.
  public func json() -> JSON {
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
