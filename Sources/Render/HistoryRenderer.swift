import Core

/// The commands that changed the log, newest first.
package struct HistoryRenderer: Tabular {
  /// The operations, in display order.
  package let operations: [RecordedOperation]

  package init(_ operations: [RecordedOperation]) { self.operations = operations }

  /// One line per command; the next one to undo is marked.
  package func text(_ style: Style) -> String {
    let next = operations.first { $0.state == .done }.flatMap { $0.isKept ? $0.number : nil }
    let width = operations.map { String($0.number).count }.max() ?? 1
    return operations.map { operation in
      let mark = operation.number == next ? style.pick("→", ascii: ">") : " "
      let number = Style.pad(String(operation.number), to: width, right: true)
      let state = operation.state.label
      let what = ([operation.oneLine, operation.entries.text] + [state])
        .compactMap { $0 }.joined(separator: style.pick(" · ", ascii: " | "))
      let when = Style.pad(operation.commandRecord.moment.label, to: 20, right: false)
      return style.cut("\(mark) \(number)  \(when)  \(style.plain(what))", to: style.width) + "\n"
    }.joined()
  }

  package func json() -> JSON {
    .array(
      operations.map { operation in
        .object([
          ("number", .integer(operation.number)),
          ("at", .string(operation.commandRecord.moment.iso8601)),
          ("command", .string(operation.commandRecord.command)),
          ("state", .string(operation.state.rawValue)),
          ("added", .integer(operation.entries.added)),
          ("changed", .integer(operation.entries.changed)),
          ("removed", .integer(operation.entries.removed)),
          ("canBeTakenBack", .bool(operation.state == .done && operation.isKept)),
        ])
      })
  }

  package var table: Table {
    Table(
      columns: [
        Table.Column("number", title: "No."), Table.Column("at", title: "At"),
        Table.Column("command", title: "Command"), Table.Column("state", title: "State"),
        Table.Column("added", title: "Added"), Table.Column("changed", title: "Changed"),
        Table.Column("removed", title: "Removed"),
      ],
      cells: operations.map { operation in
        [
          .integer(operation.number), .text(operation.commandRecord.moment.iso8601),
          .text(operation.commandRecord.command), .text(operation.state.rawValue),
          .integer(operation.entries.added), .integer(operation.entries.changed),
          .integer(operation.entries.removed),
        ]
      })
  }
}

/// The commands that were undone or redone.
package struct UndoneOperations: Renderable {
  private let history: HistoryRenderer
  private let verb: String

  /// - Parameter verb: what was done with them, in the past tense.
  package init(_ operations: [RecordedOperation], verb: String) {
    (history, self.verb) = (HistoryRenderer(operations), verb)
  }

  package func text(_ style: Style) -> String {
    history.operations.map { operation in
      let entries = operation.entries.text.map { " (\($0))" } ?? ""
      return style.wrap(
        style.plain(
          "\(verb) '\(operation.oneLine)' of \(operation.commandRecord.moment.label)\(entries)"),
        indent: 0
      ).map { $0 + "\n" }.joined()
    }.joined()
  }

  package func markdown() -> String { history.markdown() }
  package func csv() -> String { history.csv() }
  package func json() -> JSON { history.json() }
}

/// Says that nothing is left to undo.
package struct ForgottenHistory: Renderable {
  private let count: Int

  package init(count: Int) { self.count = count }

  package func text(_ style: Style) -> String { markdown() }
  package func markdown() -> String {
    "forgot \(count) command\(count == 1 ? "" : "s"); nothing can be undone now\n"
  }
  package func csv() -> String { "forgotten\n\(count)\n" }
  package func json() -> JSON { .object([("forgotten", .integer(count))]) }
}

extension RecordedOperation {
  /// The command without the line breaks of its notes.
  fileprivate var oneLine: String {
    commandRecord.command.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension EntryCounts {
  /// The counts in words, such as '2 entries added'; nil when no entry changed.
  fileprivate var text: String? {
    let parts = [(added, "added"), (changed, "changed"), (removed, "removed")]
      .filter { $0.0 > 0 }
    guard let first = parts.first else { return nil }
    let head = "\(first.0) \(first.0 == 1 ? "entry" : "entries") \(first.1)"
    return ([head] + parts.dropFirst().map { "\($0.0) \($0.1)" }).joined(separator: ", ")
  }
}

extension RecordedOperation.State {
  fileprivate var label: String? {
    switch self {
    case .done: nil
    case .undone: "undone"
    case .final: "undone for good"
    }
  }
}
