import Analytics
import Core

/// The backups of a log, newest first.
package struct BackupRenderer: Tabular {
  private let copies: [Backup]

  package init(_ copies: [Backup]) { self.copies = copies }

  package func text(_ style: Style) -> String { copies.isEmpty ? "" : shortTable.text(style) }

  package func markdown() -> String { shortTable.markdown() }

  /// The last column is cut to fit.
  private var shortTable: Table {
    Table(
      columns: [
        Table.Column("name", title: "Name"), Table.Column("made", title: "Made"),
        Table.Column("entries", title: "Entries", right: true),
        Table.Column("size", title: "Size", right: true), Table.Column("kind", title: "Kind"),
      ],
      cells: copies.map { copy in
        [
          .text(copy.name), .text(copy.made), copy.content.map { .integer($0.entries) } ?? .none,
          .text(ByteCount.text(copy.bytes)),
          .text(copy.kind.label + (copy.content == nil ? ", not readable" : "")),
        ]
      })
  }

  package var table: Table {
    Table(
      columns: [
        Table.Column("name", title: "Name"), Table.Column("made", title: "Made"),
        Table.Column("kind", title: "Kind"),
        Table.Column("entries", title: "Entries"), Table.Column("newestDay", title: "Newest day"),
        Table.Column("bytes", title: "Bytes"), Table.Column("path", title: "Path"),
      ],
      cells: copies.map { copy in
        [
          .text(copy.name), .text(copy.made), .text(copy.kind.rawValue),
          copy.content.map { .integer($0.entries) } ?? .none,
          .optional(copy.content?.newestDay?.description), .integer(copy.bytes), .text(copy.path),
        ]
      })
  }
}

extension Backup.Kind {
  /// The kind as shown to people.
  var label: String {
    switch self {
    case .daily, .weekly, .monthly: rawValue
    case .ahead: "dated ahead"
    case .byHand: "by hand"
    case .beforeUpgrade: "before upgrade"
    case .beforeRestore: "before restore"
    }
  }
}

/// File sizes.
package enum ByteCount {
  /// A size for people, in powers of 1000: `812 KB`, `1.4 MB`.
  package static func text(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\((bytes + 999) / 1000) KB" : "\((Double(bytes) / 1_000_000).text(places: 1)) MB"
  }
}

extension Backup.Content {
  /// The content in words: `12 entries, the newest of Fri 2026-11-20`.
  package var summary: String {
    "\(entries) entr\(entries == 1 ? "y" : "ies")"
      + (newestDay.map { ", the newest of \($0.weekdayName) \($0)" } ?? "")
  }
}
