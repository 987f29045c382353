import Analytics
import Core
import Store

/// Where the user stands: protocol, stage and what the log says about them. Read in one state of the log.
struct ProtocolStatus {
  let today: Day
  let settings: Settings
  let catalogue: Catalogue
  let protocolHistory: ProtocolHistory
  let adherence: Adherence
  let safety: Safety
  let checks: [SafetyCheck]
  /// The rules of safety on what the log holds since all was last seen to.
  let escalation: [CriterionResult]
  /// What should be seen to before a programme goes on.
  let alerts: [SafetyAlert]
  /// The stage that the user is in; nil without a protocol, or with one that is gone.
  let stage: StageReport?
  /// The sessions of yesterday, oldest first, when no morning rating answers them yet.
  let waiting: [Session]

  /// Reads where the user stands, now or at a moment of the past. What should be seen to is always as of
  /// now.
  init(_ context: Context, _ log: LogStore, asOf moment: Moment? = nil) throws {
    settings = try context.settings(log)
    let present = context.whenParser(settings).present.day
    today = moment?.day ?? present
    catalogue = try context.wholeCatalogue(log)
    let whole = try log.protocolHistory()
    // A clock that another device set may be a little ahead, so the present has no end.
    let end = moment?.utc ?? Int.max
    protocolHistory = ProtocolHistory(whole.changes.filter { $0.moment.utc <= end }).clamped(
      to: today)
    checks = try log.safetyChecks()
    safety = try Safety()
    let evidence = try GateInputs(log, today, protocolHistory, settings, catalogue, safety, checks)
    adherence = evidence.adherence
    waiting = evidence.waiting
    let now =
      moment == nil
      ? evidence
      : try GateInputs(
        log, present, whole.clamped(to: present), settings, catalogue, safety, checks)
    let settings = settings
    escalation = safety.rules.map { settings.adjusted($0, "check").result(on: now.safetyContext) }
    alerts = SafetyAlert.open(checks: checks, safety: safety, results: escalation)
    stage = ProtocolStatus.stage(protocolHistory, catalogue, evidence.gateContext, settings)
  }

  private static func stage(
    _ protocolHistory: ProtocolHistory, _ catalogue: Catalogue, _ facts: GateContext,
    _ settings: Settings
  ) -> StageReport? {
    guard let stageInterval = protocolHistory.present,
      let rehabProtocol = catalogue.protocols.first(where: {
        $0.slug == stageInterval.rehabProtocol
      }),
      let stage = rehabProtocol.stage(stageInterval.stage)
    else { return nil }
    return StageReport(rehabProtocol, stage, facts, since: stageInterval.start) {
      settings.adjusted($0, "gate")
    }
  }
}
