import ArgumentParser
import Core
import Render
import Store

/// `psoas edit`: changes an entry, by options or in an editor.
struct EditCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "edit",
    abstract: "Change an entry, by options or in your editor.",
    usage: "psoas edit <id>|last [--<field> <value> ...] [<options>]",
    discussion: """
      Without a field, VISUAL or EDITOR opens with the entry as text, a line for each value; what you \
      save is read back. An empty value takes a field away. What you do not touch stays exactly as it \
      is, and 'psoas undo' takes the change back.

      Example: psoas edit last --note 'after a long drive'
      Example: psoas edit 4f2a --score 3 --at 'yesterday 21:00'
      Example: psoas edit last
      """)

  @Argument(help: "An id as 'psoas list' shows it, or last.")
  var id: String

  @OptionGroup(title: "Fields") var fields: FieldOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    let before = try log.read { try log.entry(named: id) }
    let given = fields.given
    let catalogue = try context.wholeCatalogue(log)
    let settings = try context.settings(log)
    let reader = EntryReader(
      catalogue, MeasurementParser(own: try log.ownKinds()),
      moment: { try context.moment($0, settings) }, photo: checkedPhoto)
    func store(_ text: EntryText) throws -> Bool {
      try self.store(try reader.read(text, as: before), over: before, catalogue, log, context)
    }
    let isChanged: Bool
    if given.isEmpty {
      // Within the session, which keeps what was written until it is stored.
      isChanged = try EditorSession(before, context).run(store) ?? false
    } else {
      do {
        isChanged = try store(try before.editable.replacing(given, of: before.kind))
      } catch let error as LineError {
        throw error.error
      }
    }
    // From here on nothing may look as if it were not stored.
    let stored = (try? log.read { try log.entry(before.kind, before.id) }) ?? before
    if !isChanged { context.note("nothing was changed") }
    let confirmation = EntryConfirmation(
      stored, remarks: isChanged ? ["changed"] : [], canUndo: isChanged)
    try result.emitConfirmation(confirmation, context, isDone: isChanged)
  }

  /// Stores the entry, unless the log has changed under the editor.
  ///
  /// - Returns: whether anything is different.
  private func store(
    _ after: LogEntry, over before: LogEntry, _ catalogue: Catalogue, _ log: LogStore,
    _ context: Context
  ) throws -> Bool {
    if after.editable.lines == before.editable.lines { return false }
    try log.write(context.commandRecord) {
      guard let present = try log.entry(before.kind, before.id) else {
        throw Failure(
          "the entry '\(before.id.short)' has been removed meanwhile",
          hint: "nothing was changed; 'psoas history' shows what was done")
      }
      guard present.editable.lines == before.editable.lines else {
        throw Failure(
          "the entry '\(before.id.short)' has been changed meanwhile",
          hint: "nothing was changed; edit it again")
      }
      try EditRules.check(after, log)
      try log.replace(after, exercises: catalogue.index, newID: context.newID)
    }
    return true
  }
}
