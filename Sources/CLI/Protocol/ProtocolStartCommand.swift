import ArgumentParser
import Core
import Render
import Store

/// `psoas protocol start`: begins a programme.
struct ProtocolStartCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "start", under: "psoas protocol",
    abstract: "Begin a programme, after the questions that come first.",
    usage:
      "psoas protocol start <name> [--no-to-all | --yes <question> --no <question>] [<options>]",
    discussion: """
      The questions are asked on a terminal; scripts answer them by options. A yes means that \
      something else comes first; when that has been seen to, --seen NOTE says so.

      Example: psoas protocol start twelve-minute
      """)

  @Argument(help: "The protocol, by name or beginning.")
  var name: String

  @OptionGroup(title: "Answers") var answers: AnswerOptions

  @Option(
    name: .customLong("seen"), parsing: .unconditional,
    help: ArgumentHelp("How a yes was seen to, kept as a note.", valueName: "text"))
  var seen: String?

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let found = try context.existingLog()
    let settings = try context.settings(found)
    let rehabProtocol = try context.wholeCatalogue(found).rehabProtocol(named: name)
    let parts = [try seen.map { try FreeText.note($0) }, try details.checkedNote()]
    let words = parts.compactMap(\.self).joined(separator: "; ")
    let note = words.isEmpty ? nil : try FreeText.note(words)
    let moment = try context.moment(details.at, settings)
    if let found {
      try found.read { try ProtocolTransitions.checkStart(rehabProtocol, moment, context, found) }
    }
    let given = try answered(rehabProtocol, context)
    let log = try context.log(found)
    let change = StageTransition(
      id: context.newID(), moment: moment, kind: .start, rehabProtocol: rehabProtocol.slug,
      stage: rehabProtocol.stages[0].slug, answers: given, note: note)
    try log.write(context.commandRecord) {
      try ProtocolTransitions.checkStart(rehabProtocol, moment, context, log)
      try log.insert(change)
    }
    try result.emitTransition(change, rehabProtocol, context)
  }

  /// The answers to all questions.
  ///
  /// - Throws: ``InputError`` when some are missing and nobody can be asked, ``Failure`` for a yes that
  ///   has not been seen to.
  private func answered(_ rehabProtocol: RehabProtocol, _ context: Context) throws -> [Slug: Bool] {
    var given = try answers.answers(to: rehabProtocol.questions.map(\.id))
    for question in rehabProtocol.questions where given[question.id] == nil {
      guard Prompt.isPossible else {
        let missing = rehabProtocol.questions.filter { given[$0.id] == nil }.map(\.id.text)
        throw InputError(
          "these questions come first: \(missing.joined(separator: ", "))",
          hint: "'psoas protocol show \(rehabProtocol.slug)' has them; answer with --yes, --no or "
            + "--no-to-all")
      }
      given[question.id] = try Prompt.yesOrNo(question.question, context)
    }
    let yes = rehabProtocol.questions.filter { given[$0.id] == true }
    guard yes.isEmpty || seen != nil else {
      throw Failure(
        "not started: yes to \(yes.map(\.id.text).joined(separator: ", "))",
        hint: yes.map(\.advice).joined(separator: " ")
          + " When that is done, begin with --seen and a note")
    }
    return given
  }
}
