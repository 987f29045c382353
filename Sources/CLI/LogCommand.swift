import App
import ArgumentParser
import Core

/// `psoas log`: stores one exercise session.
struct LogCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Log an exercise session.",
    usage: "psoas log [<entry> ...] [--again] [--routine <name>] [<options>]",
    discussion: """
      An entry is an exercise and its dose: 3x8, 3x20s, 2x10x2s, 6-4-2x10s, 8,8,7 or 50s, with \
      @20kg, left, right or /side, and pain=N for pain during it.

      Example: psoas log bird-dog 6-4-2x10s side-plank 3x20s/side --minutes 18
      Example: psoas log --again --after 3
      """)

  @Argument(help: "Exercises with their doses.", completion: .exercises)
  var entry: [String] = []

  @Flag(name: .customLong("again"), help: "Repeat the exercises of the last session.")
  var again = false

  @Option(
    name: .customLong("routine"), parsing: .unconditional,
    help: ArgumentHelp("Take the exercises of a routine.", valueName: "name"),
    completion: .routines)
  var routine: String?

  @Option(
    name: .customLong("minutes"), parsing: .unconditional,
    help: ArgumentHelp("How long it took.", valueName: "n"),
    transform: OptionReader.reader { try Duration(minutes: $0) })
  var minutes: Duration?

  @Option(
    name: .customLong("effort"), parsing: .unconditional,
    help: ArgumentHelp("How hard it felt, 0-10 (CR10).", valueName: "n"),
    transform: OptionReader.reader { try Effort($0) })
  var effort: Effort?

  @Option(
    name: .customLong("before"), parsing: .unconditional,
    help: ArgumentHelp("Pain before it, 0-10.", valueName: "score"),
    transform: OptionReader.score("pain before the session"))
  var before: NPRSScore?

  @Option(
    name: .customLong("after"), parsing: .unconditional,
    help: ArgumentHelp("Pain after it, 0-10.", valueName: "score"),
    transform: OptionReader.score("pain after the session"))
  var after: NPRSScore?

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let request = SessionRequest(
      entries: entry, isRepeat: again, routine: routine, duration: minutes, effort: effort,
      pain: PainAround(before: before, after: after), details: details.details)
    try output.confirm(try context.recordSession(request))
  }
}
