import App
import ArgumentParser
import Render

/// `psoas flare list`: the flares, newest first.
struct FlareListCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List flares with the load before, the worst pain and the recovery.",
    usage: "psoas flare list [<options>]",
    discussion: "Example: psoas flare list --format json")

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(try context.flareReport())
  }
}
