import App
import ArgumentParser
import Render

/// `psoas export json`: the whole log in one file, which an import can restore.
struct ExportJSONCommand: PsoasCommand {
  static let formats: [OutputFormat] = [.json]

  static let configuration = CommandConfiguration(
    commandName: "json",
    abstract: "Write the whole log as JSON, which 'psoas import json' can restore.",
    usage: "psoas export json [--output <file>] [--redact] [<options>]",
    discussion: """
      Everything except the history is exported, exactly as stored. The same log always gives \
      the same bytes, except for the time of the export. docs/export.md describes the format.

      Example: psoas export json --output log.json
      Example: psoas export json --redact | jq '.pain | length'
      """)

  @OptionGroup(title: "Content") var content: RedactOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.stream { try context.exportJSON(isRedacted: content.redact, to: $0) }
  }
}
