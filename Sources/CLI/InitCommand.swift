import ArgumentParser
import Core
import Render
import Store

/// `psoas init`: makes an empty log.
struct InitCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "init",
    abstract: "Make an empty log.",
    usage: "psoas init [--db <path>] [<options>]",
    discussion: """
      Not needed: the first entry makes the log too. A log that is there stays as it is. \
      psoas lays copies of it into a folder beside it, whose name ends in .backups.

      Example: psoas init --db ~/rehab.db
      """)

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let there = try context.existingLog() != nil
    if !there { _ = try LogStore.create(context.logPath, createFolder: context.isDefaultPlace) }
    let path = context.logPath
    let table = Table(
      columns: [Table.Column("path", "Path"), Table.Column("created", "Made now")],
      cells: [[.text(path), .flag(!there)]])
    let message =
      there
      ? "there is a log at \(quotedPath(path)) already; nothing was changed"
      : "made an empty log at \(quotedPath(path)); begin with 'psoas pain 4' or 'psoas log …'"
    let json = JSON.object([("path", .string(path)), ("created", .bool(!there))])
    try result.emitConfirmation(
      Confirmation(message, table: table, json: json), context, isDone: !there)
  }
}
