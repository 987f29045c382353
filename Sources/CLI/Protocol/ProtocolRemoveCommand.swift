import ArgumentParser
import Core
import Render
import Store

/// `psoas protocol remove`: removes a routine or a protocol of the user's.
struct ProtocolRemoveCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "remove", under: "psoas protocol",
    abstract: "Remove a routine or a protocol of your own.",
    usage: "psoas protocol remove <name> [<options>]",
    discussion: """
      Its exercises stay, since sessions may name them, and so does what was logged.

      Example: psoas protocol remove my-way
      """)

  @Argument(help: "Its name in full.")
  var name: String

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let removed = try log.write(context.commandRecord) {
      let own = try log.ownDefinitions()
      guard let source = own.first(where: { $0.slug.text == name }) else {
        let names = own.map(\.slug.text)
        throw InputError(
          "you have no routine or protocol \(quoted(name))",
          hint: names.isEmpty
            ? "'psoas protocol add' adds some" : "yours are \(names.joined(separator: ", "))")
      }
      if let present = try log.protocolHistory().present, present.rehabProtocol == source.slug {
        throw Failure(
          "you follow '\(source.slug)'", hint: "end it first with 'psoas protocol stop'")
      }
      let before = try Set(context.wholeCatalogue(log).unreadable)
      try log.remove(source)
      // What else needs it would be left out from then on.
      if let orphan = try Catalogue.whole(log).unreadable.first(where: { !before.contains($0) }) {
        throw Failure("it is needed: \(orphan)", hint: "remove that first")
      }
      return source
    }
    let table = Table(
      columns: [Table.Column("kind", "Kind"), Table.Column("name", "Name")],
      cells: [[.text(removed.kind.rawValue), .text(removed.slug.text)]])
    try result.emitConfirmation(
      Confirmation("removed your \(removed.kind.rawValue) '\(removed.slug)'", table: table), context
    )
  }
}
