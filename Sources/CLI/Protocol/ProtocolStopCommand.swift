import ArgumentParser
import Core
import Render
import Store

/// `psoas protocol stop`: ends the programme that is followed.
struct ProtocolStopCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "stop", under: "psoas protocol",
    abstract: "End the programme that you follow.",
    usage: "psoas protocol stop [--at <when>] [--note <text>] [<options>]",
    discussion: "Example: psoas protocol stop --note 'changing to staged-recovery'")

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let moment = try context.moment(details.at, try context.settings(log))
    let note = try details.checkedNote()
    let change = try log.write(context.commandRecord) {
      let protocolHistory = try log.protocolHistory()
      let present = try ProtocolTransitions.present(protocolHistory)
      try ProtocolTransitions.checkOrder(protocolHistory, moment)
      let change = StageTransition(
        id: context.newID(), moment: moment, kind: .stop, rehabProtocol: present.rehabProtocol,
        stage: nil,
        note: note)
      try log.insert(change)
      return change
    }
    try result.emitTransition(change, nil, context)
  }
}
