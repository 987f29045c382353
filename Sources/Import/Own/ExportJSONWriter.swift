import Core

/// Writes the tables of a log as JSON, one row per line, with one row in memory.
package struct ExportJSONWriter {
  /// Bytes written and not yet taken.
  package private(set) var bytes: [UInt8] = []
  private var hasRow = false
  private var hasTable = false

  /// Writes the description of the file.
  package init(_ header: ExportHeader) {
    bytes += "{\n".utf8
    for (key, text, isBare) in header.fields {
      if hasTable { bytes += ",\n".utf8 }
      hasTable = true
      quote(key)
      bytes += ": ".utf8
      if isBare { bytes += text.utf8 } else { quote(text) }
    }
  }

  /// Starts a table.
  package mutating func begin(_ table: ExportTable) {
    bytes += ",\n".utf8
    quote(table.key)
    bytes += ": [".utf8
    hasRow = false
  }

  /// Writes the start of a row, to be ended by ``endRow()``.
  package mutating func beginRow(_ row: [ExportValue], of table: ExportTable) {
    bytes += (hasRow ? ",\n" : "\n").utf8
    hasRow = true
    bytes.append(UInt8(ascii: "{"))
    fields(row, columns: table.columns[...])
  }

  /// Starts the rows of a part.
  package mutating func begin(part: ExportTable) {
    bytes.append(UInt8(ascii: ","))
    quote(part.key)
    bytes += ":[".utf8
  }

  /// Writes a row of a part, without its parent's key.
  package mutating func add(_ row: [ExportValue], to part: ExportTable) {
    if bytes.last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "{"))
    fields(row, columns: part.columns.dropFirst())
    bytes.append(UInt8(ascii: "}"))
  }

  /// Ends the rows of a part.
  package mutating func endPart() { bytes.append(UInt8(ascii: "]")) }

  /// Ends a row.
  package mutating func endRow() { bytes.append(UInt8(ascii: "}")) }

  /// Ends a table.
  package mutating func endTable() { bytes += (hasRow ? "\n]" : "]").utf8 }

  /// Ends the file.
  package mutating func finish() { bytes += "\n}\n".utf8 }

  /// The bytes written since the last call; the buffer is reused.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func fields(_ row: [ExportValue], columns: ArraySlice<ExportColumn>) {
    var isFirst = true
    for (place, column) in zip(columns.indices, columns) where row[place] != .none {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes.append(UInt8(ascii: "\""))
      bytes += column.key.utf8
      bytes.append(UInt8(ascii: "\""))
      bytes.append(UInt8(ascii: ":"))
      if case .integer(let number) = row[place], case .integer = column.form {
        digits(number)
      } else if let text = column.text(row[place]) {
        if column.isBare { bytes += text.utf8 } else { quote(text) }
      }
    }
  }

  /// A log is mostly whole numbers; creating a text for each would take a third of the time.
  private mutating func digits(_ number: Int) {
    guard (0...9).contains(number) else {
      bytes += String(number).utf8
      return
    }
    bytes.append(UInt8(ascii: "0") + UInt8(number))
  }

  private mutating func quote(_ text: String) { ExportJSONWriter.quote(text, to: &bytes) }

  /// Writes a quoted text.
  static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20, 0x7F:
        bytes += "\\u00".utf8
        for digit in [byte >> 4, byte & 15] {
          bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
