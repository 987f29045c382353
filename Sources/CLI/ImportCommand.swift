import Analytics
import App
import ArgumentParser
import Core
import Import
import Render

/// `psoas import`: imports data from another app, or a psoas export.
struct ImportCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import data from another app, or a psoas export.",
    usage: "psoas import <format> <file> [--dry-run] [--map <file>] [<options>]",
    discussion: """
      Formats: \(Format.allCases.map(\.rawValue).joined(separator: ", ")). The whole file is \
      imported in one step that 'psoas undo' reverts. What is already in the log is not added \
      again. Exercises are matched by name only; every other name becomes one of your own, \
      unless --map says what it means. An export of psoas is imported as json, or as tables from \
      a folder.

      Example: psoas import strong strong.csv --dry-run
      Example: psoas import hevy workouts.csv --map names.txt
      Example: psoas import apple-health export.zip
      Example: psoas import json log.json
      Example: psoas import csv diary.csv --columns date=Day,pain=Pain
      """)

  /// What wrote the file: another app, or psoas itself.
  enum Origin {
    case app(Format)
    case psoas(LogImport.Form)

    static let names =
      Format.allCases.map(\.rawValue) + LogImport.Form.allCases.map(\.rawValue)

    init(_ text: String) throws {
      if let own = LogImport.Form(rawValue: text) {
        self = .psoas(own)
      } else if let app = Format(rawValue: text) {
        self = .app(app)
      } else {
        throw InputError(
          "there is no format \(text.quoted)",
          hint: "choose from \(Origin.names.joined(separator: ", "))")
      }
    }
  }

  @Argument(
    help: "The app, csv for any table; json or tables for an export of psoas.",
    completion: .list(Origin.names), transform: OptionReader.reader { try Origin($0) })
  var format: Origin

  @Argument(
    help: "The file it exported; of Loop Habit Tracker the folder or the zip.", completion: .file())
  var file: String

  @Flag(name: .customLong("dry-run"), help: "Say what would be added, and add nothing.")
  var dryRun = false

  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  var namedFiles: [String] { [file] + [reading.map, reading.writeMap].compactMap(\.self) }

  func validate() throws {
    try OptionReader.validate {
      switch format {
      case .app(let app): _ = try reading.options(for: app)
      case .psoas(let form):
        guard !reading.isGiven else {
          throw InputError(
            "an export of psoas needs no word on how to read it",
            hint: "'psoas import \(form.rawValue) \(form == .json ? "FILE" : "FOLDER")' is enough")
        }
      }
    }
  }

  func perform(_ context: Context, to output: ResultWriter) throws {
    switch format {
    case .psoas(let form):
      let summary = try LogImport(context, form: form, path: file).run(isDry: dryRun)
      try output.confirm(RestoreRenderer(summary), done: dryRun ? nil : ResultWriter.done)
    case .app(let app):
      let request = ImportRequest(
        format: app, file: file, options: try reading.options(for: app), map: reading.map,
        newMap: reading.writeMap, isDry: dryRun)
      if let summary = try context.importFile(request) { try show(summary, to: output) }
    }
  }

  /// Shows the result. Rejected rows are listed even with --quiet.
  ///
  /// - Throws: ``Failure`` where there are rows and all of them were rejected.
  private func show(_ summary: ImportSummary, to output: ResultWriter) throws {
    let renderer = ImportRenderer(summary)
    try output.confirm(
      renderer, done: dryRun || summary.isAllRejected ? nil : ResultWriter.done)
    if output.isSilent { try? OutputStream.messages.write(renderer.rejections(output.style)) }
    if summary.isAllRejected {
      throw Failure(
        "no row of \(summary.file.quotedPath) can be kept",
        hint: "each row is named with its reason; nothing was imported")
    }
  }
}
