import Analytics
import Core
import Render
import Store

/// The conditions for changing a protocol or a stage.
enum ProtocolTransitions {
  /// The user's present stage.
  ///
  /// - Throws: ``Failure`` without a protocol.
  static func present(_ protocolHistory: ProtocolHistory) throws -> ProtocolHistory.StageInterval {
    if let present = protocolHistory.present { return present }
    throw Failure(
      "you follow no protocol",
      hint: "'psoas protocol list' shows them, 'psoas protocol start NAME' begins one")
  }

  /// The report on the present stage.
  ///
  /// - Throws: ``Failure`` without a protocol, or when the protocol was removed.
  static func stage(_ status: ProtocolStatus) throws -> StageReport {
    let present = try present(status.protocolHistory)
    if let stage = status.stage { return stage }
    throw Failure(
      "your stage '\(present.stage)' of '\(present.rehabProtocol)' is in no protocol of this program",
      hint: "add its file again with 'psoas protocol add FILE', or 'psoas protocol stop'")
  }

  /// Refuses a change dated before the last one: it would overlap what is recorded.
  static func checkOrder(_ protocolHistory: ProtocolHistory, moment: Moment) throws {
    guard let last = protocolHistory.changes.last, moment.utc < last.moment.utc else { return }
    let what = last.stage.map { "'\(last.rehabProtocol)' entered stage '\($0)'" }
    throw InputError(
      "\(moment.label) is before the last change: "
        + (what ?? "'\(last.rehabProtocol)' was stopped") + " on \(last.moment.label)",
      hint: "give a later --at, or remove that change with 'psoas rm \(last.id.short)'")
  }

  /// Refuses to start a protocol during another one, before the last one ended, or with an open alert.
  static func checkStart(at moment: Moment, _ context: Context, in log: LogStore) throws {
    let protocolHistory = try log.protocolHistory()
    if let present = protocolHistory.present {
      throw Failure(
        "you follow '\(present.rehabProtocol)' since \(present.start), and two at once cannot be told apart",
        hint: "end it first with 'psoas protocol stop'")
    }
    try checkOrder(protocolHistory, moment: moment)
    try checkAlerts(try ProtocolStatus(context, in: log))
  }

  /// Refuses what a protocol would suggest while an alert is open.
  static func checkAlerts(_ status: ProtocolStatus) throws {
    guard let first = status.alerts.first else { return }
    throw Failure(
      "an open warning sign blocks this: \(first.statement) (\(first.evidence))",
      hint: "\(first.advice) When it is dealt with: psoas check --resolved NOTE")
  }
}
