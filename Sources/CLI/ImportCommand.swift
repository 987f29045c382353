import Analytics
import App
import ArgumentParser
import Core
import Import
import Render

/// `psoas import`: takes over what other apps have exported.
struct ImportCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "import",
    abstract: "Take over what another app or psoas has exported.",
    usage: "psoas import <format> <file> [--dry-run] [--map <file>] [<options>]",
    discussion: """
      Formats: \(Format.allCases.map(\.rawValue).joined(separator: ", ")). The whole file comes in \
      one step that 'psoas undo' takes back, and what is in the log already is not added again. \
      Exercises are matched by name only; every other name stays as one of your own, unless --map \
      says what it means. What 'psoas export' wrote comes back as json, or as tables from a folder.

      Example: psoas import strong strong.csv --dry-run
      Example: psoas import hevy workouts.csv --map names.txt
      Example: psoas import apple-health export.zip
      Example: psoas import json log.json
      Example: psoas import csv diary.csv --columns date=Day,pain=Pain
      """)

  /// What can be imported: the formats of apps, and the exports of psoas.
  static let formats = Format.allCases.map(\.rawValue) + LogImport.Form.allCases.map(\.rawValue)

  @Argument(help: "The app, csv for any table; json or tables for an export of psoas.")
  var format: String

  @Argument(
    help: "The file it exported; of Loop Habit Tracker the folder or the zip.", completion: .file())
  var file: String

  @Flag(name: .customLong("dry-run"), help: "Say what would be added, and add nothing.")
  var dryRun = false

  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  var namedFiles: [String] { [file] + [reading.map, reading.writeMap].compactMap(\.self) }

  func perform(_ context: Context, _ output: ResultWriter) throws {
    if let own = LogImport.Form(rawValue: format) {
      guard !reading.isGiven else {
        throw InputError(
          "an export of psoas needs no word on how to read it",
          hint: "'psoas import \(own.rawValue) \(own == .json ? "FILE" : "FOLDER")' is enough")
      }
      let summary = try LogImport(context, own, path: file).run(isDry: dryRun)
      return try output.confirm(
        RestoreRenderer(summary), done: dryRun ? nil : ResultWriter.done)
    }
    guard let app = Format(rawValue: format) else {
      throw InputError(
        "there is no format \(quoted(format))",
        hint: "choose from \(ImportCommand.formats.joined(separator: ", "))")
    }
    let request = ImportRequest(
      format: app, file: file, options: try reading.options(for: app), map: reading.map,
      newMap: reading.writeMap, isDry: dryRun)
    if let summary = try context.importFile(request) { try show(summary, output) }
  }

  /// Shows what came of it. Rows that cannot be kept are named also to a user who wants no confirmation.
  ///
  /// - Throws: ``Failure`` where there are rows and none of them can be kept.
  private func show(_ summary: ImportSummary, _ output: ResultWriter) throws {
    let renderer = ImportRenderer(summary)
    try output.confirm(
      renderer, done: dryRun || summary.isAllRejected ? nil : ResultWriter.done)
    if output.isSilent { try? OutputStream.messages.write(renderer.rejections(output.style)) }
    if summary.isAllRejected {
      throw Failure(
        "no row of \(quotedPath(summary.file)) can be kept",
        hint: "each row is named with its reason; nothing was imported")
    }
  }
}

/// How a file is read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("map"), parsing: .unconditional,
    help: ArgumentHelp("What the app's names mean, a line NAME = TARGET each.", valueName: "file"),
    completion: .file())
  var map: String?

  @Option(
    name: .customLong("write-map"), parsing: .unconditional,
    help: ArgumentHelp(
      "Write what the names would mean into this file, for editing, and stop.", valueName: "file"),
    completion: .file())
  var writeMap: String?

  @Option(
    name: .customLong("dates"),
    help: ArgumentHelp("The order of dates such as 3/4/2026: dmy or mdy.", valueName: "order"),
    completion: .list(DateOrder.allCases.map(\.rawValue)))
  var dates: String?

  @Option(
    name: .customLong("unit"),
    help: ArgumentHelp("The unit of weights without one: kg or lb.", valueName: "unit"),
    completion: .list(Load.Unit.allCases.map(\.rawValue)))
  var unit: String?

  @Option(
    name: .customLong("encoding"),
    help: ArgumentHelp("The encoding, where it is not UTF-8: windows-1252.", valueName: "name"))
  var encoding: String?

  @Option(
    name: .customLong("columns"), parsing: .unconditional,
    help: ArgumentHelp(
      "Of a csv: what its columns are, date=Day,pain=Pain,exercise=Name,…", valueName: "list"))
  var columns: String?

  /// Whether the user said anything about it.
  var isGiven: Bool {
    [map, writeMap, dates, unit, encoding, columns].contains { $0 != nil }
  }

  /// The options, checked.
  ///
  /// - Throws: ``InputError``, ``ImportFailure``.
  func options(for form: Format) throws -> ImportOptions {
    var options = ImportOptions()
    options.dates = try dates.map { text in
      guard let order = DateOrder(rawValue: text) else {
        throw InputError("there is no order of dates \(quoted(text))", hint: "use dmy or mdy")
      }
      return order
    }
    options.unit = try unit.map { text in
      guard let unit = Load.Unit(rawValue: text) else {
        throw InputError("there is no unit \(quoted(text))", hint: "use kg or lb")
      }
      return unit
    }
    options.csv.encoding = try encoding.map { text in
      guard let encoding = TextEncoding(name: text) else {
        throw InputError(
          "there is no encoding \(quoted(text))",
          hint: "choose from \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return encoding
    }
    guard form != .appleHealth || [dates, unit, encoding].allSatisfy({ $0 == nil }) else {
      throw InputError(
        "an export of Apple Health says its own dates, units and encoding",
        hint: "leave --dates, --unit and --encoding away")
    }
    guard (form == .csv) == (columns != nil) else {
      throw InputError(
        form == .csv ? "what the columns are was not said" : "--columns is for csv alone",
        hint: "psoas import csv FILE --columns date=Day,pain=Pain")
    }
    do { options.columns = try columns.map { try ColumnMap($0) } } catch let failure
      as ImportFailure
    {
      throw InputError(failure.message, hint: failure.hint)
    }
    return options
  }
}
