import App
import ArgumentParser
import Core

/// `psoas protocol start`: starts a protocol.
struct ProtocolStartCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Begin a protocol, after the questions that come first.",
    usage:
      "psoas protocol start <name> [--no-to-all | --yes <question> --no <question>] [<options>]",
    discussion: """
      The questions are asked on a terminal; scripts answer them by options. A yes means that \
      something else comes first; when that is dealt with, --seen NOTE says so.

      Example: psoas protocol start twelve-minute
      """)

  @Argument(help: "The protocol, by name or unique prefix.", completion: .protocols)
  var name: String

  @OptionGroup(title: "Answers") var answers: AnswerOptions

  @Option(
    name: .customLong("seen"), parsing: .unconditional,
    help: ArgumentHelp("How a yes was dealt with, kept as a note.", valueName: "text"),
    transform: OptionReader.note)
  var seen: String?

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let request = ProtocolRequest(
      name: name, dealtWith: seen, details: details.details)
    let ask: (String) throws -> Bool = { try Prompt.yesOrNo($0, style: output.style) }
    let confirmation = try context.startProtocol(
      request, answers: answers.answers(to:), ask: Prompt.isPossible ? ask : nil)
    try output.confirm(confirmation, done: ResultWriter.done)
  }
}
