import Analytics
import ArgumentParser
import Core
import Render
import Store

/// `psoas stage advance`: goes on to the next stage.
struct StageAdvanceCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "advance", under: "psoas stage",
    abstract: "Go on to the next stage.",
    usage: "psoas stage advance [--anyway] [--at <when>] [--note <text>] [<options>]",
    discussion: """
      Where the gate is not met, this asks before it goes on, or wants --anyway, and records what \
      was not met.

      Example: psoas stage advance --note 'agreed with the physiotherapist'
      """)

  @Flag(name: .customLong("anyway"), help: "Go on although the gate is not met.")
  var anyway = false

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let moment = try context.moment(details.at, try context.settings(log))
    let note = try details.checkedNote()
    // Asked before the transaction: nobody else waits for an answer.
    let asked = try log.read { try step(log, context, moment) }
    try confirm(asked.report, asked.next, context)
    let (change, rehabProtocol) = try log.write(context.commandRecord) {
      let (report, next) = try step(log, context, moment)
      let confirmed = Set(asked.report.missing.map(\.criterion.id))
      guard next.slug == asked.next.slug,
        report.rehabProtocol.slug == asked.report.rehabProtocol.slug,
        confirmed.isSuperset(of: report.missing.map(\.criterion.id))
      else {
        throw Failure("the log has changed meanwhile", hint: "look at 'psoas stage' and try again")
      }
      let change = StageTransition(
        id: context.newID(), moment: moment, kind: .advance,
        rehabProtocol: report.rehabProtocol.slug,
        stage: next.slug, unmet: report.missing.map(\.criterion.id), note: note)
      try log.insert(change)
      return (change, report.rehabProtocol)
    }
    try result.emitTransition(change, rehabProtocol, context)
  }

  private func step(
    _ log: LogStore, _ context: Context, _ moment: Moment
  ) throws -> (report: StageReport, next: Stage) {
    let protocolStatus = try ProtocolStatus(context, log, asOf: moment)
    let protocolHistory = try log.protocolHistory()
    _ = try ProtocolTransitions.present(protocolHistory)
    try ProtocolTransitions.checkOrder(protocolHistory, moment)
    try ProtocolTransitions.checkAlerts(protocolStatus)
    let report = try ProtocolTransitions.stage(protocolStatus)
    guard let next = report.next else {
      throw Failure(
        "'\(report.stage.slug)' is the last stage of '\(report.rehabProtocol.slug)'",
        hint: "stay in it, or end the protocol with 'psoas protocol stop'")
    }
    return (report, next)
  }

  private func confirm(_ report: StageReport, _ next: Stage, _ context: Context) throws {
    guard !report.isOpen, !anyway else { return }
    let missing = report.missing.map { result in
      "\(result.criterion.id) \(result.state == .unknown ? "unknown" : "not met") (\(result.evidence.sentence))"
    }
    let text = "the gate to '\(next.slug)' is not met: " + missing.joined(separator: "; ")
    guard Prompt.isPossible else {
      throw Failure(text, hint: "'psoas stage' shows it whole; --anyway goes on all the same")
    }
    try OutputStream.messages.write(context.style.plain(text) + "\n")
    guard try Prompt.yesOrNo("Go on all the same?", context, standard: false) else {
      throw Failure("not gone on", hint: "nothing was stored")
    }
  }
}
