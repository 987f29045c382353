import Core
import Render
import Store

/// An entry being edited. It keeps the entry as it was read: if the log has changed in the meantime, nothing
/// is stored.
package struct EntryEditor {
  package let before: LogEntry
  private let context: Context
  private let log: LogStore
  private let catalogue: Catalogue
  private let reader: EntryReader

  /// - Parameters:
  ///   - id: as for ``LogStore/entry(named:)``.
  ///   - photo: checks the path of a picture and makes it absolute.
  package init(
    _ context: Context, entry id: String, photo: @escaping (String) throws -> String
  ) throws {
    self.context = context
    log = try context.requiredLog()
    let log = log
    before = try log.read { try log.entry(named: id) }
    catalogue = try context.wholeCatalogue(log)
    let settings = try context.settings(log)
    reader = EntryReader(
      catalogue, measurements: MeasurementParser(own: try log.ownKinds()),
      moment: { try context.moment($0, settings: settings) }, photo: photo)
  }

  /// Stores the entry with these fields replaced. An empty value removes the field.
  ///
  /// - Returns: whether anything changed.
  package func store(_ fields: [(field: EntryField, values: [String])]) throws -> Bool {
    do {
      return try store(try before.editable.replacing(fields, of: before.kind))
    } catch let error as LineError {
      throw error.error
    }
  }

  /// Stores the entry parsed from a text.
  ///
  /// - Returns: whether anything changed.
  /// - Throws: ``LineError`` with the line that cannot be read; ``InputError``, ``Failure``, ``StoreError``.
  package func store(_ text: EntryText) throws -> Bool {
    let after = try reader.read(text, as: before)
    if after.editable.lines == before.editable.lines { return false }
    try log.write(context.commandRecord) {
      guard let present = try log.entry(before.kind, id: before.id) else {
        throw Failure(
          "the entry '\(before.id.short)' has been removed in the meantime",
          hint: "nothing was changed; 'psoas history' shows what was done")
      }
      guard present.editable.lines == before.editable.lines else {
        throw Failure(
          "the entry '\(before.id.short)' has been changed in the meantime",
          hint: "nothing was changed; edit it again")
      }
      try EditRules.check(after, in: log)
      try log.replace(after, exercises: catalogue.index, newID: context.newID)
    }
    return true
  }

  /// The closing message. Reading it must not fail, or a stored entry would look as if it were lost.
  package func confirmation(isChanged: Bool) -> EntryConfirmation {
    let stored = (try? log.read { try log.entry(before.kind, id: before.id) }) ?? before
    if !isChanged { context.note("nothing was changed") }
    return EntryConfirmation(stored, remarks: isChanged ? ["changed"] : [], canUndo: isChanged)
  }
}
