import Analytics
import Core

/// What `psoas doctor --salvage` saved and what was lost.
package struct SalvageRenderer: Renderable {
  private let salvaged: Salvaged
  private let path: String
  private let out: String

  package init(_ salvaged: Salvaged, path: String, out: String) {
    self.salvaged = salvaged
    self.path = path
    self.out = out
  }

  private var conclusion: String {
    salvaged.isWhole
      ? "Everything is there, unchanged."
      : "Check \(out) before you use it; \(path) is unchanged."
  }

  /// What was saved, in one sentence.
  private var saved: String {
    let names = SalvageRenderer.names.compactMap { table, one, several in
      salvaged.rescued.first { $0.table == table }.map {
        "\($0.rows) \($0.rows == 1 ? one : several)"
      }
    }
    return names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }

  private static let names = [
    ("session", "session", "sessions"), ("pain", "pain rating", "pain ratings"),
    ("measurement", "measurement", "measurements"), ("day_record", "day record", "day records"),
    ("flare", "flare", "flares"), ("course_change", "change of stage", "changes of stage"),
    ("safety_check", "check", "checks"), ("setting", "setting", "settings"),
  ]

  private var sections: [(String, [String])] {
    let changed = salvaged.changed.map { "entry '\($0.short)'" } + salvaged.changedLists
    let uncompared =
      salvaged.uncompared.isEmpty
      ? []
      : [
        "no checksum is left for \(salvaged.uncompared.count) of the entries: whether they are as they were "
          + "written cannot be said"
      ]
    return [
      ("Lost", salvaged.lost.map(\.sentence)),
      ("Saved, but not as it was written", changed), ("Made again", salvaged.rebuilt),
      ("Remarks", salvaged.remarks + uncompared),
    ].filter { !$0.1.isEmpty }
  }

  package func text(_ style: Style) -> String {
    let narrow = Style(width: style.width - 2, unicode: style.unicode, colour: false)
    var text = style.wrap(style.plain("Saved into \(out): \(saved)."), indent: 0)
    for (title, lines) in sections {
      text += ["", style.tint(title, tint: .heading)]
      text += lines.flatMap { narrow.wrap(style.plain($0)) }.map { "  " + $0 }
    }
    text += [""] + style.wrap(style.plain(conclusion), indent: 0)
    return text.map { $0 + "\n" }.joined()
  }

  package func markdown() -> String {
    var text = "# Salvage\n\nSaved into \(out): \(saved).\n\n"
    for (title, lines) in sections {
      text += "## \(title)\n\n" + lines.map { "- \($0)\n" }.joined() + "\n"
    }
    return text + conclusion + "\n"
  }

  /// What was lost or changed, as CSV.
  package func csv() -> String {
    let lost = salvaged.lost.map { loss -> [Table.Cell] in
      [
        .text("lost"), .text(loss.what), .optional(loss.entry?.description),
        .optional(loss.rows.map(Double.init), places: 0), .text(loss.reason),
      ]
    }
    let changed = salvaged.changed.map { id -> [Table.Cell] in
      [.text("changed"), .text("entry"), .text(id.description), .none, .none]
    }
    return Table(
      columns: [
        Table.Column("state", title: "State"), Table.Column("what", title: "What"),
        Table.Column("id", title: "Id"),
        Table.Column("rows", title: "Rows"), Table.Column("reason", title: "Reason"),
      ], cells: lost + changed
    ).csv()
  }

  package func json() -> JSON {
    .object([
      ("report", .string("salvage")), ("path", .string(path)), ("out", .string(out)),
      ("rescued", .object(salvaged.rescued.map { ($0.table, .integer($0.rows)) })),
      (
        "lost",
        .array(
          salvaged.lost.map {
            .object([
              ("what", .string($0.what)), ("id", JSON($0.entry?.description)),
              ("rows", JSON($0.rows)), ("reason", .string($0.reason)),
            ])
          })
      ),
      (
        "changed",
        .array(
          salvaged.changed.map { .string($0.description) }
            + salvaged.changedLists.map { .string($0) })
      ),
      ("uncompared", .array(salvaged.uncompared.map { .string($0.description) })),
      ("rebuilt", .array(salvaged.rebuilt.map { .string($0) })),
      ("remarks", .array(salvaged.remarks.map { .string($0) })),
    ])
  }
}

extension Salvaged.Loss {
  fileprivate var sentence: String {
    let id = entry.map { " '\($0.short)'" } ?? ""
    let size = rows.map { " (\($0) \($0 == 1 ? "row" : "rows"))" } ?? ""
    return "\(what)\(id)\(size): \(reason)"
  }
}
