import App
import ArgumentParser
import Core
import Render

/// `psoas backup`: makes a backup of the log, or lists the backups.
struct BackupCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Back up the log, and verify the backup.",
    usage: "psoas backup [<file>] [--force] | --list",
    discussion: """
      Without a file the backup goes next to the log, where psoas makes one by itself before the \
      first entry of a day. 'psoas restore' restores one.

      Example: psoas backup /media/stick/rehab.db
      Example: psoas backup --list
      """)

  @Argument(help: "Where to write the backup.", completion: .file())
  var file: String?

  @Flag(name: .customLong("force"), help: "Replace an existing file.")
  var force = false

  @Flag(name: .customLong("list"), help: "List the backups next to the log, newest first.")
  var list = false

  @OptionGroup(title: "Common options") var common: CommonOptions

  var namedFiles: [String] { [file].compactMap(\.self) }

  func validate() throws {
    try OptionReader.validate {
      guard !list || (file == nil && !force) else {
        throw InputError("--list is used alone", hint: "leave out the file and --force")
      }
      guard file != nil || !force else {
        throw InputError(
          "--force needs a file", hint: "a backup next to the log never replaces another")
      }
    }
  }

  func perform(_ context: Context, to output: ResultWriter) throws {
    if list { return try output.show(BackupRenderer(try context.listedBackups())) }
    try output.confirm(try context.backUp(to: file, replacing: force))
  }
}
