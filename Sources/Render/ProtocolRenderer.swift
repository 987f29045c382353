import Analytics
import Core

/// The programmes one under the other, as `psoas protocol list` shows them.
package struct ProtocolList: Sendable {
  private let programmes: [Programme]
  private let followed: Slug?

  /// A list; `followed` is the one that the user follows.
  package init(_ programmes: [Programme], followed: Slug?) {
    self.programmes = programmes
    self.followed = followed
  }

  private var table: Table {
    Table(
      columns: [
        Table.Column("slug", "Protocol"), Table.Column("stages", "Stages", right: true),
        Table.Column("followed", "Followed"), Table.Column("title", "What it is"),
        Table.Column("own", "Yours"), Table.Column("source", "Source"),
      ],
      cells: programmes.map { programme in
        [
          .text(programme.slug.text), .integer(programme.stages.count),
          .flag(programme.slug == followed), .text(programme.title), .flag(programme.own),
          .text(programme.source),
        ]
      })
  }

  /// One line a programme.
  package func text(_ style: Style) -> String { table.first(columns: 4).text(style) }
  /// The list as a Markdown table.
  package func markdown() -> String { table.markdown() }
  /// The list as csv.
  package func csv() -> String { table.csv() }
  /// The list as JSON.
  package func json() -> JSON { table.json() }
}

/// One programme, as `psoas protocol show` shows it.
package struct ProtocolDetailView: Sendable {
  private let programme: Programme
  private let adjust: @Sendable (Criterion) -> Criterion

  /// A card; `adjust` puts the user's numbers into a criterion.
  package init(_ programme: Programme, adjust: @escaping @Sendable (Criterion) -> Criterion) {
    self.programme = programme
    self.adjust = adjust
  }

  private var head: [(String, String)] {
    [("protocol", programme.slug.text), ("title", programme.title), ("source", programme.source)]
      + (programme.idea.isEmpty ? [] : [("idea", programme.idea)])
      + programme.indications.map { ("for", $0) }
      + programme.contraindications.map { ("not for", $0) }
      + programme.warnings.map { ("warning", $0) }
      + programme.questions.map { question in
        ("asks first", "\(question.id): \(question.asks) (\(sourceText(question.source)))")
      }
  }

  private func fields(_ stage: Stage) -> [(String, String)] {
    var fields: [(String, String)] = []
    if !stage.aim.isEmpty { fields.append(("aim", stage.aim)) }
    for plan in stage.plans {
      fields.append(
        ("plan", "\(plan.routine.slug), \(plan.frequency) (\(sourceText(plan.source)))"))
      fields.append(
        (
          "doses",
          plan.routine.steps.map(\.text).joined(separator: ", ")
            + " (\(sourceText(plan.routine.doseSource)))"
        ))
    }
    for criterion in stage.gate.map(adjust) { fields.append(("gate", shown(criterion))) }
    for criterion in stage.goals.map(adjust) { fields.append(("goal", shown(criterion))) }
    return fields
  }

  private func shown(_ criterion: Criterion) -> String {
    "\(criterion.says) (\(sourceText(criterion.source)))"
  }

  private func title(_ index: Int, _ stage: Stage) -> String {
    "Stage \(index + 1) of \(programme.stages.count), \(stage.slug): \(stage.title)"
  }

  /// The programme for a terminal.
  package func text(_ style: Style) -> String {
    var text = style.labelled(head)
    for (index, stage) in programme.stages.enumerated() {
      let lines = style.wrap(style.plain(title(index, stage)))
      text += "\n" + lines.map { style.tint($0, .heading) + "\n" }.joined()
      text += style.labelled(fields(stage))
    }
    return text
  }

  /// The programme as Markdown.
  package func markdown() -> String {
    var text = "# \(programme.slug)\n\n" + Table(fields: head).markdown()
    for (index, stage) in programme.stages.enumerated() {
      text += "\n## \(title(index, stage))\n\n" + Table(fields: fields(stage)).markdown()
    }
    return text
  }

  /// The programme as csv, a line for each field.
  package func csv() -> String {
    let rows =
      head.map { ("", $0.0, $0.1) }
      + programme.stages.flatMap { stage in fields(stage).map { (stage.slug.text, $0.0, $0.1) } }
    return Table(
      columns: [
        Table.Column("stage", "Stage"), Table.Column("field", "Field"),
        Table.Column("value", "Value"),
      ], cells: rows.map { [.text($0.0), .text($0.1), .text($0.2)] }
    ).csv()
  }

  /// The programme as JSON.
  package func json() -> JSON {
    .object([
      ("slug", .string(programme.slug.text)), ("title", .string(programme.title)),
      ("source", .string(programme.source)), ("idea", .string(programme.idea)),
      ("indications", .array(programme.indications.map { .string($0) })),
      ("contraindications", .array(programme.contraindications.map { .string($0) })),
      ("warnings", .array(programme.warnings.map { .string($0) })),
      (
        "questions",
        .array(
          programme.questions.map { question in
            .object([
              ("id", .string(question.id.text)), ("asks", .string(question.asks)),
              ("advice", .string(question.advice)), ("source", .string(question.source)),
            ])
          })
      ),
      (
        "stances",
        .array(
          programme.stances.map { stance in
            .object([
              ("topic", .string(stance.topic.text)), ("answer", .string(stance.answer)),
              ("words", .string(stance.words)),
            ])
          })
      ),
      ("stages", .array(programme.stages.map(json))), ("own", .bool(programme.own)),
    ])
  }

  private func json(_ stage: Stage) -> JSON {
    .object([
      ("slug", .string(stage.slug.text)), ("title", .string(stage.title)),
      ("aim", .string(stage.aim)),
      (
        "plan",
        .array(
          stage.plans.map { plan in
            .object([
              ("routine", .string(plan.routine.slug.text)),
              ("daysPerWeek", .integer(plan.daysPerWeek)), ("source", .string(plan.source)),
              ("doseSource", .string(plan.routine.doseSource)),
              ("steps", .array(plan.routine.steps.map { .string($0.text) })),
            ])
          })
      ),
      ("gate", .array(stage.gate.map { json(adjust($0)) })),
      ("goals", .array(stage.goals.map { json(adjust($0)) })),
    ])
  }

  private func json(_ criterion: Criterion) -> JSON {
    .object([
      ("id", .string(criterion.id.text)), ("says", .string(criterion.says)),
      ("source", .string(sourceText(criterion.source))), ("threshold", JSON(criterion.threshold)),
      ("optional", .bool(criterion.optional)),
    ])
  }
}
