import Analytics
import Core

/// One protocol, for `psoas protocol show`.
package struct ProtocolDetailView: Renderable {
  private let rehabProtocol: RehabProtocol
  private let adjust: @Sendable (Criterion) -> Criterion

  /// - Parameter adjust: replaces the numbers of a criterion by the user's.
  package init(_ rehabProtocol: RehabProtocol, adjust: @escaping @Sendable (Criterion) -> Criterion)
  {
    self.rehabProtocol = rehabProtocol
    self.adjust = adjust
  }

  private var head: [(String, String)] {
    [
      ("protocol", rehabProtocol.slug.text), ("title", rehabProtocol.title),
      ("source", rehabProtocol.source),
    ]
      + (rehabProtocol.idea.isEmpty ? [] : [("idea", rehabProtocol.idea)])
      + rehabProtocol.indications.map { ("for", $0) }
      + rehabProtocol.contraindications.map { ("not for", $0) }
      + rehabProtocol.warnings.map { ("warning", $0) }
      + rehabProtocol.questions.map { question in
        ("asks first", "\(question.id): \(question.question) (\(Citation.text(question.source)))")
      }
  }

  private func fields(_ stage: Stage) -> [(String, String)] {
    var fields: [(String, String)] = []
    if !stage.aim.isEmpty { fields.append(("aim", stage.aim)) }
    for plan in stage.plans {
      fields.append(
        ("plan", "\(plan.routine.slug), \(plan.frequency) (\(Citation.text(plan.source)))"))
      fields.append(
        (
          "doses",
          plan.routine.steps.map(\.text).joined(separator: ", ")
            + " (\(Citation.text(plan.routine.doseSource)))"
        ))
    }
    for criterion in stage.gate.map(adjust) { fields.append(("gate", shown(criterion))) }
    for criterion in stage.goals.map(adjust) { fields.append(("goal", shown(criterion))) }
    return fields
  }

  private func shown(_ criterion: Criterion) -> String {
    "\(criterion.statement) (\(Citation.text(criterion.source)))"
  }

  private func title(_ index: Int, stage: Stage) -> String {
    "Stage \(index + 1) of \(rehabProtocol.stages.count), \(stage.slug): \(stage.title)"
  }

  package func text(_ style: Style) -> String {
    var text = style.labelled(head)
    for (index, stage) in rehabProtocol.stages.enumerated() {
      let lines = style.wrap(style.plain(title(index, stage: stage)))
      text += "\n" + lines.map { style.tint($0, tint: .heading) + "\n" }.joined()
      text += style.labelled(fields(stage))
    }
    return text
  }

  package func markdown() -> String {
    var text = "# \(rehabProtocol.slug)\n\n" + Table(fields: head).markdown()
    for (index, stage) in rehabProtocol.stages.enumerated() {
      text += "\n## \(title(index, stage: stage))\n\n" + Table(fields: fields(stage)).markdown()
    }
    return text
  }

  /// The protocol as CSV, one line per field.
  package func csv() -> String {
    let rows =
      head.map { ("", $0.0, $0.1) }
      + rehabProtocol.stages.flatMap { stage in fields(stage).map { (stage.slug.text, $0.0, $0.1) }
      }
    return Table(
      columns: [
        Table.Column("stage", title: "Stage"), Table.Column("field", title: "Field"),
        Table.Column("value", title: "Value"),
      ], cells: rows.map { [.text($0.0), .text($0.1), .text($0.2)] }
    ).csv()
  }

  package func json() -> JSON {
    .object([
      ("slug", .string(rehabProtocol.slug.text)), ("title", .string(rehabProtocol.title)),
      ("source", .string(rehabProtocol.source)), ("idea", .string(rehabProtocol.idea)),
      ("indications", .array(rehabProtocol.indications.map { .string($0) })),
      ("contraindications", .array(rehabProtocol.contraindications.map { .string($0) })),
      ("warnings", .array(rehabProtocol.warnings.map { .string($0) })),
      (
        "questions",
        .array(
          rehabProtocol.questions.map { question in
            .object([
              ("id", .string(question.id.text)), ("asks", .string(question.question)),
              ("advice", .string(question.advice)), ("source", .string(question.source)),
            ])
          })
      ),
      (
        "stances",
        .array(
          rehabProtocol.stances.map { stance in
            .object([
              ("topic", .string(stance.topic.text)), ("answer", .string(stance.answer)),
              ("words", .string(stance.words)),
            ])
          })
      ),
      ("stages", .array(rehabProtocol.stages.map(json))), ("own", .bool(rehabProtocol.own)),
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
      ("id", .string(criterion.id.text)), ("says", .string(criterion.statement)),
      ("source", .string(Citation.text(criterion.source))),
      ("threshold", JSON(criterion.threshold)),
      ("optional", .bool(criterion.optional)),
    ])
  }
}
