import App
import ArgumentParser
import Core
import Render

/// `psoas check`: checks for warning signs, and says when to see someone.
struct CheckCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Ask the red-flag questions and look through the log for reasons to see someone.",
    usage: "psoas check [--no-to-all | --yes <question> --no <question>] [--resolved <note>]",
    discussion: """
      On a terminal the questions are asked; scripts answer them by options. What is found stays open \
      until --resolved says how it was dealt with. The exit status is 3 while something is open.

      Example: psoas check
      Example: psoas check --resolved 'physiotherapist, 3 November: carry on'
      """)

  @OptionGroup(title: "Answers") var answers: AnswerOptions

  @Option(
    name: .customLong("resolved"), parsing: .unconditional,
    help: ArgumentHelp("How all that is open was dealt with.", valueName: "note"),
    transform: OptionReader.note)
  var resolved: String?

  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: ArgumentHelp("When it was.", valueName: "when"), completion: .moments)
  var at: String?

  @OptionGroup(title: "Common options") var common: CommonOptions

  func validate() throws {
    try OptionReader.validate {
      guard resolved == nil || !answers.isGiven else {
        throw InputError(
          "--resolved and answers together", hint: "answer the questions in a check of its own")
      }
    }
  }

  func perform(_ context: Context, to output: ResultWriter) throws {
    let safety = Safety()
    var given = try answers.answers(to: safety.flags.map(\.id))
    if let resolved {
      return try output.confirm(
        try context.resolveAlerts(resolved, at: at), done: ResultWriter.done)
    }
    if !answers.isGiven, Prompt.isPossible { given = try ask(safety, style: output.style) }
    let outcome: CheckOutcome
    do {
      outcome = try context.check(given, at: at)
    } catch {
      return try adviseBefore(error, given: given, safety: safety, to: output)
    }
    if case .failed(let error) = outcome.storage {
      // Also with --quiet: whoever answered should know that the answers are not stored.
      try output.tell("this check could not be stored: \(error.message)")
    }
    try output.afterwards(outcome.isStored ? "the check was stored" : nil) {
      try output.show(CheckRenderer(outcome.report), isPaged: false)
    }
    if !outcome.report.alerts.isEmpty { throw NeedsAttention() }
  }
}

/// The command did its work and found something to act on: exit status 3.
struct NeedsAttention: Error {}
