import ArgumentParser

/// `psoas report`: what the log shows.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report what the log shows.",
    discussion: "Example: psoas report weekly",
    subcommands: [
      WeeklyCommand.self, TrendCommand.self, RelateCommand.self, CompareCommand.self,
      FactorsCommand.self, AdherenceCommand.self, ResponseCommand.self,
      ClinicianCommand.self,
    ])
}
