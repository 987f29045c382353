import Analytics
import Core
import Render
import Store

/// The result of a check for warning signs.
package struct CheckOutcome {
  package enum Storage {
    case stored
    /// No question was answered and nothing new was found.
    case nothingToStore
    /// The check could not be stored; its findings are still shown.
    case failed(StoreError)
  }

  package let report: CheckReport
  package let storage: Storage

  package var isStored: Bool {
    if case .stored = storage { true } else { false }
  }
}

extension Context {
  /// Checks the log for warning signs, and stores the answers and any new findings.
  ///
  /// - Parameter answers: the answers to the red-flag questions.
  package func check(_ answers: [Slug: Bool], at when: String?) throws -> CheckOutcome {
    let found = try existingLog()
    let moment = try moment(when, settings: try settings(found))
    let log = try answers.isEmpty ? requiredLog() : log(found)
    do {
      return try log.write(commandRecord) {
        let (report, check) = try run(answers, at: moment, in: log)
        let saysSomething = !check.answers.isEmpty || !check.findings.isEmpty
        if saysSomething { try log.insert(check) }
        return CheckOutcome(report: report, storage: saysSomething ? .stored : .nothingToStore)
      }
    } catch let error as StoreError {
      let report = try log.read { try run(answers, at: moment, in: log).report }
      return CheckOutcome(report: report, storage: .failed(error))
    }
  }

  /// The findings, and the check to store.
  private func run(
    _ answers: [Slug: Bool], at moment: Moment, in log: LogStore
  ) throws -> (report: CheckReport, check: SafetyCheck) {
    let status = try ProtocolStatus(self, in: log)
    let safety = status.safety
    let open = SafetyAlert.sinceResolution(status.checks)
    let recorded = Set(open.flatMap { $0.findings.map(\.rule) })
    let flagged = safety.flags.filter { answers[$0.id] == true }.map {
      SafetyCheck.Finding(rule: $0.id, evidence: Evidence(.answeredYes(on: moment.day)).sentence)
    }
    let computed = status.escalation.filter { $0.state == .met }.map {
      SafetyCheck.Finding(
        rule: $0.criterion.id, evidence: String($0.evidence.sentence.prefix(1000)))
    }
    let new = (flagged + computed).filter { !recorded.contains($0.rule) }
    let check = SafetyCheck(id: newID(), moment: moment, answers: answers, findings: new)
    // An earlier "no" says nothing about today. An earlier "yes" stays open until it is dealt with.
    let asked = safety.flags.map { flag in
      CheckReport.Asked(
        flag: flag, answer: answers[flag.id] ?? (recorded.contains(flag.id) ? true : nil))
    }
    let report = CheckReport(
      asked: asked, escalation: status.escalation,
      alerts: SafetyAlert.open(
        checks: status.checks + [check], safety: safety, results: status.escalation),
      criteria: status.stage?.gate ?? [])
    return (report, check)
  }

  /// Closes every open warning sign.
  ///
  /// - Parameter note: how they were dealt with.
  package func resolveAlerts(_ note: String, at when: String?) throws -> EntryConfirmation {
    let log = try requiredLog()
    let moment = try moment(when, settings: try settings(log))
    let check = SafetyCheck(id: newID(), moment: moment, resolution: note)
    let closed = try log.write(commandRecord) {
      let alerts = try ProtocolStatus(self, in: log).alerts
      guard !alerts.isEmpty else {
        throw Failure("nothing is open", hint: "'psoas check' asks and looks")
      }
      try log.insert(check)
      return alerts
    }
    return EntryConfirmation(
      .check(check), remarks: ["closed: \(closed.map(\.id.text).joined(separator: ", "))"])
  }
}

extension CheckReport {
  /// The findings from the answers alone, for when the log cannot be used; nil without a "yes".
  package static func ofAnswersAlone(_ answers: [Slug: Bool], safety: Safety) -> CheckReport? {
    let yes = safety.flags.filter { answers[$0.id] == true }
    guard !yes.isEmpty else { return nil }
    return CheckReport(
      asked: safety.flags.map { Asked(flag: $0, answer: answers[$0.id]) }, escalation: [],
      alerts: yes.map { SafetyAlert($0, basis: .computed(Evidence(.answeredYes(on: nil)))) },
      criteria: [])
  }
}
