import ArgumentParser
import Core
import Render
import Store

/// `psoas backup`: makes a copy of the log, or lists those that there are.
struct BackupCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "backup",
    abstract: "Make a checked copy of the log.",
    usage: "psoas backup [<file>] [--force] | --list",
    discussion: """
      Without a file the copy goes beside the log, where psoas lays one by itself before the first \
      entry of a day. 'psoas restore' goes back to one.

      Example: psoas backup /media/stick/rehab.db
      Example: psoas backup --list
      """)

  @Argument(help: "Where the copy is laid.", completion: .file())
  var file: String?

  @Flag(name: .customLong("force"), help: "Replace a file that is there.")
  var force = false

  @Flag(name: .customLong("list"), help: "List the copies beside the log, newest first.")
  var list = false

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  var namedFiles: [String] { [file].compactMap(\.self) }

  func perform(_ context: Context) throws {
    if list {
      guard file == nil, !force else {
        throw InputError("--list stands by itself", hint: "leave the file and --force away")
      }
      let copies = try context.backups()
      if copies.isEmpty {
        context.note("there are no copies of \(quotedPath(context.logPath)) yet")
      }
      try result.emit(BackupRenderer(copies), context.style)
      return
    }
    guard file != nil || !force else {
      throw InputError("--force needs a file", hint: "a copy beside the log never replaces one")
    }
    let log = try context.requiredLog()
    let backup = try log.backUp(to: file, at: context.commandRecord.moment, replacing: force)
    if backup.damaged > 0 {
      context.note("the copy holds the same damage as the log; run 'psoas doctor'")
    }
    try result.emitConfirmation(confirmation(backup), context)
  }

  private func confirmation(_ backup: BackupResult) -> Confirmation {
    let content = backup.content
    let table = Table(
      columns: [
        Table.Column("path", "Path"), Table.Column("bytes", "Bytes"),
        Table.Column("entries", "Entries"), Table.Column("newestDay", "Newest day"),
      ],
      cells: [
        [
          .text(backup.path), .integer(backup.bytes), .integer(content.entries),
          .optional(content.newestDay?.description),
        ]
      ])
    return Confirmation(
      "copied \(content.words), to '\(backup.path)' (\(sizeText(backup.bytes)))", table: table)
  }
}
