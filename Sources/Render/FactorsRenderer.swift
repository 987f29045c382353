import Analytics
import Core

extension FactorsReport: Sectioned, Pictured {
  package var sections: [TextSection] {
    [.heading(heading)] + (rows.isEmpty ? [] : [.table(table)]) + [.statements(statements)]
  }

  /// The report as CSV, one line per candidate.
  package func csv() -> String {
    Table(
      columns: ["name", "kind", "pairs", "tauB", "p", "holmP"].map { Table.Column($0, title: $0) },
      cells: rows.map { row in
        [
          .text(row.candidate.name.text), .text(row.candidate.kind.rawValue), .integer(row.pairs),
          .optional(row.tauB), .optional(row.p), .optional(row.holmP),
        ]
      }
    ).csv()
  }

  package func json() -> JSON {
    .object([
      ("report", .string("factors")), ("series", .string(outcome.series.name)),
      ("by", .string(outcome.step.rawValue)), ("lag", .integer(1)),
      ("needed", .integer(FactorsReport.fewestPairs)),
      (
        "factors",
        .array(
          rows.map { row in
            .object([
              ("name", .string(row.candidate.name.text)),
              ("kind", .string(row.candidate.kind.rawValue)), ("pairs", .integer(row.pairs)),
              ("tauB", JSON(row.tauB)), ("p", JSON(row.p)), ("holmP", JSON(row.holmP)),
              ("clear", .bool(row.isClear)),
            ])
          })
      ), ("tests", .integer(tests)), ("leftOutFlares", JSON(outcome.leftOut?.count)),
      ("statement", .string(statement)),
    ])
  }

  var heading: String {
    "Exercises and factors against \(outcomeText), "
      + "\(outcome.window.lowerBound) to \(outcome.window.upperBound)"
  }

  var table: Table {
    Table(
      columns: [
        Table.Column("pairs", title: "Pairs", right: true),
        Table.Column("tauB", title: "tau-b", right: true),
        Table.Column("p", title: "p", right: true),
        Table.Column("holmP", title: "p (Holm)", right: true),
        Table.Column("kind", title: "Kind"), Table.Column("name", title: "Name"),
      ],
      cells: rows.map { row in
        [
          .integer(row.pairs), .optional(row.tauB.map(Phrase.correlation)),
          .optional(row.p.map(Phrase.pCell)),
          .optional(row.holmP.map(Phrase.pCell)), .text(row.candidate.kind.rawValue),
          .text(row.candidate.name.text),
        ]
      })
  }
}
