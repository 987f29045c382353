import App
import ArgumentParser
import Core

/// `psoas flare start`: stores the start of a flare.
struct FlareStartCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Mark the start of a flare.",
    usage: "psoas flare start [--at <when>] [--note <text>] [<options>]",
    discussion: """
      A flare is a time of clearly more pain than usual, as you see it. Reports mark its days until \
      'psoas flare end'.

      Example: psoas flare start --at yesterday --note 'after a long drive'
      """)

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(try context.startFlare(details.details))
  }
}
