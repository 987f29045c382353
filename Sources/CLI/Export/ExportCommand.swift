import ArgumentParser

/// `psoas export`: writes the log for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export the log for other tools, or all of it.",
    discussion: "Example: psoas export json --output log.json",
    subcommands: [
      ExportJSONCommand.self, ExportCSVCommand.self, ExportSQLiteCommand.self,
      ExportFHIRCommand.self,
    ])
}

/// What an export leaves out.
struct RedactOptions: ParsableArguments {
  @Flag(
    name: .customLong("redact"),
    help: "Leave out what you wrote in your own words: notes, triggers, pictures, own texts.")
  var redact = false
}
