import App
import ArgumentParser
import Core
import Import

/// How to read a file.
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
    completion: .list(DateOrder.allCases.map(\.rawValue)),
    transform: OptionReader.reader { text in
      guard let order = DateOrder(rawValue: text) else {
        throw InputError("there is no order of dates \(text.quoted)", hint: "use dmy or mdy")
      }
      return order
    })
  var dates: DateOrder?

  @Option(
    name: .customLong("unit"),
    help: ArgumentHelp("The unit of weights without one: kg or lb.", valueName: "unit"),
    completion: .list(Load.Unit.allCases.map(\.rawValue)),
    transform: OptionReader.reader { text in
      guard let unit = Load.Unit(rawValue: text) else {
        throw InputError("there is no unit \(text.quoted)", hint: "use kg or lb")
      }
      return unit
    })
  var unit: Load.Unit?

  @Option(
    name: .customLong("encoding"),
    help: ArgumentHelp("The encoding, where it is not UTF-8: windows-1252.", valueName: "name"),
    completion: .list(TextEncoding.allCases.map(\.rawValue)),
    transform: OptionReader.reader { text in
      guard let encoding = TextEncoding(name: text) else {
        throw InputError(
          "there is no encoding \(text.quoted)",
          hint: "choose from \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return encoding
    })
  var encoding: TextEncoding?

  @Option(
    name: .customLong("columns"), parsing: .unconditional,
    help: ArgumentHelp(
      "Of a csv: what its columns are, date=Day,pain=Pain,exercise=Name,…", valueName: "list"),
    transform: OptionReader.reader { text in
      do { return try ColumnMap(text) } catch let failure as ImportFailure {
        throw InputError(failure.message, hint: failure.hint)
      }
    })
  var columns: ColumnMap?

  /// Whether the user gave any of them.
  var isGiven: Bool {
    map != nil || writeMap != nil || dates != nil || unit != nil || encoding != nil
      || columns != nil
  }

  /// The options for the files of an app.
  ///
  /// - Throws: ``InputError`` for options that do not apply to its files.
  func options(for app: Format) throws -> ImportOptions {
    guard app != .appleHealth || (dates == nil && unit == nil && encoding == nil) else {
      throw InputError(
        "an export of Apple Health says its own dates, units and encoding",
        hint: "leave out --dates, --unit and --encoding")
    }
    guard (app == .csv) == (columns != nil) else {
      throw InputError(
        app == .csv ? "what the columns are was not said" : "--columns is for csv alone",
        hint: "psoas import csv FILE --columns date=Day,pain=Pain")
    }
    var options = ImportOptions()
    (options.dates, options.unit, options.columns) = (dates, unit, columns)
    options.csv.encoding = encoding
    return options
  }
}
