import Core

/// Reads files of other apps. Memory use does not grow with the file, except for a few bytes per session or
/// rating, to tell equal ones apart.
package enum Importer {
  /// Reads a file and passes on each value as it is read.
  ///
  /// Rows of one session are usually consecutive. Where they are not, each block is passed on separately with
  /// the same key, see ``ImportedSession/continues``.
  ///
  /// - Parameters:
  ///   - open: opens the file; called a second time only to determine its date order.
  ///   - deliver: receives each value; an error it throws stops the reading.
  /// - Throws: ``ImportFailure`` for a file that is not in the format, and what the closures throw.
  package static func read(
    _ format: Format, options: ImportOptions = ImportOptions(), from open: @escaping ByteOpener,
    deliver: (ImportedValue) throws -> Void
  ) throws -> ImportCounts {
    var csvOptions = options.csv
    // rehab-tracker puts notes in quotes without doubling the quotes within them.
    if format == .rehabTracker { csvOptions.keepsStrayQuotes = true }
    var csv = CSVReader(csvOptions, source: try open())
    guard try csv.next() else { throw ImportFailure("the file is empty") }
    let texts = csv.record.texts
    try format.check(header: texts, line: csv.record.line)
    let header = Header(texts)
    var reader = try rows(
      format, header: header, line: csv.record.line, options: options,
      dates: { column in try DateColumn.order(of: column, options: csvOptions, from: open) })
    let unread = UnreadColumns(format, header: header)
    var output = Output()
    while try csv.next() {
      output.counts.rows += 1
      try csv.record.checkComplete(of: header.names.count)
      try unread.check(csv.record, into: &output)
      func reject(_ reason: String) {
        output.values.append(
          .rejected(RejectedRow(line: reader.line(of: csv.record), reason: reason)))
      }
      do {
        try csv.record.checkCount(of: header.names.count)
        try reader.read(csv.record, into: &output)
      } catch let problem as RowProblem {
        reject(problem.reason)
      } catch let error as InputError {
        reject("has a value that cannot be read: \(error.message)")
      }
      try flush(&output, deliver: deliver)
    }
    reader.finish(into: &output)
    try flush(&output, deliver: deliver)
    output.counts.encoding = csv.encoding
    return output.counts
  }

  private static func rows(
    _ format: Format, header: Header, line: Int, options: ImportOptions,
    dates: @escaping (Int) throws -> DateOrder
  ) throws -> any RowReader {
    let dates = DateColumn.Finder(given: options.dates, find: dates)
    switch format {
    case .strong: return StrongRows(header, options: options, dates: dates)
    case .hevy: return HevyRows(header, options: options, dates: dates)
    case .fitnotes: return FitNotesRows(header, options: options, dates: dates)
    case .bearable: return BearableRows(header, dates: dates)
    case .rehabTracker where header["left reps"] != nil:
      return RehabTrackerRows(header, dates: dates)
    case .rehabTracker: return RehabTrackerWeeks(header, dates: dates)
    case .wger: return WgerRows(header, options: options, dates: dates)
    case .appleHealth: return AppleHealthRows()
    case .csv: return try ColumnRows(header, line: line, options: options, dates: dates)
    case .loop:
      throw ImportFailure(
        "Loop Habit Tracker exports several files", hint: "give its folder, or the zip it made")
    }
  }

  private static func flush(
    _ output: inout Output, deliver: (ImportedValue) throws -> Void
  ) throws {
    guard !output.values.isEmpty else { return }
    for value in output.values { try deliver(value) }
    output.values.removeAll(keepingCapacity: true)
  }
}
