import Analytics
import Core

/// A check, as `psoas check` shows it: what to do first, before anything else.
package struct CheckRenderer: Tabular {
  private let report: CheckReport

  /// A sheet.
  package init(_ report: CheckReport) { self.report = report }

  private var conclusion: String {
    guard report.alerts.isEmpty else {
      return
        "Suggestions of programmes wait until this has been seen to: psoas check --resolved NOTE"
    }
    let open = report.asked.count { $0.answer == nil }
    let asked =
      open == 0
      ? "No question was answered with yes"
      : open == report.asked.count
        ? "The questions were not answered" : "\(open) questions were not answered"
    return
      "\(asked), and no rule on the log fires. A log cannot see everything: when you are worried, "
      + "ask a doctor or a physiotherapist."
  }

  /// The check for a terminal.
  package func text(_ style: Style) -> String {
    var text = ""
    if !report.alerts.isEmpty { text += style.alerts(report.alerts) + "\n" }
    text += style.tint("From the log", .heading) + "\n"
    text += style.labelled(
      report.escalation.flatMap { result in
        [
          (
            "  " + CheckRenderer.words(result.state),
            "\(result.criterion.statement) (\(sourceText(result.criterion.source)))"
          ), ("", result.evidence.sentence),
        ]
      })
    text += "\n" + style.tint("Asked", .heading) + "\n"
    text += style.labelled(
      report.asked.map { asked in
        ("  " + (asked.answer.map { $0 ? "yes" : "no" } ?? "open"), asked.flag.question)
      })
    return text + "\n" + style.wrap(conclusion, indent: 0).map { $0 + "\n" }.joined()
  }

  /// What the state of a rule of safety means.
  private static func words(_ state: CriterionResult.State) -> String {
    switch state {
    case .met: "fires"
    case .notMet: "quiet"
    case .unknown: "unknown"
    }
  }

  package var table: Table {
    let rules = report.escalation.map { result -> [Table.Cell] in
      [
        .text("rule"), .text(result.criterion.id.text), .text(result.criterion.statement),
        .text(CheckRenderer.words(result.state)), .text(result.evidence.sentence),
        .text(sourceText(result.criterion.source)),
      ]
    }
    let asked = report.asked.map { asked -> [Table.Cell] in
      [
        .text("question"), .text(asked.flag.id.text), .text(asked.flag.question),
        .text(asked.answer.map { $0 ? "yes" : "no" } ?? "open"), .none,
        .text(asked.flag.urgency.rawValue),
      ]
    }
    return Table(
      columns: [
        Table.Column("kind", "Kind"), Table.Column("id", "Id"), Table.Column("says", "Says"),
        Table.Column("state", "State"), Table.Column("evidence", "Evidence"),
        Table.Column("source", "Source"),
      ], cells: rules + asked)
  }

  /// The check as Markdown.
  package func markdown() -> String {
    var text = "# Check\n\n"
    for alert in report.alerts {
      text += "- **\(alert.advice)** \(alert.sentence)\n"
    }
    if !report.alerts.isEmpty { text += "\n" }
    return text + table.markdown() + "\n\(conclusion)\n"
  }

  /// The check as JSON. `escalation` and `redFlags` hold what is open; `rules` and `questions` hold all.
  package func json() -> JSON {
    let flags = Set(report.asked.map(\.flag.id))
    return .object([
      ("report", .string("check")),
      ("advice", .array(report.alerts.map { .string($0.advice) })),
      ("criteria", .array(report.criteria.map(\.json))),
      (
        "escalation", .array(report.alerts.filter { !flags.contains($0.id) }.map(\.json))
      ),
      ("redFlags", .array(report.alerts.filter { flags.contains($0.id) }.map(\.json))),
      ("rules", .array(report.escalation.map(\.json))),
      (
        "questions",
        .array(
          report.asked.map { asked in
            .object([
              ("id", .string(asked.flag.id.text)), ("asks", .string(asked.flag.question)),
              ("urgency", .string(asked.flag.urgency.rawValue)),
              ("answer", asked.answer.map { .bool($0) } ?? .null),
            ])
          })
      ), ("statement", .string(conclusion)),
    ])
  }
}
