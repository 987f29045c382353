import ArgumentParser
import Core
import Render
import Store

/// `psoas list`: shows entries, newest first.
struct ListCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "list",
    abstract: "List entries, newest first.",
    usage: """
      psoas list [sessions|pain|measures|days|flares|stages|checks] [--since <day>] [--until <day>] \
      [--limit <n>]
      """,
    discussion: """
      Example: psoas list pain --since -14d
      Example: psoas list --limit 10 --format json
      """)

  /// What can be listed.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case sessions
    case pain
    case measures
    case days
    case flares
    case stages
    case checks

    var kind: EntryKind {
      switch self {
      case .sessions: .session
      case .pain: .pain
      case .measures: .measurement
      case .days: .day
      case .flares: .flare
      case .stages: .stage
      case .checks: .check
      }
    }
  }

  @Argument(help: "What to list; all of it when left out.")
  var subject: Subject?

  @Option(
    name: .customLong("since"), parsing: .unconditional,
    help: ArgumentHelp("The first day.", valueName: "day"))
  var since: String?

  @Option(
    name: .customLong("until"), parsing: .unconditional,
    help: ArgumentHelp("The last day.", valueName: "day"))
  var until: String?

  @Option(
    name: .customLong("limit"), parsing: .unconditional,
    help: ArgumentHelp("How many at the most.", valueName: "n"))
  var limit: String?

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let parser = context.whenParser(try context.settings(log))
    let first = try since.map { try parser.parseDay($0) }
    let last = try until.map { try parser.parseDay($0) }
    if let first, let last, first > last {
      throw InputError(
        "the window ends (\(last)) before it begins (\(first))",
        hint: "give --since an earlier day than --until")
    }
    let window = EntryWindow(
      since: first, until: last, limit: try limit.map { try EntryLimit.checked($0) })
    let entries = try log.read { try log.entries(of: subject?.kind, window) }
    if entries.isEmpty { context.note("no entries there") }
    let list = EntryList(entries)
    try result.emit(list, context.style)
  }
}
