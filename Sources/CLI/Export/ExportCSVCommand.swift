import ArgumentParser
import Core
import Import
import Render
import Store

/// `psoas export csv`: all of the log as one CSV file for each table.
struct ExportCSVCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "csv", under: "psoas export",
    abstract: "Write the whole log into a new folder, a CSV file for each table.",
    usage: "psoas export csv <folder> [--redact] [<options>]",
    discussion: """
      The headers name the units. 'psoas import tables' restores a log from the folder. \
      docs/export.md describes the files.

      Example: psoas export csv log-tables
      """)

  @Argument(
    help: "The folder that is made; it may be there when it is empty.", completion: .directory)
  var folder: String

  @OptionGroup(title: "Content") var content: RedactOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  var namedFiles: [String] { [folder] }

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let target = try NewFolder(folder)
    try OutputStream.refuse(log: context.logPath, as: folder, "the folder")
    let export = try LogExport(log, isRedacted: content.redact, context)
    try target.fill { try export.writeTables(into: $0) }
    let count = ExportFolder.files(of: LogStore.exportTables).count + 1
    let table = Table(
      columns: [Table.Column("folder", "Folder"), Table.Column("files", "Files", right: true)],
      cells: [[.text(folder), .integer(count)]])
    try result.emitConfirmation(
      Confirmation(
        "wrote \(count) files into \(quotedPath(folder)); only you can read them", table: table,
        json: .object([("folder", .string(folder)), ("files", .integer(count))])), context)
  }
}
