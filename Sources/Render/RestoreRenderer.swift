import Analytics
import Core

/// The result of importing a psoas export, in every format.
package struct RestoreRenderer: Tabular {
  private let summary: RestoreSummary

  package init(_ summary: RestoreSummary) { self.summary = summary }

  package func text(_ style: Style) -> String {
    let added = counts(summary.added, others: summary.other.added)
    let present = counts(summary.present, others: summary.other.present)
    var lines: [String] = []
    if added.isEmpty {
      lines.append("nothing new in \(summary.file.quoted)")
    } else {
      lines.append("\(summary.isDry ? "would add" : "added") \(added.joined(separator: ", "))")
    }
    if !present.isEmpty {
      lines.append("there already, and left as it is: \(present.joined(separator: ", "))")
    }
    if summary.isRedacted {
      lines.append("notes and other free words were left out of that export")
    }
    if summary.isDry {
      lines.append("nothing was stored; without --dry-run it is")
    } else if !added.isEmpty {
      lines.append("undo: psoas undo")
    }
    return lines.flatMap { style.wrap(style.plain($0)) }.map { $0 + "\n" }.joined()
  }

  private func counts(_ counts: [EntryKind: Int], others: Int) -> [String] {
    let entries = EntryKind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \(kind.noun($0))" }
    }
    guard others > 0 else { return entries }
    return entries + [
      "\(others) setting\(others == 1 ? "" : "s") and definition\(others == 1 ? "" : "s")"
    ]
  }

  package var table: Table {
    Table(
      columns: [
        Table.Column("what", title: "What"), Table.Column("added", title: "Added", right: true),
        Table.Column("alreadyThere", title: "There already", right: true),
      ],
      cells: EntryKind.allCases.map { kind in
        [
          .text(kind.rawValue), .integer(summary.added[kind] ?? 0),
          .integer(summary.present[kind] ?? 0),
        ]
      } + [[.text("other"), .integer(summary.other.added), .integer(summary.other.present)]])
  }

  package func json() -> JSON {
    func object(_ counts: [EntryKind: Int], others: Int) -> JSON {
      .object(
        EntryKind.allCases.map { ($0.rawValue, .integer(counts[$0] ?? 0)) }
          + [("other", .integer(others))])
    }
    return .object([
      ("file", .string(summary.file)), ("dryRun", .bool(summary.isDry)),
      ("redacted", .bool(summary.isRedacted)),
      ("added", object(summary.added, others: summary.other.added)),
      ("alreadyThere", object(summary.present, others: summary.other.present)),
    ])
  }
}
