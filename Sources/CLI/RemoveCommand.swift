import ArgumentParser
import Core
import Render
import Store

/// `psoas rm`: removes one entry.
struct RemoveCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "rm",
    abstract: "Remove one entry.",
    usage: "psoas rm <id>|last [<options>]",
    discussion: """
      What is removed is shown. A session takes its pain before and after with it.

      Example: psoas rm last
      """)

  @Argument(help: "An id as 'psoas list' shows it, or last.")
  var id: String

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let (key, found) = try log.write(context.commandRecord) {
      let key = try log.key(named: id)
      // An entry that cannot be read can go all the same: that is often the reason.
      let found = try log.reading(key.kind, key.id)
      try log.remove(key.kind, key.id)
      return (key, found)
    }
    try result.emitConfirmation(
      RemovedEntry(try? found?.get(), kind: key.kind, id: key.id), context)
  }
}
