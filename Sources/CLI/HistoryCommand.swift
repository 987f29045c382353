import App
import ArgumentParser
import Core
import Render

/// `psoas history`: the commands that changed the log, and which can be undone.
struct HistoryCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show what was done to the log, newest first.",
    usage: "psoas history [--limit <n>] [--all] | --forget",
    discussion: """
      The marked line is what 'psoas undo' undoes next. --forget deletes the history: what was \
      removed from the log is then no longer anywhere in its file.

      Example: psoas history --limit 5
      Example: psoas history --forget
      """)

  @Option(
    name: .customLong("limit"), parsing: .unconditional,
    help: ArgumentHelp("How many at the most; 20 when left out.", valueName: "n"),
    transform: OptionReader.limit)
  var limit: Int?

  @Flag(name: .customLong("all"), help: "All that the log keeps.")
  var all = false

  @Flag(name: .customLong("forget"), help: "Forget all of it; nothing can be undone then.")
  var forget = false

  @OptionGroup(title: "Common options") var common: CommonOptions

  func validate() throws {
    try OptionReader.validate {
      guard !forget || (limit == nil && !all) else {
        throw InputError(
          "--forget cannot be used with --limit and --all", hint: "it concerns the whole history")
      }
      guard limit == nil || !all else {
        throw InputError("--limit and --all contradict each other", hint: "leave one of them out")
      }
    }
  }

  func perform(_ context: Context, to output: ResultWriter) throws {
    if forget {
      return try output.confirm(ForgottenHistory(count: try context.forgetHistory()))
    }
    try output.show(HistoryRenderer(try context.history(limit: all ? nil : limit ?? 20)))
  }
}
