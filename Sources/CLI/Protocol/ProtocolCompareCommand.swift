import App
import ArgumentParser
import Core

/// `psoas protocol compare`: where protocols disagree.
struct ProtocolCompareCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show on which questions protocols disagree.",
    usage: "psoas protocol compare [<name> <name> ...] [<options>]",
    discussion: """
      Without names all protocols are compared. The articles contradict one another; this shows \
      where, and does not say who is right.

      Example: psoas protocol compare staged-recovery twelve-minute
      """)

  @Argument(help: "Protocols, by name or unique prefix.", completion: .protocols)
  var name: [String] = []

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(try context.compareProtocols(named: name))
  }
}
