import Analytics
import Core

/// The present stage, for `psoas stage`. While a warning sign is open it suggests nothing.
package struct StageRenderer: Tabular {
  private let report: StageReport
  private let alerts: [SafetyAlert]

  package init(_ report: StageReport, alerts: [SafetyAlert]) {
    self.report = report
    self.alerts = alerts
  }

  package func text(_ style: Style) -> String {
    let head = style.heading(report.place) + "\(report.duration)\n"
    guard alerts.isEmpty else {
      return style.alerts(alerts) + "\n" + head + style.paragraph(StageReport.withheld)
    }
    let aim = report.stage.aim.isEmpty ? "" : style.paragraph(report.stage.aim)
    let criteria = [
      (report.next.map { "Before \($0.slug), \($0.title):" } ?? "", report.gate),
      ("What the protocol aims at:", report.goals),
    ].filter { !$0.1.isEmpty }.map { "\n" + style.heading($0) + style.criteria($1) }
    return head + aim + "\n" + style.labelled(report.plan) + criteria.joined() + "\n"
      + style.paragraph(report.conclusion)
  }

  package var table: Table {
    Table(
      columns: CriterionResult.columns,
      cells: alerts.isEmpty ? (report.gate + report.goals).map(\.cells) : [])
  }

  package func markdown() -> String {
    let head =
      "# \(report.place)\n\n\(report.duration)\n\n" + alerts.map(\.markdown).joined()
    guard alerts.isEmpty else { return head }
    return head + Table(fields: report.plan).markdown() + "\n" + table.markdown()
      + "\n\(report.conclusion)\n"
  }

  package func json() -> JSON {
    let isShown = alerts.isEmpty
    return .object([
      ("report", .string("stage")), ("protocol", .string(report.rehabProtocol.slug.text)),
      ("stage", .string(report.stage.slug.text)), ("title", .string(report.stage.title)),
      ("number", .integer(report.number)), ("stages", .integer(report.rehabProtocol.stages.count)),
      ("since", JSON(report.since)), ("days", .integer(report.days)),
      ("next", JSON(report.next?.slug.text)), ("open", isShown ? .bool(report.isOpen) : .null),
      ("criteria", .array(isShown ? report.gate.map(\.json) : [])),
      ("goals", .array(isShown ? report.goals.map(\.json) : [])),
      ("escalation", .array(alerts.map(\.json))),
    ])
  }
}
