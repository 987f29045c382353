import Core

/// One routine, for `psoas routine show`.
package struct RoutineDetailView: Tabular {
  private let routine: Routine
  private let plan: GuidePlan

  /// - Parameter exercises: for names and cues.
  package init(_ routine: Routine, exercises: NameIndex<Exercise>) {
    self.routine = routine
    plan = GuidePlan(routine, exercises: exercises)
  }

  private var details: [(String, String)] {
    let all: [(String, String?)] = [
      ("routine", routine.slug.text), ("title", routine.title),
      ("protocol", routine.program?.text),
      ("minutes", routine.duration.map { "\($0) stated" }),
      (
        "doses",
        Citation.text(routine.doseSource)
      ),
      (
        "guided",
        "\(plan.length) with \(GuidePlan.defaultReady) s to get into position (ours) and rests"
      ),
      ("start it", "psoas routine start \(routine.slug)"),
      ("log it", "psoas log --routine \(routine.slug)"),
    ]
    return all.compactMap { label, value in value.map { (label, $0) } }
  }

  /// Labels and values, then the exercises with their cues, wrapped.
  package func text(_ style: Style) -> String {
    let margin = "\(plan.steps.count)".utf8.count + 2
    let column = Style(width: style.width - margin, unicode: style.unicode, colour: false)
    let indent = String(repeating: " ", count: margin)
    let steps = plan.steps.enumerated().flatMap { number, step -> [String] in
      let parts = [step.name, step.entry.doseText, restText(step)].filter { !$0.isEmpty }
      let head = column.wrap(style.plain(parts.joined(separator: ", ")), indent: 0)
      let cue = step.cue.map { column.wrap(style.plain($0), indent: 0) } ?? []
      let label = Style.pad("\(number + 1)", to: margin, right: false)
      return ["", label + style.tint(head[0], tint: .heading)]
        + (head.dropFirst() + cue).map { indent + $0 }
    }
    return style.labelled(details) + steps.map { $0 + "\n" }.joined()
  }

  private func restText(_ step: GuidePlan.Step) -> String {
    guard step.rest > 0 else { return "" }
    return "\(step.rest) s rest between sets" + (routine.rest == nil ? " (ours)" : "")
  }

  package func markdown() -> String { Table(fields: details).markdown() + "\n" + table.markdown() }
  package var table: Table {
    Table(
      columns: [
        Table.Column("step", title: "Step", right: true),
        Table.Column("exercise", title: "Exercise"),
        Table.Column("dose", title: "Dose"), Table.Column("side", title: "Side"),
        Table.Column("restSeconds", title: "Rest between sets", right: true),
        Table.Column("cue", title: "Cue"),
      ],
      cells: plan.steps.enumerated().map { number, step in
        [
          .integer(number + 1), .text(step.entry.exercise.text), .text(step.entry.dose),
          .optional(step.entry.side?.rawValue),
          .number(Double(step.rest), places: 0, suffix: " s"), .optional(step.cue),
        ]
      })
  }

  /// The routine as JSON, with `guidedSeconds` and the rest between the sets of each exercise.
  package func json() -> JSON {
    .object(
      routine.fields + [
        ("guidedSeconds", .integer(plan.seconds)), ("guidedIsEstimate", .bool(plan.isEstimate)),
        (
          "steps",
          .array(
            plan.steps.map { step in
              .object([
                ("exercise", .string(step.entry.exercise.text)), ("name", .string(step.name)),
                ("text", .string(step.entry.text)), ("dose", .string(step.entry.dose)),
                ("side", JSON(step.entry.side?.rawValue)), ("restSeconds", .integer(step.rest)),
                ("cue", JSON(step.cue)),
              ])
            })
        ),
      ])
  }
}

extension Routine {
  var fields: [(String, JSON)] {
    [
      ("slug", .string(slug.text)), ("title", .string(title)), ("protocol", JSON(program?.text)),
      ("minutes", JSON(duration?.minutes)), ("doseSource", .string(doseSource)),
      ("restSeconds", JSON(rest)),
    ]
  }
}
