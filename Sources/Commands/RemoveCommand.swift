import ArgumentParser
import LogStore
import Rendering

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
    let entry = try log.write(context.act) {
      let entry = try log.entry(named: id)
      try log.remove(entry.kind, entry.id)
      return entry
    }
    let list = EntryList([entry])
    let forms = ResultForms(
      text: { "removed \(list.text($0))" }, markdown: entry.markdown, csv: list.csv,
      json: entry.json)
    try result.emitConfirmation(forms, context)
  }
}
