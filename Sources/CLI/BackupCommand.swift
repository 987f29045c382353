import App
import ArgumentParser
import Core
import Render

/// `psoas backup`: makes a copy of the log, or lists those that there are.
struct BackupCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Make a checked copy of the log.",
    usage: "psoas backup [<file>] [--force] | --list",
    discussion: """
      Without a file the copy goes beside the log, where psoas lays one by itself before the first \
      entry of a day. 'psoas restore' goes back to one.

      Example: psoas backup /media/stick/rehab.db
      Example: psoas backup --list
      """)

  @Argument(help: "Where the copy goes.", completion: .file())
  var file: String?

  @Flag(name: .customLong("force"), help: "Replace a file that is there.")
  var force = false

  @Flag(name: .customLong("list"), help: "List the copies beside the log, newest first.")
  var list = false

  @OptionGroup(title: "Common options") var common: CommonOptions

  var namedFiles: [String] { [file].compactMap(\.self) }

  func validate() throws {
    try OptionReader.validate {
      guard !list || (file == nil && !force) else {
        throw InputError("--list stands by itself", hint: "leave the file and --force away")
      }
      guard file != nil || !force else {
        throw InputError("--force needs a file", hint: "a copy beside the log never replaces one")
      }
    }
  }

  func perform(_ context: Context, _ output: ResultWriter) throws {
    if list { return try output.show(BackupRenderer(try context.listedBackups())) }
    try output.confirm(try context.backUp(to: file, replacing: force))
  }
}
