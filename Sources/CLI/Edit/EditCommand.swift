import App
import ArgumentParser
import Core

/// `psoas edit`: changes an entry, by options or in an editor.
struct EditCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change an entry, by options or in your editor.",
    usage: "psoas edit <id>|last [--<field> <value> ...] [<options>]",
    discussion: """
      Without a field, VISUAL or EDITOR opens with the entry as text, a line for each value; what you \
      save is read back. An empty value takes a field away. What you do not touch stays exactly as it \
      is, and 'psoas undo' reverts the change.

      Example: psoas edit last --note 'after a long drive'
      Example: psoas edit 4f2a --score 3 --at 'yesterday 21:00'
      Example: psoas edit last
      """)

  @Argument(help: "An id as 'psoas list' shows it, or last.", completion: .entries)
  var id: String

  @OptionGroup(title: "Fields") var fields: FieldOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let editor = try EntryEditor(context, entry: id, photo: PhotoPath.resolve(_:))
    let given = fields.given
    // Inside the editor session, which keeps the text until it is stored.
    let isChanged =
      try given.isEmpty
      ? EditorSession(editor.before, style: output.style).run { try editor.store($0) } ?? false
      : editor.store(given)
    try output.confirm(
      editor.confirmation(isChanged: isChanged), done: isChanged ? ResultWriter.done : nil)
  }
}
