import ArgumentParser
import Core
import Render
import Store

/// `psoas stage back`: goes back to the stage before.
struct StageBackCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "back", under: "psoas stage",
    abstract: "Go back to the stage before.",
    usage: "psoas stage back [--at <when>] [--note <text>] [<options>]",
    discussion: "Example: psoas stage back --note 'pain is up again'")

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let moment = try context.moment(details.at, try context.settings(log))
    let note = try details.checkedNote()
    let (change, rehabProtocol, isHeld) = try log.write(context.commandRecord) {
      let protocolHistory = try log.protocolHistory()
      let present = try ProtocolTransitions.present(protocolHistory)
      try ProtocolTransitions.checkOrder(protocolHistory, moment)
      let rehabProtocol = try context.wholeCatalogue(log).rehabProtocol(
        named: present.rehabProtocol.text)
      guard let before = rehabProtocol.stage(before: present.stage) else {
        throw Failure(
          "'\(present.stage)' is the first stage of '\(rehabProtocol.slug)'",
          hint: "end the protocol with 'psoas protocol stop'")
      }
      let change = StageTransition(
        id: context.newID(), moment: moment, kind: .back, rehabProtocol: rehabProtocol.slug,
        stage: before.slug, note: note)
      try log.insert(change)
      return (change, rehabProtocol, !(try ProtocolStatus(context, log).alerts.isEmpty))
    }
    try result.emitTransition(change, rehabProtocol, context, isHeld: isHeld)
  }
}
