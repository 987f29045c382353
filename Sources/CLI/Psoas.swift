import ArgumentParser
import CBuild

/// The program. Its list of subcommands is the only registry of commands.
package struct Psoas: ParsableCommand {
  /// The version, as `--version` prints it.
  static let version = "0.2.0"

  /// The commit that was built, or an empty string.
  static let commit = String(cString: psoas_build_commit())

  /// The description for the argument parser.
  package static let configuration = CommandConfiguration(
    commandName: "psoas",
    abstract: "Keep a log of low-back rehabilitation and see what the weeks show.",
    usage: "psoas <command> [<options>]",
    discussion: """
      Exercise sessions, pain scores and hip-extension measurements go into one local file; weekly \
      reports come out. It is a diary, not a doctor.

      Example: psoas pain 4
      """,
    version: "psoas \(version)" + (commit.isEmpty ? "" : " (\(commit))"),
    subcommands: [
      InitCommand.self, LogCommand.self, PainCommand.self, MeasureCommand.self, DayCommand.self,
      StatusCommand.self, ListCommand.self, ShowCommand.self, RemoveCommand.self,
      EditCommand.self, SearchCommand.self, UndoCommand.self, RedoCommand.self, HistoryCommand.self,
      ReportCommand.self, ProtocolCommand.self, StageCommand.self, CheckCommand.self,
      FlareCommand.self, ExerciseCommand.self, RoutineCommand.self, ConfigCommand.self,
      ImportCommand.self, ExportCommand.self, BackupCommand.self, RestoreCommand.self,
      DoctorCommand.self,
    ])

  /// Required by the argument parser.
  package init() {}
}
