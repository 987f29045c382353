import App
import ArgumentParser
import Core

/// `psoas export sqlite`: a copy for other tools.
struct ExportSQLiteCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "sqlite",
    abstract: "Write a copy of the log with views for pandas, R, Datasette and similar tools.",
    usage: "psoas export sqlite <file> [--redact] [<options>]",
    discussion: """
      The copy has the tables without the history, and views such as v_sessions and v_pain with \
      local times and units, which docs/export.md lists. It is for reading: psoas does not open \
      it as a log.

      Example: psoas export sqlite log-views.db
      """)

  @Argument(help: "The file that is made; it must not be there yet.", completion: .file())
  var file: String

  @OptionGroup(title: "Content") var content: RedactOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  var namedFiles: [String] { [file] }

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(
      try context.exportDatabase(toFile: file, isRedacted: content.redact))
  }
}
