import Analytics
import Core
import Store

/// The user's protocol and stage, and what the log says about them.
struct ProtocolStatus {
  let today: Day
  let settings: Settings
  let catalogue: Catalogue
  let protocolHistory: ProtocolHistory
  let adherence: Adherence
  let safety: Safety
  let checks: [SafetyCheck]
  /// The safety rules, applied to what was entered since everything was last dealt with.
  let escalation: [CriterionResult]
  /// What must be dealt with before a protocol goes on.
  let alerts: [SafetyAlert]
  /// The present stage; nil without a protocol, or when the protocol was removed.
  let stage: StageReport?
  /// Yesterday's sessions, oldest first, while no morning rating answers them.
  let waiting: [Session]

  /// Reads it from one consistent state of the log, now or at a past moment. Alerts are always as of now.
  init(_ context: Context, in log: LogStore, asOf moment: Moment? = nil) throws {
    settings = try context.settings(log)
    let present = context.today(settings)
    today = moment?.day ?? present
    catalogue = try context.wholeCatalogue(log)
    let whole = try log.protocolHistory()
    // The clock of another device may have been a little ahead, so the present has no upper limit.
    let end = moment?.utc ?? Int.max
    protocolHistory = ProtocolHistory(whole.changes.filter { $0.moment.utc <= end }).clamped(
      to: today)
    checks = try log.safetyChecks()
    safety = Safety()
    let inputs = try GateInputs(
      log, today: today, protocolHistory: protocolHistory, settings: settings,
      catalogue: catalogue, safety: safety, checks: checks)
    adherence = inputs.adherence
    waiting = inputs.waiting
    let now =
      moment == nil
      ? inputs
      : try GateInputs(
        log, today: present, protocolHistory: whole.clamped(to: present), settings: settings,
        catalogue: catalogue, safety: safety, checks: checks)
    let settings = settings
    escalation = safety.rules.map {
      settings.adjusted($0, prefix: "check").result(on: now.safetyContext)
    }
    alerts = SafetyAlert.open(checks: checks, safety: safety, results: escalation)
    stage = ProtocolStatus.stage(
      protocolHistory, catalogue: catalogue, gateContext: inputs.gateContext, settings: settings)
  }

  private static func stage(
    _ protocolHistory: ProtocolHistory, catalogue: Catalogue, gateContext: GateContext,
    settings: Settings
  ) -> StageReport? {
    guard let interval = protocolHistory.present,
      let (rehabProtocol, stage) = catalogue.stage(in: interval)
    else { return nil }
    return StageReport(rehabProtocol, stage: stage, context: gateContext, since: interval.start) {
      settings.adjusted($0, prefix: "gate")
    }
  }
}
