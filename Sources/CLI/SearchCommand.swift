import ArgumentParser
import Core
import Render
import Store

/// `psoas search`: finds entries by words.
struct SearchCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "search",
    abstract: "Find entries by words in their notes and names.",
    usage: "psoas search <text> ... [--limit <n>] [<options>]",
    discussion: """
      Notes, exercises, routines, sites, triggers, kinds of measurement, factors and protocols are \
      looked through, upper and lower case alike. Several words have to stand together.

      Example: psoas search gardening
      Example: psoas search 'long drive' --limit 5
      """)

  @Argument(help: "What to look for.")
  var text: [String]

  @Option(
    name: .customLong("limit"), parsing: .unconditional,
    help: ArgumentHelp("How many at the most; 50 when left out.", valueName: "n"))
  var limit: String?

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let words = text.joined(separator: " ")
    guard words.contains(where: { !$0.isWhitespace }) else {
      throw InputError("there is nothing to look for", hint: "give a word, such as 'gardening'")
    }
    let limit = try limit.map { try EntryLimit.checked($0) } ?? 50
    let log = try context.requiredLog()
    let entries = try log.read {
      try log.keys(holding: words, limit: limit).compactMap { try log.entry($0.kind, $0.id) }
    }
    if entries.isEmpty { context.note("no entry holds \(quoted(words))") }
    let list = EntryList(entries)
    try result.emit(list, context.style)
  }
}
