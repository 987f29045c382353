import Analytics
import Core
import Render
import Store

extension Context {
  /// The present stage and the gate to the next one, now or at an earlier moment.
  package func stageReport(at when: String?) throws -> (stage: StageReport, alerts: [SafetyAlert]) {
    let log = try requiredLog()
    let settings = try settings(log)
    let asOf = try when.map { try moment($0, settings: settings) }
    let status = try log.read { try ProtocolStatus(self, in: log, asOf: asOf) }
    return (try ProtocolTransitions.stage(status), status.alerts)
  }

  /// Advances to the next stage.
  ///
  /// - Parameter confirm: asks the user when conditions of the gate are not met; throws to stay.
  package func advanceStage(
    _ details: EntryDetails, confirm: (StageReport, Stage) throws -> Void
  ) throws -> EntryConfirmation {
    let log = try requiredLog()
    let moment = try moment(details.at, settings: try settings(log))
    // Asked before the transaction, so that no other program waits for an answer.
    let asked = try log.read { try nextStep(log, moment: moment) }
    if !asked.report.isOpen { try confirm(asked.report, asked.next) }
    return try log.write(commandRecord) {
      let (report, next) = try nextStep(log, moment: moment)
      let confirmed = Set(asked.report.missing.map(\.criterion.id))
      guard next.slug == asked.next.slug,
        report.rehabProtocol.slug == asked.report.rehabProtocol.slug,
        confirmed.isSuperset(of: report.missing.map(\.criterion.id))
      else {
        throw Failure(
          "the log has changed in the meantime", hint: "look at 'psoas stage' and try again")
      }
      let change = StageTransition(
        id: newID(), moment: moment, kind: .advance, rehabProtocol: report.rehabProtocol.slug,
        stage: next.slug, unmet: report.missing.map(\.criterion.id), note: details.note)
      try log.insert(change)
      return .transition(change, of: report.rehabProtocol)
    }
  }

  private func nextStep(
    _ log: LogStore, moment: Moment
  ) throws -> (report: StageReport, next: Stage) {
    let status = try ProtocolStatus(self, in: log, asOf: moment)
    let protocolHistory = try log.protocolHistory()
    _ = try ProtocolTransitions.present(protocolHistory)
    try ProtocolTransitions.checkOrder(protocolHistory, moment: moment)
    try ProtocolTransitions.checkAlerts(status)
    let report = try ProtocolTransitions.stage(status)
    guard let next = report.next else {
      throw Failure(
        "'\(report.stage.slug)' is the last stage of '\(report.rehabProtocol.slug)'",
        hint: "stay in it, or end the protocol with 'psoas protocol stop'")
    }
    return (report, next)
  }

  /// Goes back to the previous stage.
  package func goBackAStage(_ details: EntryDetails) throws -> EntryConfirmation {
    let log = try requiredLog()
    let moment = try moment(details.at, settings: try settings(log))
    return try log.write(commandRecord) {
      let protocolHistory = try log.protocolHistory()
      let present = try ProtocolTransitions.present(protocolHistory)
      try ProtocolTransitions.checkOrder(protocolHistory, moment: moment)
      let rehabProtocol = try wholeCatalogue(log).rehabProtocol(named: present.rehabProtocol.text)
      guard let before = rehabProtocol.stage(before: present.stage) else {
        throw Failure(
          "'\(present.stage)' is the first stage of '\(rehabProtocol.slug)'",
          hint: "end the protocol with 'psoas protocol stop'")
      }
      let change = StageTransition(
        id: newID(), moment: moment, kind: .back, rehabProtocol: rehabProtocol.slug,
        stage: before.slug, note: details.note)
      try log.insert(change)
      let isBlocked = try !ProtocolStatus(self, in: log).alerts.isEmpty
      return .transition(change, of: rehabProtocol, isBlocked: isBlocked)
    }
  }
}
