import ArgumentParser
import Core
import Render
import Store

/// `psoas restore`: goes back to a copy of the log.
struct RestoreCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "restore",
    abstract: "Put a copy in the place of the log.",
    usage: "psoas restore [<copy>] [<options>]",
    discussion: """
      The copy is checked first, and the log as it is now is kept beside it; 'psoas undo' brings it \
      back. Without a copy, those that there are are listed.

      Example: psoas restore 2026-11-19
      Example: psoas restore /media/stick/rehab.db
      """)

  @Argument(
    help: "A name as 'psoas backup --list' shows it, or a file.", completion: .file())
  var copy: String?

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  var namedFiles: [String] { [copy].compactMap(\.self) }

  func perform(_ context: Context) throws {
    guard let copy else {
      let copies = try context.backups()
      context.note(
        copies.isEmpty
          ? "there are no copies of \(quotedPath(context.logPath)) yet"
          : "to go back to one: psoas restore \(copies[0].name)")
      try result.emit(BackupRenderer(copies), context.style)
      return
    }
    let named = try context.backups(reading: false).first { $0.name == copy }
    let restored = try LogStore.restore(
      named?.path ?? copy, to: context.logPath, context.commandRecord,
      createFolder: context.isDefaultPlace)
    try result.emitConfirmation(confirmation(restored), context)
  }

  private func confirmation(_ restored: Restoration) -> Confirmation {
    let content = restored.content
    let table = Table(
      columns: [
        Table.Column("entries", "Entries"), Table.Column("newestDay", "Newest day"),
        Table.Column("kept", "The log from before"),
      ],
      cells: [
        [
          .integer(content.entries), .optional(content.newestDay?.description),
          .optional(restored.kept),
        ]
      ])
    let before = restored.kept.map {
      "\nthe log from before lies at '\($0)' · take back: psoas undo"
    }
    return Confirmation("restored \(content.words)" + (before ?? ""), table: table)
  }
}
