import ArgumentParser

/// `psoas report`: what the log shows.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report what the log shows.",
    discussion: "Example: psoas report weekly",
    subcommands: [
    subcommands: [
      WeeklyCommand.self, TrendCommand.self, RelateCommand.self, CompareCommand.self,
    subcommands: [
      FactorsCommand.self, AdherenceCommand.self, ResponseCommand.self,
      ,
    ])
    ])
}
