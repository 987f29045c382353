import App
import ArgumentParser
import Core
import Render

/// `psoas list`: lists entries, newest first.
struct ListCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
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
  enum Subject: String, NamedChoice {
    static let what = "kind of entry"

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

  @Argument(
    help: "What to list; all of it when left out.", completion: .list(Subject.names),
    transform: OptionReader.choice())
  var subject: Subject?

  @Option(
    name: .customLong("since"), parsing: .unconditional,
    help: ArgumentHelp("The first day.", valueName: "day"), completion: .moments)
  var since: String?

  @Option(
    name: .customLong("until"), parsing: .unconditional,
    help: ArgumentHelp("The last day.", valueName: "day"), completion: .moments)
  var until: String?

  @Option(
    name: .customLong("limit"), parsing: .unconditional,
    help: ArgumentHelp("How many at the most.", valueName: "n"),
    transform: OptionReader.limit)
  var limit: Int?

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let entries = try context.entries(
      of: subject?.kind, since: since, until: until, limit: limit)
    try output.show(EntryList(entries))
  }
}
