import Analytics
import Core
import Import
import Store

/// Reads a file, or the files of a folder, any number of times.
struct FileReader {
  let form: Format
  let path: String
  private let options: ImportOptions
  private let files: [NamedSource]
  private let open: ByteOpener?

  /// - Throws: ``Failure`` when the file cannot be read.
  init(_ context: Context, form: Format, path: String, options: ImportOptions) throws {
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
        // The rows come from psoas-unpack, which has decoded them already.
        options.csv.encoding = nil
        open = try Unpacker(context, for: path, hint: "scripts/install puts it next to psoas")
          .export()
      case (.loop, true):
        files = try Unpacker(
          context, for: path,
          hint: "unpack the zip and give the folder; scripts/install installs the program too"
        ).tables()
        open = nil
      case (_, true):
        throw Failure(
          "\(path.quotedPath) is a zip file",
          hint: "unpack it and give the file in it; zips are read for apple-health and loop")
      default: break
      }
    }
    (self.options, self.files, self.open) = (options, files, open)
  }

  /// Passes on each value in the file.
  func read(_ deliver: (ImportedValue) throws -> Void) throws -> ImportCounts {
    if let open, form != .loop {
      return try Importer.read(form, options: options, from: open, deliver: deliver)
    }
    let sources = open.map { [NamedSource(path: ImportFile.loopPath(path), open: $0)] } ?? files
    return try Importer.readLoop(sources, options: options, deliver: deliver)
  }

  /// A summary of the file, made without storing anything.
  func scan() throws -> ImportScan {
    var scan = ImportScan()
    scan.counts = try read { scan.add($0) }
    return scan
  }
}

/// An import whose names are resolved.
struct ImportJob {
  let reader: FileReader
  let scan: ImportScan
  let resolver: NameResolver
  let builder: EntryBuilder
  /// Whether the user gave a map, which is remembered whatever happens to the rows.
  let isMappingGiven: Bool

  /// Reports what would be added, by adding it to the log or an empty one and rolling back.
  func rehearse(_ log: LogStore?) throws -> ImportSummary {
    let log = try log ?? LogStore.temporary()
    return try log.rehearse { try add(to: log, isDry: true) }
  }

  /// Adds everything in one step.
  func run(into log: LogStore, _ context: Context) throws -> ImportSummary {
    try log.write(context.commandRecord) { try add(to: log, isDry: false) }
  }

  private func add(to log: LogStore, isDry: Bool) throws -> ImportSummary {
    var run = try ImportRun(
      log, resolver: resolver, parted: scan.parted,
      summary: ImportSummary(file: reader.path, app: reader.form.title, isDry: isDry))
    let counts = try reader.read { value in
      let made = try builder.make(value)
      if made.isKept, let remark = builder.remark(on: value) { run.take(remark) }
      try run.take(made, line: value.line)
    }
    try run.finish()
    run.summary.rows = counts.rows
    run.summary.leftOut.merge(counts.leftOut) { $0 + $1 }
    run.summary.days = scan.days
    run.summary.isMappingNew = isMappingGiven && resolver.isNew
    if run.summary.keepsAnything || run.summary.isMappingNew {
      let text = run.mapping.text
      guard text.utf8.count <= 1 << 20 else {
        throw Failure(
          "the names of the file come to more than can be remembered, 1 MiB",
          hint: "import it in parts, or give what is no name another role with --columns")
      }
      try log.setImportMapping(reader.form.rawValue, text: text)
    }
    return run.summary
  }
}
