import Analytics
import App
import ArgumentParser
import Core
import Render

/// `psoas stage advance`: advances to the next stage.
struct StageAdvanceCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "advance",
    abstract: "Go on to the next stage.",
    usage: "psoas stage advance [--anyway] [--at <when>] [--note <text>] [<options>]",
    discussion: """
      If the gate is not met, this asks first or needs --anyway, and records what was not met.

      Example: psoas stage advance --note 'agreed with the physiotherapist'
      """)

  @Flag(name: .customLong("anyway"), help: "Go on although the gate is not met.")
  var anyway = false

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let confirmation = try context.advanceStage(details.details) { report, next in
      if !anyway { try confirm(report, next: next, to: output) }
    }
    try output.confirm(confirmation, done: ResultWriter.done)
  }

  private func confirm(_ report: StageReport, next: Stage, to output: ResultWriter) throws {
    let text = report.unmetGate(to: next)
    guard Prompt.isPossible else {
      throw Failure(text, hint: "'psoas stage' shows all of it; --anyway advances without it")
    }
    try output.tell(text)
    guard try Prompt.yesOrNo("Go on anyway?", style: output.style, standard: false) else {
      throw Failure("the stage was not changed", hint: "nothing was stored")
    }
  }
}
