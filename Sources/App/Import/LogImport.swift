import Analytics
import Core
import Import
import Store

/// Imports what 'psoas export' wrote: everything into an empty log, only what is new into any other.
package struct LogImport {
  /// The formats that can restore a log.
  package enum Form: String, CaseIterable {
    /// One file.
    case json
    /// A folder with one file per table.
    case tables
  }

  private let context: Context
  private let form: Form
  private let path: String

  package init(_ context: Context, form: Form, path: String) {
    (self.context, self.form, self.path) = (context, form, path)
  }

  /// Adds everything the log does not have, in one step.
  ///
  /// - Returns: what was added; with `isDry` what would be, and nothing is stored.
  /// - Throws: ``Failure`` with the place in the file, ``StoreError``.
  package func run(isDry: Bool) throws -> RestoreSummary {
    let found = try context.existingLog()
    // No log is created for a file that would be refused.
    if isDry || found == nil {
      let trial = try found ?? LogStore.temporary()
      let summary = try trial.rehearse { try add(to: trial, isDry: isDry) }
      if isDry { return summary }
    }
    let log = try context.log(found)
    return try log.write(context.commandRecord) { try add(to: log, isDry: false) }
  }

  private func add(to log: LogStore, isDry: Bool) throws -> RestoreSummary {
    var summary = RestoreSummary(file: path, isDry: isDry)
    let writer = ExportRowWriter(log)
    try read(&summary) { try writer.add($0.row, parts: $0.parts, to: $0.table) }
    return summary
  }

  private func read(
    _ summary: inout RestoreSummary, store: (ExportRecord) throws -> Bool
  ) throws {
    func take(_ record: ExportRecord) throws {
      do {
        if record.table.content == .settings {
          try SettingCheck.check(record.row, names: context.commandNames)
        }
        summary.count(record.table.entry, isNew: try store(record))
      } catch let error as InputError {
        throw Failure(
          "\(record.place): the \(record.table.noun) \(error.message)",
          hint: "correct it there; nothing was stored")
      }
    }
    do {
      switch form {
      case .json:
        guard !ImportFile.isFolder(path) else {
          throw Failure(
            "\(path.quotedPath) is a folder",
            hint: "a folder of tables is 'psoas import tables FOLDER'")
        }
        summary.isRedacted =
          try ExportJSONReader.read(
            try ImportFile.opener(path), tables: LogStore.exportTables, deliver: take
          ).isRedacted
      case .tables:
        summary.isRedacted = try ExportFolderReader.read(
          { try ImportFile.opener("\(path)/\($0)") }, tables: LogStore.exportTables,
          deliver: take
        ).isRedacted
      }
    } catch let failure as ImportFailure {
      throw Failure(failure.message, hint: failure.hint ?? "nothing was stored")
    }
  }
}
