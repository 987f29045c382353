import Analytics
import Core
import Render
import Store

// How a check looks through the log.

extension CheckCommand {
  /// Looks through the log, and stores the answers and what is newly found; where the log cannot be
  /// written, what it holds is shown all the same.
  ///
  /// - Returns: what was seen, and whether anything was stored.
  func report(
    _ given: [Slug: Bool], _ safety: Safety, _ context: Context
  ) throws -> (report: CheckReport, isStored: Bool) {
    let found = try context.existingLog()
    let moment = try context.moment(at, try context.settings(found))
    let log = try given.isEmpty ? context.requiredLog() : context.log(found)
    do {
      return try log.write(context.commandRecord) {
        let (report, check) = try run(given, safety, moment, context, log)
        let saysSomething = !check.answers.isEmpty || !check.findings.isEmpty
        if saysSomething { try log.insert(check) }
        return (report, saysSomething)
      }
    } catch let error as StoreError {
      let report = try log.read { try run(given, safety, moment, context, log).report }
      // Also with --quiet: whoever answers should know that it is not kept.
      let text = "this check could not be stored: \(error.message)"
      try OutputStream.messages.write(context.style.plain(text) + "\n")
      return (report, false)
    }
  }

  /// What the log and the answers come to, and the check to be stored.
  private func run(
    _ given: [Slug: Bool], _ safety: Safety, _ moment: Moment, _ context: Context, _ log: LogStore
  ) throws -> (report: CheckReport, check: SafetyCheck) {
    let before = try ProtocolStatus(context, log)
    let open = SafetyAlert.sinceResolution(before.checks)
    let recorded = Set(open.flatMap { $0.findings.map(\.rule) })
    let flagged = safety.flags.filter { given[$0.id] == true }.map {
      SafetyCheck.Finding(rule: $0.id, evidence: Evidence(.answeredYes(on: moment.day)).sentence)
    }
    let computed = before.escalation.filter { $0.state == .met }.map {
      SafetyCheck.Finding(
        rule: $0.criterion.id, evidence: String($0.evidence.sentence.prefix(1000)))
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
      alerts: SafetyAlert.open(
        checks: before.checks + [check], safety: safety, results: before.escalation),
      criteria: before.stage?.gate ?? [])
    return (report, check)
  }
}
