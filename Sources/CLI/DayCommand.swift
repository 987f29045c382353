import App
import ArgumentParser
import Core

/// `psoas day`: stores the factors of a day.
struct DayCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "day",
    abstract: "Log a day's exposures: sitting, sleep, walking, posture.",
    usage: "psoas day <factor=value> ... [--at <when>] [<options>]",
    discussion: """
      A value is a time (9h, 6.5h, 30m, 1h30m) or a number. A later entry for the same day adds to \
      the earlier ones; of a factor given again the later value counts.

      Example: psoas day sitting=9h sleep=6.5h posture=2 walking=30m
      Example: psoas day steps=8420 --at yesterday
      """)

  @Argument(
    help: "Factors with their values.", completion: .factors,
    transform: OptionReader.reader { try Factor($0) })
  var factors: [Factor] = []

  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: ArgumentHelp("Which day: 2026-11-20, yesterday, mon, -2d.", valueName: "when"),
    completion: .moments)
  var at: String?

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(try context.recordDay(factors, at: at))
  }
}
