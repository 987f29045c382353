import Analytics
import ArgumentParser
import Core
import Render
import Store

/// `psoas check`: when to see someone.
struct CheckCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "check",
    abstract: "Ask the red-flag questions and look through the log for reasons to see someone.",
    usage: "psoas check [--no-to-all | --yes <question> --no <question>] [--resolved <note>]",
    discussion: """
      On a terminal the questions are asked; scripts answer them by options. What is found stays open \
      until --resolved says how it was seen to. The exit status is 3 while something is open.

      Example: psoas check
      Example: psoas check --resolved 'physiotherapist, 3 November: carry on'
      """)

  @OptionGroup(title: "Answers") var answers: AnswerOptions

  @Option(
    name: .customLong("resolved"), parsing: .unconditional,
    help: ArgumentHelp("How all that is open was seen to.", valueName: "note"))
  var resolved: String?

  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: ArgumentHelp("When it was.", valueName: "when"))
  var at: String?

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let safety = try Safety()
    var given = try answers.answers(to: safety.flags.map(\.id))
    if let resolved {
      guard !answers.isGiven else {
        throw InputError(
          "--resolved and answers together", hint: "answer the questions in a check of its own")
      }
      return try resolve(try FreeText.note(resolved), context)
    }
    if !answers.isGiven, Prompt.isPossible { given = try ask(safety, context) }
    let (report, isStored): (CheckReport, Bool)
    do {
      (report, isStored) = try self.report(given, safety, context)
    } catch {
      try adviseBefore(error, given, safety, context)
      return
    }
    try result.afterwards(isStored ? "the check is stored all the same" : nil) {
      try result.emit(CheckRenderer(report), context.style, paged: false)
    }
    if !report.alerts.isEmpty { throw NeedsAttention() }
  }

  private func resolve(_ note: String, _ context: Context) throws {
    let log = try context.requiredLog()
    let moment = try context.moment(at, try context.settings(log))
    let check = SafetyCheck(id: context.newID(), moment: moment, resolution: note)
    let closed = try log.write(context.commandRecord) {
      let protocolStatus = try ProtocolStatus(context, log)
      guard !protocolStatus.alerts.isEmpty else {
        throw Failure("nothing is open", hint: "'psoas check' asks and looks")
      }
      try log.insert(check)
      return protocolStatus.alerts
    }
    let entry = LogEntry.check(check)
    let confirmation = EntryConfirmation(
      entry, remarks: ["closed: \(closed.map(\.id.text).joined(separator: ", "))"])
    try result.emitConfirmation(confirmation, context)
  }
}

/// That a command did its work and found something that wants to be seen to: exit status 3.
struct NeedsAttention: Error {}
