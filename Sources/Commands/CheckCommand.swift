import ArgumentParser
import LogStore
import Rendering
import RehabLog
import Reports

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
    let report: CheckReport
    do {
      report = try self.report(given, safety, context)
    } catch {
      try adviseBefore(error, given, safety, context)
      return
    }
    let sheet = CheckSheet(report)
    try result.emit(
      ResultForms(text: sheet.text, markdown: sheet.markdown, csv: sheet.csv, json: sheet.json),
      context.style)
    if !report.concerns.isEmpty { throw NeedsAttention() }
  }

  /// Asks all questions. What an emergency wants is said at once, since nobody should go through a list
  /// before it, and an answer given stays given when the input ends.
  private func ask(_ safety: Safety, _ context: Context) throws -> [Slug: Bool] {
    var given: [Slug: Bool] = [:]
    for flag in safety.flags {
      do {
        given[flag.id] = try Prompt.yesOrNo(flag.asks, context)
      } catch let failure as Failure {
        guard given.values.contains(true) else { throw failure }
        return given
      }
      if given[flag.id] == true, flag.urgency == .emergency {
        try Output.messages.write(context.style.plain(Concern.advice(flag.urgency)) + "\n")
      }
    }
    return given
  }

  /// Looks through the log, and stores the answers and what is newly found; where the log cannot be
  /// written, what it holds is shown all the same.
  private func report(
    _ given: [Slug: Bool], _ safety: Safety, _ context: Context
  ) throws -> CheckReport {
    let found = try context.existingLog()
    let moment = try context.moment(at, try context.settings(found))
    let log = try given.isEmpty ? context.requiredLog() : context.log(found)
    do {
      return try log.write {
        let (report, check) = try look(given, safety, moment, context, log)
        if !check.answers.isEmpty || !check.findings.isEmpty { try log.insert(check) }
        return report
      }
    } catch let error as StoreError {
      let report = try log.read { try look(given, safety, moment, context, log).report }
      context.note("this check could not be stored: \(error.message)")
      return report
    }
  }

  /// Says what the answers want although the log cannot be used.
  private func adviseBefore(
    _ error: any Error, _ given: [Slug: Bool], _ safety: Safety, _ context: Context
  ) throws {
    let yes = safety.flags.filter { given[$0.id] == true }
    guard !yes.isEmpty, let complaint = Complaint(error) else { throw error }
    let concerns = yes.map { Concern($0, evidence: "answered yes now") }
    let sheet = CheckSheet(
      CheckReport(
        asked: safety.flags.map { CheckReport.Asked(flag: $0, answer: given[$0.id]) },
        escalation: [], concerns: concerns, criteria: []))
    try result.emit(
      ResultForms(text: sheet.text, markdown: sheet.markdown, csv: sheet.csv, json: sheet.json),
      context.style)
    try Output.messages.write("this check could not be stored\n" + complaint.text)
    throw NeedsAttention()
  }

  private func look(
    _ given: [Slug: Bool], _ safety: Safety, _ moment: Moment, _ context: Context, _ log: LogStore
  ) throws -> (report: CheckReport, check: SafetyCheck) {
    let before = try Standing(context, log)
    let open = Concern.sinceResolution(before.checks)
    let recorded = Set(open.flatMap { $0.findings.map(\.rule) })
    let flagged = safety.flags.filter { given[$0.id] == true }.map {
      SafetyCheck.Finding(rule: $0.id, evidence: "answered yes on \(moment.day)")
    }
    let computed = before.escalation.filter { $0.state == .met }.map {
      SafetyCheck.Finding(rule: $0.criterion.id, evidence: String($0.evidence.prefix(1000)))
    }
    let fresh = (flagged + computed).filter { !recorded.contains($0.rule) }
    let check = SafetyCheck(
      id: context.newID(), moment: moment, answers: given, findings: fresh)
    // An earlier no says nothing about today; an earlier yes is open until it was seen to.
    let asked = safety.flags.map { flag in
      CheckReport.Asked(
        flag: flag, answer: given[flag.id] ?? (recorded.contains(flag.id) ? true : nil))
    }
    let report = CheckReport(
      asked: asked, escalation: before.escalation,
      concerns: Concern.open(
        checks: before.checks + [check], safety: safety, results: before.escalation),
      criteria: before.stage?.gate ?? [])
    return (report, check)
  }

  private func resolve(_ note: String, _ context: Context) throws {
    let log = try context.requiredLog()
    let moment = try context.moment(at, try context.settings(log))
    let check = SafetyCheck(id: context.newID(), moment: moment, resolution: note)
    let closed = try log.write {
      let standing = try Standing(context, log)
      guard !standing.concerns.isEmpty else {
        throw Failure("nothing is open", hint: "'psoas check' asks and looks")
      }
      try log.insert(check)
      return standing.concerns
    }
    let entry = LogEntry.check(check)
    let confirmation = Confirmation(
      entry, remarks: ["closed: \(closed.map(\.id.text).joined(separator: ", "))"])
    try result.emitConfirmation(
      ResultForms(
        text: confirmation.text, markdown: confirmation.markdown, csv: confirmation.csv,
        json: confirmation.json), context)
  }
}

/// That a command did its work and found something that wants to be seen to: exit status 3.
struct NeedsAttention: Error {}
