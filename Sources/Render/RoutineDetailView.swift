import Core

/// One routine as `psoas routine show` shows it.
package struct RoutineDetailView: Tabular {
  private let routine: Routine
  private let plan: GuidePlan

  /// A card for a routine; `exercises` gives the names and cues.
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
        sourceText(routine.doseSource)
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

  /// Labels and values, then the exercises with their cues, broken to the width.
  package func text(_ style: Style) -> String {
    let margin = "\(plan.steps.count)".utf8.count + 2
    let column = Style(width: style.width - margin, unicode: style.unicode, colour: false)
    let indent = String(repeating: " ", count: margin)
    let steps = plan.steps.enumerated().flatMap { number, step -> [String] in
      let words = [step.name, step.entry.doseWords, restWords(step)].filter { !$0.isEmpty }
      let head = column.wrap(style.plain(words.joined(separator: ", ")), indent: 0)
      let cue = step.cue.map { column.wrap(style.plain($0), indent: 0) } ?? []
      let label = Style.pad("\(number + 1)", to: margin, right: false)
      return ["", label + style.tint(head[0], .heading)]
        + (head.dropFirst() + cue).map { indent + $0 }
    }
    return style.labelled(details) + steps.map { $0 + "\n" }.joined()
  }

  private func restWords(_ step: GuidePlan.Step) -> String {
    guard step.rest > 0 else { return "" }
    return "\(step.rest) s rest between sets" + (routine.rest == nil ? " (ours)" : "")
  }

  /// The routine as two Markdown tables.
  package func markdown() -> String { Table(fields: details).markdown() + "\n" + table.markdown() }
  package var table: Table {
    Table(
      columns: [
        Table.Column("step", "Step", right: true), Table.Column("exercise", "Exercise"),
        Table.Column("dose", "Dose"), Table.Column("side", "Side"),
        Table.Column("restSeconds", "Rest between sets", right: true), Table.Column("cue", "Cue"),
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

/// All routines as `psoas routine list` shows them.
package struct RoutineList: Tabular {
  private let routines: [Routine]

  /// A list.
  package init(_ routines: [Routine]) { self.routines = routines }

  package var table: Table {
    Table(
      columns: [
        Table.Column("routine", "Routine"), Table.Column("minutes", "Minutes", right: true),
        Table.Column("protocol", "Protocol"), Table.Column("doseSource", "Doses"),
        Table.Column("title", "Title"),
      ],
      cells: routines.map { routine in
        [
          .text(routine.slug.text), .optional(routine.duration?.minutes, places: 1),
          .optional(routine.program?.text), .text(routine.doseSource), .text(routine.title),
        ]
      })
  }

  /// Two lines a routine: its name and title, and what else there is to say.
  package func text(_ style: Style) -> String {
    routines.map { routine in
      let details = [
        routine.duration.map { "\($0) min" }, routine.program.map { "protocol \($0)" },
        "doses: \(sourceText(routine.doseSource))",
      ].compactMap(\.self).joined(separator: ", ")
      var lines = style.wrap(style.plain("\(routine.slug): \(routine.title)"), indent: 4)
      let name = routine.slug.text
      lines[0] = style.tint(name, .heading) + lines[0].dropFirst(name.count)
      let column = Style(width: style.width - 2, unicode: style.unicode, colour: false)
      lines += column.wrap(style.plain(details), indent: 2).map { "  " + $0 }
      return lines.map { $0 + "\n" }.joined()
    }.joined()
  }
  /// The list as JSON.
  package func json() -> JSON {
    .array(
      routines.map { routine in
        .object(routine.fields + [("steps", .array(routine.steps.map { .string($0.text) }))])
      })
  }
}

extension Routine {
  fileprivate var fields: [(String, JSON)] {
    [
      ("slug", .string(slug.text)), ("title", .string(title)), ("protocol", JSON(program?.text)),
      ("minutes", JSON(duration?.minutes)), ("doseSource", .string(doseSource)),
      ("restSeconds", JSON(rest)),
    ]
  }
}
