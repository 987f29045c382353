import Analytics
import Core

extension CriterionResult.State {
  /// The state for people.
  var words: String {
    switch self {
    case .met: "met"
    case .notMet: "not met"
    case .unknown: "unknown"
    }
  }
}

extension CriterionResult {
  /// The result as JSON, with the keys that scripts rely on.
  var json: JSON {
    .object([
      ("id", .string(criterion.id.text)), ("says", .string(criterion.statement)),
      ("source", .string(sourceText(criterion.source))), ("threshold", JSON(criterion.threshold)),
      ("state", .string(state.rawValue)), ("evidence", .string(evidence.sentence)),
      ("facts", evidence.facts),
      ("optional", .bool(criterion.optional)),
    ])
  }

  /// The cells of ``CriterionResult/columns``.
  var cells: [Table.Cell] {
    [
      .text(criterion.id.text), .text(criterion.statement), .text(sourceText(criterion.source)),
      .optional(criterion.threshold), .text(state.rawValue), .text(evidence.sentence),
    ]
  }

  static let columns = [
    Table.Column("id", "Criterion"), Table.Column("says", "Says"),
    Table.Column("source", "Source"), Table.Column("threshold", "Threshold", right: true),
    Table.Column("state", "State"), Table.Column("evidence", "Evidence"),
  ]
}

extension Style {
  /// Criteria with their state beside them and the evidence below.
  func criteria(_ results: [CriterionResult]) -> String {
    labelled(
      results.flatMap { result in
        [
          (
            "  " + result.state.words,
            "\(result.criterion.statement) (\(sourceText(result.criterion.source)))"
          ), ("", result.evidence.sentence),
        ]
      })
  }

  /// Concerns: what to do first, then what they are.
  func alerts(_ alerts: [SafetyAlert]) -> String {
    var text = ""
    var said: Set<String> = []
    for alert in alerts where said.insert(alert.advice).inserted {
      text += wrap(plain(alert.advice), indent: 0).map { tint($0, .pain) + "\n" }.joined()
    }
    for alert in alerts {
      let source = alert.source.map { " (\(sourceText($0)))" } ?? ""
      text += wrap(plain("- \(alert.sentence)\(source)")).map { $0 + "\n" }
        .joined()
    }
    return text
  }
}

extension SafetyAlert {
  /// Null where only the sentence was stored.
  private var facts: JSON {
    if case .computed(let evidence) = basis { return evidence.facts }
    return .null
  }

  var json: JSON {
    .object([
      ("id", .string(id.text)), ("says", .string(statement)), ("evidence", .string(evidence)),
      ("facts", facts), ("advice", .string(advice)), ("urgency", .string(urgency.rawValue)),
      ("source", JSON(source.map(sourceText))),
      ("state", .string(CriterionResult.State.met.rawValue)),
    ])
  }
}

/// The present stage, as `psoas stage` shows it.
package struct StageRenderer: Tabular {
  private let report: StageReport
  private let alerts: [SafetyAlert]

  /// A sheet; while concerns are open it suggests nothing.
  package init(_ report: StageReport, alerts: [SafetyAlert]) {
    self.report = report
    self.alerts = alerts
  }

  private var place: String {
    "\(report.rehabProtocol.slug), stage \(report.number) of \(report.rehabProtocol.stages.count): "
      + "\(report.stage.slug), \(report.stage.title)"
  }

  private var since: String {
    let days = report.days == 1 ? "1 day" : "\(report.days) days"
    return "since \(report.since.weekdayName) \(report.since), \(days)"
  }

  /// The sentence below the criteria.
  private var conclusion: String {
    guard let next = report.next else { return "This is the last stage of the protocol." }
    let met = report.gate.count { $0.state == .met }
    if report.isOpen {
      return "Nothing of the gate is missing. 'psoas stage advance' goes on to '\(next.slug)' when "
        + "you want to; this is no judgement of your back."
    }
    return "\(met) of \(report.gate.count) met. What is unknown does not count as met."
  }

  /// The stage for a terminal.
  package func text(_ style: Style) -> String {
    var text = ""
    if !alerts.isEmpty { text += style.alerts(alerts) + "\n" }
    text += style.wrap(style.plain(place)).map { style.tint($0, .heading) + "\n" }.joined()
    text += "\(since)\n"
    guard alerts.isEmpty else {
      return text
        + style.wrap(
          "What the stage asks for is not shown until this has been seen to: "
            + "psoas check --resolved NOTE", indent: 0
        ).map { $0 + "\n" }.joined()
    }
    if !report.stage.aim.isEmpty {
      text += style.wrap(style.plain(report.stage.aim), indent: 0).map { $0 + "\n" }.joined()
    }
    text += "\n" + style.labelled(plan)
    for (title, results) in sections where !results.isEmpty {
      let lines = style.wrap(style.plain(title))
      text += "\n" + lines.map { style.tint($0, .heading) + "\n" }.joined()
      text += style.criteria(results)
    }
    return text + "\n" + style.wrap(conclusion, indent: 0).map { $0 + "\n" }.joined()
  }

  private var sections: [(String, [CriterionResult])] {
    [
      (report.next.map { "Before \($0.slug), \($0.title):" } ?? "", report.gate),
      ("What the programme aims at:", report.goals),
    ]
  }

  private var plan: [(String, String)] {
    report.stage.plans.map { plan in
      (
        plan.routine.slug.text,
        "\(plan.frequency) (\(sourceText(plan.source))): "
          + plan.routine.steps.map(\.text).joined(separator: ", ")
          + " (\(sourceText(plan.routine.doseSource)))"
      )
    }
  }

  package var table: Table {
    Table(
      columns: CriterionResult.columns,
      cells: alerts.isEmpty ? (report.gate + report.goals).map(\.cells) : [])
  }

  /// The stage as Markdown.
  package func markdown() -> String {
    var text = "# \(place)\n\n\(since)\n\n"
    for alert in alerts {
      text += "- **\(alert.advice)** \(alert.sentence)\n"
    }
    guard alerts.isEmpty else { return text }
    return text + Table(fields: plan).markdown() + "\n" + table.markdown() + "\n\(conclusion)\n"
  }

  /// The stage as JSON.
  package func json() -> JSON {
    let shown = alerts.isEmpty
    return .object([
      ("report", .string("stage")), ("protocol", .string(report.rehabProtocol.slug.text)),
      ("stage", .string(report.stage.slug.text)), ("title", .string(report.stage.title)),
      ("number", .integer(report.number)), ("stages", .integer(report.rehabProtocol.stages.count)),
      ("since", .string(report.since.description)), ("days", .integer(report.days)),
      ("next", JSON(report.next?.slug.text)),
      ("open", shown ? .bool(report.isOpen) : .null),
      ("criteria", .array(shown ? report.gate.map(\.json) : [])),
      ("goals", .array(shown ? report.goals.map(\.json) : [])),
      ("escalation", .array(alerts.map(\.json))),
    ])
  }
}
