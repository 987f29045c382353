import Core
import Import
import Render
import Store

// Exports for other programs. With `isRedacted`, free text is left out.

extension Context {
  /// Writes the whole log as JSON, which an import can restore.
  package func exportJSON(isRedacted: Bool, to sink: ByteSink) throws {
    let log = try requiredLog()
    try LogExport(self, in: log, isRedacted: isRedacted).writeJSON(to: sink)
  }

  /// Writes the whole log into a new folder, one CSV file per table.
  package func exportTables(intoFolder folder: String, isRedacted: Bool) throws -> Confirmation {
    let log = try requiredLog()
    let target = try NewFolder(folder)
    try refuseReserved(folder, named: "the folder")
    let export = try LogExport(self, in: log, isRedacted: isRedacted)
    try target.fill { try export.writeTables(into: $0) }
    return .exported(ExportFolder.files(of: LogStore.exportTables).count + 1, intoFolder: folder)
  }

  /// Writes a copy of the log with views for other tools.
  package func exportDatabase(toFile file: String, isRedacted: Bool) throws -> Confirmation {
    guard !file.isEmpty else {
      throw InputError("the name of the file is empty", hint: "such as 'psoas export sqlite x.db'")
    }
    let log = try requiredLog()
    try refuseReserved(file, named: "the file")
    try log.makeViewedCopy(file, isRedacted: isRedacted)
    return .exported(toFile: file)
  }

  /// Half a year of entries at a time, so that memory use does not grow with the log.
  private static let stretch = 182

  /// Writes the entries as a FHIR bundle.
  package func exportFHIR(isRedacted: Bool, to sink: ByteSink) throws {
    let log = try requiredLog()
    try log.read {
      let settings = try settings(log)
      guard let first = try log.firstKey(), let begin = try log.firstDay(from: Day(number: 0))
      else {
        throw Failure("there is no entry to export", hint: "log something first")
      }
      var writer = FHIRWriter(
        timestamp: try moment(nil, settings: settings).iso8601, key: first,
        name: settings.clinicianName, questions: Safety().flags, isRedacted: isRedacted)
      var next: Day? = begin
      while let day = next {
        let last = day.adding(Context.stretch - 1)
        let window = EntryWindow(since: day, until: last)
        for kind in EntryKind.allCases {
          for entry in try log.entries(of: kind, window).reversed() {
            let ratings = kind == .session ? try log.ratings(of: entry.id) : []
            writer.add(entry, ratings: ratings)
            if writer.bytes.count > LogExport.piece { try sink(writer.take()) }
          }
        }
        next = try log.firstDay(from: last.adding(1))
      }
      writer.finish()
      try sink(writer.take())
    }
  }

  /// Refuses a path that is the log, one of its files, or in its backup folder.
  ///
  /// - Parameter what: the option or argument with the path.
  /// - Throws: ``InputError``.
  package func refuseReserved(_ path: String, named what: String) throws {
    guard let place = ReservedPath(path, of: logPath) else { return }
    throw InputError(
      "\(what) \(path.quotedPath) is "
        + (place == .copies ? "where psoas keeps its backups" : "the log itself"),
      hint: "give the result another file")
  }
}
