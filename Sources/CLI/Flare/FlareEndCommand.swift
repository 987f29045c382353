import App
import ArgumentParser
import Core

/// `psoas flare end`: ends the current flare.
struct FlareEndCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "Mark the end of the flare that is going on.",
    usage: "psoas flare end [--at <when>] [--note <text>] [<options>]",
    discussion: """
      A note is added to the one that the flare has.

      Example: psoas flare end --at yesterday
      """)

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.confirm(try context.endFlare(details.details))
  }
}
