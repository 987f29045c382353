import App
import ArgumentParser
import Core
import Render

/// `psoas restore`: restores the log from a backup.
struct RestoreCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Restore the log from a backup.",
    usage: "psoas restore [<copy>] [<options>]",
    discussion: """
      The backup is checked first, and the present log is kept next to it; 'psoas undo' brings \
      it back. Without a name, the backups are listed.

      Example: psoas restore 2026-11-19
      Example: psoas restore /media/stick/rehab.db
      """)

  @Argument(
    help: "A name as 'psoas backup --list' shows it, or a file.", completion: .file())
  var copy: String?

  @OptionGroup(title: "Common options") var common: CommonOptions

  var namedFiles: [String] { [copy].compactMap(\.self) }

  func perform(_ context: Context, to output: ResultWriter) throws {
    guard let copy else {
      let backups = try context.listedBackups { "to go back to one: psoas restore \($0)" }
      return try output.show(BackupRenderer(backups))
    }
    try output.confirm(try context.restore(copy))
  }
}
