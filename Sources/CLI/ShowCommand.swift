import App
import ArgumentParser
import Render

/// `psoas show`: shows one entry in full.
struct ShowCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one entry in full.",
    usage: "psoas show <id>|last [<options>]",
    discussion: """
      An id may be shortened as long as no other entry begins with it.

      Example: psoas show last
      """)

  @Argument(help: "An id as 'psoas list' shows it, or last.", completion: .entries)
  var id: String

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(try context.entry(named: id))
  }
}
