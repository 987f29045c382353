import Analytics
import Core

extension CriterionResult {
  /// The result, with the keys that scripts rely on.
  var json: JSON {
    .object([
      ("id", .string(criterion.id.text)), ("says", .string(criterion.statement)),
      ("source", .string(Citation.text(criterion.source))),
      ("threshold", JSON(criterion.threshold)),
      ("state", .string(state.rawValue)), ("evidence", .string(evidence.sentence)),
      ("facts", evidence.facts), ("optional", .bool(criterion.optional)),
    ])
  }

  /// The cells of ``CriterionResult/columns``.
  var cells: [Table.Cell] {
    [
      .text(criterion.id.text), .text(criterion.statement), .text(Citation.text(criterion.source)),
      .optional(criterion.threshold), .text(state.rawValue), .text(evidence.sentence),
    ]
  }

  static let columns = [
    Table.Column("id", title: "Criterion"), Table.Column("says", title: "Says"),
    Table.Column("source", title: "Source"),
    Table.Column("threshold", title: "Threshold", right: true),
    Table.Column("state", title: "State"), Table.Column("evidence", title: "Evidence"),
  ]
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
      ("source", JSON(source.map(Citation.text))),
      ("state", .string(CriterionResult.State.met.rawValue)),
    ])
  }

  var markdown: String { "- **\(advice)** \(sentence)\n" }
}

extension Style {
  /// Criteria with their state, and the evidence below.
  func criteria(
    _ results: [CriterionResult], label: (CriterionResult.State) -> String = \.label
  ) -> String {
    labelled(
      results.flatMap { result in
        [
          ("  " + label(result.state), result.criterion.sourcedStatement),
          ("", result.evidence.sentence),
        ]
      })
  }

  /// Open warning signs: what to do first, then what they are.
  func alerts(_ alerts: [SafetyAlert]) -> String {
    var advice: [String] = []
    for alert in alerts where !advice.contains(alert.advice) { advice.append(alert.advice) }
    return advice.map { paragraph($0, tint: .pain) }.joined()
      + alerts.map { alert in
        let source = alert.source.map { " (\(Citation.text($0)))" } ?? ""
        return paragraph("- \(alert.sentence)\(source)", indent: 2)
      }.joined()
  }
}
