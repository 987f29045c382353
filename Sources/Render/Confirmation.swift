/// What a command did: a sentence for people, and a table for programs.
package struct Confirmation: Tabular {
  private let message: String
  private let isWrapped: Bool
  package let table: Table
  private let object: JSON?

  /// - Parameters:
  ///   - message: without a line end.
  ///   - table: one row for each thing that was created, changed or removed.
  ///   - json: used instead of the table's rows.
  ///   - isWrapped: whether the message is wrapped, which a message with a path must not be.
  package init(
    _ message: String, table: Table, json: JSON? = nil, isWrapped: Bool = false
  ) {
    (self.message, self.isWrapped, self.table, object) = (message, isWrapped, table, json)
  }

  package func text(_ style: Style) -> String {
    let message = style.plain(self.message)
    return (isWrapped ? style.wrap(message) : [message]).map { $0 + "\n" }.joined()
  }

  package func json() -> JSON { object ?? table.json() }
}
