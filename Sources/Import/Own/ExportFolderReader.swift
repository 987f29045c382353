import Core

/// Reads the files written by ``ExportCSVWriter``, with one row and its parts in memory.
package enum ExportFolderReader {
  /// Passes on every row.
  ///
  /// - Parameters:
  ///   - open: opens a file in the folder by its name.
  ///   - tables: the tables of a log.
  /// - Returns: the description of the folder.
  /// - Throws: ``ImportFailure`` for any other files, and what `deliver` throws.
  package static func read(
    _ open: (String) throws -> ByteOpener, tables: [ExportTable],
    deliver: (ExportRecord) throws -> Void
  ) throws -> ExportHeader {
    let header = try header(try open(ExportFolder.headerFile))
    for table in tables {
      var rows = try TableRows(table, open: open)
      var parts = try table.parts.map { try TableRows($0, open: open) }
      for index in parts.indices { try parts[index].advance() }
      try rows.advance()
      while let row = rows.current {
        let place = rows.place
        var belonging: [[[ExportValue]]] = []
        for index in parts.indices {
          var found: [[ExportValue]] = []
          while let part = parts[index].current, part[0] == row[0] {
            found.append(part)
            try parts[index].advance()
          }
          belonging.append(found)
        }
        try deliver(ExportRecord(table: table, row: row, parts: belonging, place: place))
        try rows.advance()
      }
      for part in parts where part.current != nil {
        throw ImportFailure(
          "\(part.place): the \(part.table.noun) belongs to no \(table.noun) of '\(table.fileName)', "
            + "or not in its order",
          hint: "leave the rows in the order in which they were written")
      }
    }
    return header
  }

  private static func header(_ open: ByteOpener) throws -> ExportHeader {
    var reader = CSVReader(CSVOptions(encoding: .utf8, separator: .comma), source: try open())
    guard try reader.next() else { throw ExportHeader.foreign("'\(ExportFolder.headerFile)'") }
    let names = reader.record.texts
    let values = try reader.next() ? reader.record.texts : []
    let fields = Dictionary(zip(names, values)) { first, _ in first }
    return try ExportHeader(fields, what: "'\(ExportFolder.headerFile)'")
  }
}

/// The rows of one file, one at a time.
private struct TableRows {
  let table: ExportTable
  private var reader: CSVReader
  /// The index in the file of each column.
  private var places: [Int] = []
  private(set) var current: [ExportValue]?

  var place: String { "'\(table.fileName)', line \(reader.record.line)" }

  init(_ table: ExportTable, open: (String) throws -> ByteOpener) throws {
    self.table = table
    let file = table.fileName
    let opener = try open(file)
    var options = CSVOptions(encoding: .utf8, separator: .comma)
    options.longestRecord = 1 << 22
    reader = CSVReader(options, source: try opener())
    let names = try reader.next() ? reader.record.texts : []
    let titles = table.columns.map(\.title)
    guard Set(names) == Set(titles), names.count == titles.count else {
      throw ImportFailure(
        "'\(file)' does not have the columns \(titles.map { "'\($0)'" }.joined(separator: ", "))",
        hint: "give the folder as 'psoas export csv' wrote it")
    }
    places = titles.compactMap { names.firstIndex(of: $0) }
  }

  mutating func advance() throws {
    do {
      guard try reader.next() else {
        current = nil
        return
      }
    } catch let failure as ImportFailure {
      throw ImportFailure("'\(table.fileName)': \(failure.message)", hint: failure.hint)
    }
    let record = reader.record
    guard !record.lacksEnd else {
      throw ImportFailure(
        "\(place): the last row has no line end, and may be only half there",
        hint: "export it again; or end the row, if you know that it is complete")
    }
    guard record.count == places.count else {
      throw ImportFailure(
        "\(place): there are \(record.count) fields, not \(places.count)",
        hint: "give the folder as 'psoas export csv' wrote it")
    }
    current = try zip(table.columns, places).map { column, field in
      let text = record.text(field)
      do {
        return try column.value(text.isEmpty && column.isOptional ? nil : text)
      } catch let misfit as ExportColumn.Misfit {
        throw ImportFailure(
          "\(place): '\(column.title)' of the \(table.noun) \(misfit.reason)",
          hint: "correct it there; nothing was stored")
      }
    }
  }
}
