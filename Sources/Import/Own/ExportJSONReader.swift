import Core

/// Reads the output of ``ExportJSONWriter``, with one row in memory.
package enum ExportJSONReader {
  /// Passes on every row.
  ///
  /// - Parameter tables: the tables of a log.
  /// - Returns: the description of the file.
  /// - Throws: ``ImportFailure`` for any other file, and what `deliver` throws.
  package static func read(
    _ open: ByteOpener, tables: [ExportTable], deliver: (ExportRecord) throws -> Void
  ) throws -> ExportHeader {
    var scanner = JSONScanner(try open())
    guard try scanner.next() == UInt8(ascii: "{") else { throw ExportHeader.foreign("the file") }
    try scanner.read("{")
    guard try scanner.next() != UInt8(ascii: "}") else { throw ExportHeader.foreign("the file") }
    var fields: [String: String] = [:]
    var header: ExportHeader?
    var seen: Set<String> = []
    repeat {
      let key = try scanner.key()
      try scanner.read(":")
      guard seen.insert(key).inserted else {
        throw scanner.failure("\(key.quoted) appears twice")
      }
      guard try scanner.next() == UInt8(ascii: "[") else {
        switch try scanner.row() {
        case .bare(let text), .string(let text): fields[key] = text
        default: throw scanner.failure("\(key.quoted) is not what it was expected to be")
        }
        continue
      }
      header = try header ?? ExportHeader(fields, what: "the file")
      guard let table = tables.first(where: { $0.key == key }) else {
        throw scanner.failure("there is a list \(key.quoted), which this psoas does not know")
      }
      try read(table, scanner: &scanner, deliver: deliver)
    } while try scanner.reads(",")
    try scanner.read("}")
    guard try scanner.next() == nil else { throw scanner.failure("something follows the end") }
    return try header ?? ExportHeader(fields, what: "the file")
  }

  private static func read(
    _ table: ExportTable, scanner: inout JSONScanner, deliver: (ExportRecord) throws -> Void
  ) throws {
    try scanner.read("[")
    if try scanner.reads("]") { return }
    repeat {
      _ = try scanner.next()
      let place = "line \(scanner.line)"
      let row = try scanner.row()
      do {
        try deliver(try record(row, table: table, place: place))
      } catch let misfit as RowMisfit {
        throw ImportFailure(
          "\(place): \(misfit.reason)", hint: "correct it there; nothing was stored",
          line: scanner.line)
      }
    } while try scanner.reads(",")
    try scanner.read("]")
  }

  private static func record(
    _ json: JSONText, table: ExportTable, place: String
  ) throws -> ExportRecord {
    guard case .object(let pairs) = json else {
      throw RowMisfit(reason: "a \(table.noun) is not in braces")
    }
    var parts: [[[ExportValue]]] = table.parts.map { _ in [] }
    let row = try row(pairs, columns: table.columns[...], what: table.noun, parts: table.parts)
    for (key, value) in pairs {
      guard let index = table.parts.firstIndex(where: { $0.key == key }) else { continue }
      let part = table.parts[index]
      guard case .array(let items) = value else {
        throw RowMisfit(reason: "'\(key)' of the \(table.noun) is no list")
      }
      parts[index] = try items.map { item in
        guard case .object(let pairs) = item else {
          throw RowMisfit(reason: "a \(part.noun) is not in braces")
        }
        return [row[0]]
          + (try self.row(pairs, columns: part.columns.dropFirst(), what: part.noun, parts: []))
      }
    }
    return ExportRecord(table: table, row: row, parts: parts, place: place)
  }

  private static func row(
    _ pairs: [(key: String, value: JSONText)], columns: ArraySlice<ExportColumn>, what: String,
    parts: [ExportTable]
  ) throws -> [ExportValue] {
    var texts = [String?](repeating: nil, count: columns.count)
    // Names usually come in the order of the columns.
    var expected = columns.startIndex
    for (key, value) in pairs {
      var place = columns[expected...].firstIndex { $0.key == key }
      place = place ?? columns[..<expected].firstIndex { $0.key == key }
      guard let place else {
        if parts.contains(where: { $0.key == key }) { continue }
        throw RowMisfit(
          reason: "a \(what) has \(key.quoted), which this psoas does not know")
      }
      guard texts[place - columns.startIndex] == nil else {
        throw RowMisfit(reason: "a \(what) has \(key.quoted) twice")
      }
      expected = place + 1
      switch value {
      case .null: continue
      case .bare(let text) where columns[place].isBare: texts[place - columns.startIndex] = text
      case .string(let text) where !columns[place].isBare:
        texts[place - columns.startIndex] = text
      default:
        throw RowMisfit(
          reason:
            "'\(key)' of the \(what) is \(columns[place].isBare ? "no number, true or false" : "no text")"
        )
      }
    }
    return try zip(columns, texts).map { column, text in
      do { return try column.value(text) } catch let misfit as ExportColumn.Misfit {
        throw RowMisfit(reason: "'\(column.key)' of the \(what) \(misfit.reason)")
      }
    }
  }
}
