import App
import ArgumentParser
import Core
import Import

/// `psoas export csv`: the whole log as CSV, one file per table.
struct ExportCSVCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Write the whole log into a new folder, one CSV file per table.",
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
  @OptionGroup(title: "Common options") var common: CommonOptions

  var namedFiles: [String] { [folder] }

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(
      try context.exportTables(intoFolder: folder, isRedacted: content.redact))
  }
}
