import Core

/// The files of an exported log in a folder, one per table.
package enum ExportFolder {
  /// The file that describes the others.
  package static let headerFile = "psoas.csv"

  /// The tables with a file each: all of them, each followed by its parts.
  package static func files(of tables: [ExportTable]) -> [ExportTable] {
    tables.flatMap { [$0] + $0.parts }
  }

  /// The content of the file that describes the others.
  package static func header(_ header: ExportHeader) -> [UInt8] {
    var writer = CSVWriter(header: header.fields.map(\.key), lineEnd: "\n")
    writer.write(header.fields.map(\.text))
    return writer.take()
  }
}

extension ExportTable {
  package var fileName: String { "\(name).csv" }
}

/// Writes one table as CSV.
package struct ExportCSVWriter {
  private var writer: CSVWriter
  private let columns: [ExportColumn]
  private var lastKey: (id: EntryID, text: String)?

  /// Writes the header.
  package init(_ table: ExportTable) {
    columns = table.columns
    writer = CSVWriter(header: table.columns.map(\.title), lineEnd: "\n")
  }

  /// How many bytes are written and not yet taken.
  package var count: Int { writer.bytes.count }

  /// Writes a row.
  package mutating func add(_ row: [ExportValue]) {
    var fields: [String?] = []
    fields.reserveCapacity(row.count)
    for (column, value) in zip(columns, row) {
      switch value {
      case .key(let id):
        if lastKey?.id != id { lastKey = (id, id.description) }
        fields.append(lastKey?.text)
      case .text(""): fields.append(column.isOptional ? nil : "")
      default: fields.append(column.text(value))
      }
    }
    writer.write(fields)
  }

  /// The bytes written since the last call.
  package mutating func take() -> [UInt8] { writer.take() }
}
