import Core

/// A list of protocols, for `psoas protocol list`.
package struct ProtocolList: Tabular {
  private let protocols: [RehabProtocol]
  private let followed: Slug?

  /// - Parameter followed: the one that the user follows.
  package init(_ protocols: [RehabProtocol], followed: Slug?) {
    self.protocols = protocols
    self.followed = followed
  }

  package var table: Table {
    Table(
      columns: [
        Table.Column("slug", title: "Protocol"),
        Table.Column("stages", title: "Stages", right: true),
        Table.Column("followed", title: "Followed"), Table.Column("title", title: "What it is"),
        Table.Column("own", title: "Yours"), Table.Column("source", title: "Source"),
      ],
      cells: protocols.map { rehabProtocol in
        [
          .text(rehabProtocol.slug.text), .integer(rehabProtocol.stages.count),
          .flag(rehabProtocol.slug == followed), .text(rehabProtocol.title),
          .flag(rehabProtocol.own),
          .text(rehabProtocol.source),
        ]
      })
  }

  package func text(_ style: Style) -> String { table.first(columns: 4).text(style) }
}
