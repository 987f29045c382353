import Interchange
import LogStore
import RehabLog
import Reports

/// Reads a file, or the files of a folder, as often as it is asked to.
struct FileReader {
  let form: Format
  let path: String
  private let options: ImportOptions
  private let files: [NamedSource]
  private let open: ByteOpener?

  /// - Throws: ``Failure`` when the file cannot be read.
  init(_ form: Format, _ path: String, _ options: ImportOptions) throws {
    self.form = form
    self.path = path
    var options = options
    var files: [NamedSource] = []
    var open: ByteOpener?
    if form == .loop, ImportFile.isFolder(path) {
      files = try ImportFile.folder(path)
    } else {
      open = try ImportFile.opener(path)
      switch (form, try ImportFile.isZip(path)) {
      case (.appleHealth, _):
        // The rows are of psoas-unpack, which knows the encoding.
        options.csv.encoding = nil
        open = try Unpacker(for: path, hint: "scripts/install puts it beside psoas").export()
      case (.loop, true):
        files = try Unpacker(
          for: path,
          hint: "unpack the zip and give the folder; scripts/install installs the program too"
        ).tables()
        open = nil
      case (_, true):
        throw Failure(
          "\(quotedPath(path)) is a zip file",
          hint: "unpack it and give the file in it; zips are read for apple-health and loop")
      default: break
      }
    }
    (self.options, self.files, self.open) = (options, files, open)
  }

  /// Hands on what the file holds.
  func read(_ deliver: (ImportedValue) throws -> Void) throws -> ImportTally {
    if let open, form != .loop {
      return try Importer.read(form, options: options, from: open, deliver: deliver)
    }
    let sources = open.map { [NamedSource(path: "Checkmarks.csv", open: $0)] } ?? files
    return try Importer.readLoop(sources, options: options, deliver: deliver)
  }

  /// What the file holds, without storing anything.
  func survey() throws -> ImportSurvey {
    var survey = ImportSurvey()
    survey.tally = try read { survey.add($0) }
    return survey
  }
}

/// An import whose names are settled.
struct ImportJob {
  let reader: FileReader
  let survey: ImportSurvey
  let plan: NamePlan
  let maker: EntryMaker

  /// Says what would be added to a log, if there is one, and adds nothing.
  func rehearse(_ log: LogStore?) throws -> ImportSummary {
    var added: Set<EntryID> = []
    return try go(isDry: true) { entry in
      if case .session(_, continues: true) = entry { return false }
      let (kind, id) = entry.key
      return try !(log?.holds(kind, id) ?? false) && added.insert(id).inserted
    }
  }

  /// Adds everything in one step.
  func run(
    into log: LogStore, _ catalogue: Catalogue, _ context: Context
  ) throws -> ImportSummary {
    try log.write(context.act) {
      for exercise in plan.exercises { try log.insert(exercise) }
      for kind in plan.kinds { try log.insert(kind, own: true) }
      let exercises = try Catalogue(own: try log.ownExercises()).index
      let writer = try BulkWriter(log, exercises: exercises)
      // Of sessions in several places of the file, those that were there before stay as they are.
      let parted = survey.parted
      var fresh: Set<EntryID> = []
      let summary = try go(isDry: false) { entry in
        switch entry {
        case .session(let session, continues: false):
          guard try writer.add(session) else { return false }
          if parted.contains(session.id) { fresh.insert(session.id) }
          return true
        case .session(let session, continues: true):
          if fresh.contains(session.id) { try writer.addMore(session) }
          return false
        case .other(let entry): return try writer.add(entry)
        }
      }
      if summary.addedCount > 0 || plan.isNew {
        try log.setImportMapping(reader.form.rawValue, plan.mapping.text)
      }
      return summary
    }
  }

  /// An entry that was made of the file.
  private enum Entry {
    case session(Session, continues: Bool)
    case other(LogEntry)

    var key: (EntryKind, EntryID) {
      switch self {
      case .session(let session, _): (.session, session.id)
      case .other(let entry): (entry.kind, entry.id)
      }
    }
  }

  private func go(
    isDry: Bool, _ store: (Entry) throws -> Bool
  ) throws -> ImportSummary {
    var summary = ImportSummary(file: reader.path, app: reader.form.title, isDry: isDry)
    var rejected = ImportSurvey()
    var leftOut: [String: Int] = [:]
    func count(_ kind: EntryKind, _ isNew: Bool) {
      if isNew {
        summary.added[kind, default: 0] += 1
      } else {
        summary.present[kind, default: 0] += 1
      }
    }
    let tally = try reader.read { value in
      let made = try maker.make(value)
      switch made.isKept ? maker.remark(on: value) : nil {
      case .leftOut(let what)?: leftOut[what, default: 0] += 1
      case .converted(let what)?: summary.converted[what, default: 0] += 1
      case nil: break
      }
      switch made {
      case .session(let session, let continues, let leftOut):
        summary.skipped += leftOut
        let isNew = try store(.session(session, continues: continues))
        if isNew || continues { summary.sets += session.setCount }
        if !continues { count(.session, isNew) }
      case .entry(let entry):
        do {
          count(entry.kind, try store(.other(entry)))
        } catch let error as InputError {
          rejected.reject(RejectedRow(line: value.line, reason: "cannot be kept: \(error.message)"))
        }
      case .skipped(let count): summary.skipped += count
      case .leftOut(let what): leftOut[what, default: 0] += 1
      case .rejected(let row): rejected.reject(row)
      }
    }
    summary.rows = tally.rows
    summary.leftOut = tally.leftOut.merging(leftOut, uniquingKeysWith: +)
    summary.unmatched = plan.unmatched
    summary.isMappingNew = plan.isNew
    summary.days = survey.days
    summary.rejectedCount = rejected.rejectedCount
    summary.rejected = rejected.rejected.map {
      ImportSummary.Rejected(file: $0.file, line: $0.line, reason: $0.reason)
    }
    let made = Set(plan.exercises.map(\.slug)).union(plan.kinds.map(\.slug))
    summary.names = plan.settled.compactMap { name in
      plan.mapping[name].map { target in
        switch target {
        case .exercise(let slug, _), .measure(let slug, _):
          ImportSummary.Name(name, target: "\(target)", isNew: made.contains(slug))
        default: ImportSummary.Name(name, target: "\(target)", isNew: true)
        }
      }
    }
    return summary
  }
}
