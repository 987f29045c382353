import Analytics
import Core

/// What `psoas doctor` repaired and found.
package struct DoctorRenderer: Tabular {
  private let report: DoctorReport

  package init(_ report: DoctorReport) { self.report = report }

  /// The report for a terminal: what was repaired, what needs attention, other findings.
  package func text(_ style: Style) -> String {
    var text = ""
    if let repair = report.repair {
      text += style.tint("Done", tint: .heading) + "\n"
      text += repair.sentences.flatMap { style.indented($0) }.map { $0 + "\n" }.joined() + "\n"
    }
    for (title, findings) in [("Needs attention", report.attention), ("Notes", report.notes)]
    where !findings.isEmpty {
      text += style.tint(title, tint: .heading) + "\n"
      for finding in findings {
        text += style.labelled([
          ("  " + finding.id, finding.statement + "."),
          ("", style.pick("→ ", ascii: "-> ") + finding.advice + "."),
        ])
      }
      text += "\n"
    }
    return text
      + (style.wrap(style.plain(report.extent), indent: 0)
      + style.wrap(report.conclusion, indent: 0))
      .map { $0 + "\n" }.joined()
  }

  package var table: Table {
    Table(
      columns: [
        Table.Column("id", title: "Id"), Table.Column("severity", title: "Severity"),
        Table.Column("says", title: "Says"), Table.Column("advice", title: "Advice"),
        Table.Column("entries", title: "Entries"),
      ],
      cells: report.integrity.findings.map { finding in
        [
          .text(finding.id), .text(finding.severity.rawValue), .text(finding.statement),
          .text(finding.advice),
          .text(finding.entries.map(\.description).joined(separator: " ")),
        ]
      })
  }

  package func markdown() -> String {
    var text = "# Doctor\n\n"
    if let repair = report.repair {
      text += repair.sentences.map { "- \($0)\n" }.joined() + "\n"
    }
    if !report.integrity.findings.isEmpty { text += table.first(columns: 4).markdown() + "\n" }
    return text + report.conclusion + "\n"
  }

  /// The report as JSON; `done`, `copy` and `hindrance` only after a repair.
  package func json() -> JSON {
    var pairs: [(String, JSON)] = [
      ("report", .string("doctor")), ("path", .string(report.path)),
      ("findings", .array(report.integrity.findings.map(\.json))),
      ("checked", .array(report.integrity.checked.map { .string($0) })),
    ]
    if let repair = report.repair {
      pairs.append(("done", .array(repair.done.map { .string($0) })))
      pairs.append(("copy", JSON(repair.copy)))
      pairs.append(("hindrance", JSON(repair.hindrance)))
    }
    return .object(pairs)
  }
}

extension Diagnostic {
  fileprivate var json: JSON {
    .object([
      ("id", .string(id)), ("severity", .string(severity.rawValue)), ("says", .string(statement)),
      ("advice", .string(advice)), ("entries", .array(entries.map { .string($0.description) })),
      ("details", .array(details.map { .string($0) })),
    ])
  }
}

extension Style {
  /// A sentence wrapped, with all lines indented by two.
  fileprivate func indented(_ text: String) -> [String] {
    Style(width: width - 2, unicode: unicode, colour: false).wrap(plain(text), indent: 0)
      .map { "  " + $0 }
  }
}
