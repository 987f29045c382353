import App
import ArgumentParser
import Core
import Render

/// `psoas stage show`: the present stage and the gate to the next one.
struct StageShowCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show your stage, and what the next one still needs with the evidence from your log.",
    usage: "psoas stage show [--at <when>] [<options>]",
    discussion: "Example: psoas stage show --at 2026-11-01")

  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: ArgumentHelp("As things stood then.", valueName: "when"), completion: .moments)
  var at: String?

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let (stage, alerts) = try context.stageReport(at: at)
    try output.show(StageRenderer(stage, alerts: alerts))
  }
}
