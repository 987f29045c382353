import Analytics
import Core

/// The result of `psoas check`: first of all, what to do.
package struct CheckRenderer: Tabular {
  private let report: CheckReport

  package init(_ report: CheckReport) { self.report = report }

  package func text(_ style: Style) -> String {
    (report.alerts.isEmpty ? "" : style.alerts(report.alerts) + "\n")
      + style.heading("From the log")
      + style.criteria(report.escalation, label: \.safetyLabel) + "\n" + style.heading("Asked")
      + style.labelled(report.asked.map { ("  \($0.label)", $0.flag.question) }) + "\n"
      + style.paragraph(report.conclusion)
  }

  package var table: Table {
    let rules = report.escalation.map { result -> [Table.Cell] in
      [
        .text("rule"), .text(result.criterion.id.text), .text(result.criterion.statement),
        .text(result.state.safetyLabel), .text(result.evidence.sentence),
        .text(Citation.text(result.criterion.source)),
      ]
    }
    let asked = report.asked.map { asked -> [Table.Cell] in
      [
        .text("question"), .text(asked.flag.id.text), .text(asked.flag.question),
        .text(asked.label), .none, .text(asked.flag.urgency.rawValue),
      ]
    }
    return Table(
      columns: [
        Table.Column("kind", title: "Kind"), Table.Column("id", title: "Id"),
        Table.Column("says", title: "Says"),
        Table.Column("state", title: "State"), Table.Column("evidence", title: "Evidence"),
        Table.Column("source", title: "Source"),
      ], cells: rules + asked)
  }

  package func markdown() -> String {
    "# Check\n\n" + report.alerts.map(\.markdown).joined() + (report.alerts.isEmpty ? "" : "\n")
      + table.markdown() + "\n\(report.conclusion)\n"
  }

  /// `escalation` and `redFlags` list what is open; `rules` and `questions` list all.
  package func json() -> JSON {
    let flags = Set(report.asked.map(\.flag.id))
    return .object([
      ("report", .string("check")), ("advice", JSON(report.alerts.map(\.advice))),
      ("criteria", .array(report.criteria.map(\.json))),
      ("escalation", .array(report.alerts.filter { !flags.contains($0.id) }.map(\.json))),
      ("redFlags", .array(report.alerts.filter { flags.contains($0.id) }.map(\.json))),
      ("rules", .array(report.escalation.map(\.json))),
      ("questions", .array(report.asked.map(\.json))), ("statement", .string(report.conclusion)),
    ])
  }
}

extension CheckReport.Asked {
  fileprivate var json: JSON {
    .object([
      ("id", .string(flag.id.text)), ("asks", .string(flag.question)),
      ("urgency", .string(flag.urgency.rawValue)), ("answer", answer.map { .bool($0) } ?? .null),
    ])
  }
}
