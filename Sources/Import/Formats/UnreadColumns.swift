import Core

/// The columns of a file that its reader does not use, so that their content is reported.
struct UnreadColumns {
  private let columns: [(column: Int, name: String, needsUnit: Bool)]

  /// The columns of a header that the reader has not looked up.
  init(_ format: Format, header: Header) {
    guard format != .csv, format != .appleHealth else {
      columns = []
      return
    }
    let ignored = UnreadColumns.ignored[format] ?? []
    let holdsSets = [.strong, .hevy, .fitnotes].contains(format)
    columns = header.unasked.filter { !ignored.contains($0.name) }.map { column, name in
      (column, header.names[column], holdsSets && UnreadColumns.isWeightOrTime(name))
    }
  }

  /// Columns with nothing worth storing.
  private static let ignored: [Format: Set<String>] = [
    .strong: ["workout #"], .hevy: ["superset_id", "set_index"], .fitnotes: ["category"],
    .bearable: ["date", "weekday"], .rehabTracker: ["week"],
  ]

  private static func isWeightOrTime(_ name: String) -> Bool {
    let word = name.prefix { $0.isLetter }
    return ["weight", "load", "time", "duration", "seconds", "secs", "sec", "hold"].contains(word)
  }

  /// Counts what a row has in them.
  ///
  /// - Throws: ``ImportFailure`` for a weight or a time in an unknown unit.
  func check(_ record: CSVRecord, into output: inout Output) throws {
    for (column, name, needsUnit) in columns where !record.isBlank(column) {
      if needsUnit, record.decimal(column, places: 2) != 0 {
        throw ImportFailure(
          "line \(record.line) has a value in the column \(name.quoted), whose unit is not known",
          hint: "convert it, or leave the column out; or read the table with "
            + "'psoas import csv FILE --columns …'", line: record.line)
      }
      output.leaveOut("column \(name.quoted)")
    }
  }
}
