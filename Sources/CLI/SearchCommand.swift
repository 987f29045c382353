import App
import ArgumentParser
import Core
import Render

/// `psoas search`: finds entries by words.
struct SearchCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find entries by words in their notes and names.",
    usage: "psoas search <text> ... [--limit <n>] [<options>]",
    discussion: """
      Notes, exercises, routines, sites, triggers, kinds of measurement, factors and protocols \
      are searched, ignoring case. Several words are found as one phrase.

      Example: psoas search gardening
      Example: psoas search 'long drive' --limit 5
      """)

  @Argument(help: "What to look for.")
  var text: [String]

  @Option(
    name: .customLong("limit"), parsing: .unconditional,
    help: ArgumentHelp("How many at the most; 50 when left out.", valueName: "n"),
    transform: OptionReader.limit)
  var limit: Int?

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let entries = try context.entries(
      holding: text.joined(separator: " "),
      limit: limit ?? 50)
    try output.show(EntryList(entries))
  }
}
