import Analytics
import Core
import Render
import Store

/// What has to hold before a protocol or a stage changes.
enum ProtocolTransitions {
  /// The stage that the user is in.
  ///
  /// - Throws: ``Failure`` without a protocol.
  static func present(_ protocolHistory: ProtocolHistory) throws -> ProtocolHistory.StageInterval {
    if let present = protocolHistory.present { return present }
    throw Failure(
      "you follow no protocol",
      hint: "'psoas protocol list' shows them, 'psoas protocol start NAME' begins one")
  }

  /// The report on the stage that the user is in.
  ///
  /// - Throws: ``Failure`` without a protocol, or with one that is gone.
  static func stage(_ protocolStatus: ProtocolStatus) throws -> StageReport {
    let present = try present(protocolStatus.protocolHistory)
    if let stage = protocolStatus.stage { return stage }
    throw Failure(
      "your stage '\(present.stage)' of '\(present.rehabProtocol)' is in no protocol of this program",
      hint: "add its file again with 'psoas protocol add FILE', or 'psoas protocol stop'")
  }

  /// Refuses a change before the last one: it would overlap what is recorded.
  static func checkOrder(_ protocolHistory: ProtocolHistory, _ moment: Moment) throws {
    guard let last = protocolHistory.changes.last, moment.utc < last.moment.utc else { return }
    let what = last.stage.map { "'\(last.rehabProtocol)' entered stage '\($0)'" }
    throw InputError(
      "\(moment.label) lies before the last change: "
        + (what ?? "'\(last.rehabProtocol)' was stopped") + " on \(last.moment.label)",
      hint: "give a later --at, or take that change back with 'psoas rm \(last.id.short)'")
  }

  /// Refuses to begin a protocol beside another, in the past of another, or over an open concern.
  static func checkStart(
    _ rehabProtocol: RehabProtocol, _ moment: Moment, _ context: Context, _ log: LogStore
  ) throws {
    let protocolHistory = try log.protocolHistory()
    if let present = protocolHistory.present {
      throw Failure(
        "you follow '\(present.rehabProtocol)' since \(present.start), and two at once cannot be told apart",
        hint: "end it first with 'psoas protocol stop'")
    }
    try checkOrder(protocolHistory, moment)
    try checkAlerts(try ProtocolStatus(context, log))
  }

  /// Refuses what a programme would suggest while something wants to be seen to first.
  static func checkAlerts(_ protocolStatus: ProtocolStatus) throws {
    guard let first = protocolStatus.alerts.first else { return }
    throw Failure(
      "something comes first: \(first.statement) (\(first.evidence))",
      hint: "\(first.advice) When it has been seen to: psoas check --resolved NOTE")
  }
}

extension ResultOptions {
  /// Confirms a change of protocol or stage.
  ///
  /// - Parameter isHeld: whether concerns are open, so that nothing is suggested.
  func emitTransition(
    _ change: StageTransition, _ rehabProtocol: RehabProtocol?, _ context: Context,
    isHeld: Bool = false
  ) throws {
    let entry = LogEntry.stage(change)
    let stage = change.stage.flatMap { rehabProtocol?.stage($0) }
    var remarks: [String] = []
    if let rehabProtocol, let stage, let number = rehabProtocol.number(of: stage.slug) {
      remarks.append("stage \(number) of \(rehabProtocol.stages.count): \(stage.title)")
      if isHeld {
        remarks.append("something comes first, see 'psoas check'")
      } else {
        remarks += stage.plans.map { "\($0.routine.slug) \($0.frequency)" }
        remarks.append("'psoas stage' shows what the next one needs")
      }
    }
    let confirmation = EntryConfirmation(entry, remarks: remarks)
    try emitConfirmation(
      confirmation, context)
  }
}
