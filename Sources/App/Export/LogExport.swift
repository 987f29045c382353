import Core
import Import
import Store
import System

/// Receives bytes as they are produced.
package typealias ByteSink = ([UInt8]) throws -> Void

/// Writes the tables of a log, with one row in memory at a time.
struct LogExport {
  private let log: LogStore
  private let header: ExportHeader

  /// Bytes written at a time.
  static let piece = 1 << 16

  init(_ context: Context, in log: LogStore, isRedacted: Bool) throws {
    self.log = log
    header = ExportHeader(
      exportedAt: try context.moment(nil, settings: try context.settings(log)).iso8601,
      isRedacted: isRedacted)
  }

  /// Writes everything as JSON.
  func writeJSON(to sink: ByteSink) throws {
    try log.read {
      var writer = ExportJSONWriter(header)
      for table in LogStore.exportTables {
        writer.begin(table)
        let parts = try table.parts.map { try ExportRows(log, table: $0, ofOne: true) }
        try each(table) { row in
          writer.beginRow(row, of: table)
          if case .key(let id) = row[0] {
            for part in parts { try add(part, of: id, to: &writer) }
          }
          writer.endRow()
          if writer.bytes.count > LogExport.piece { try sink(writer.take()) }
        }
        writer.endTable()
      }
      writer.finish()
      try sink(writer.take())
    }
  }

  private func add(
    _ part: ExportRows, of id: EntryID, to writer: inout ExportJSONWriter
  ) throws {
    var isOpen = false
    try part.each(of: id) { row in
      guard let row = shown(row, of: part.table) else { return }
      if !isOpen { writer.begin(part: part.table) }
      isOpen = true
      writer.add(row, to: part.table)
    }
    if isOpen { writer.endPart() }
  }

  /// Writes everything into a folder, one file per table.
  func writeTables(into folder: String) throws {
    try log.read {
      try AtomicFile.write(
        ExportFolder.header(header), to: "\(folder)/\(ExportFolder.headerFile)")
      for table in ExportFolder.files(of: LogStore.exportTables) {
        try AtomicFile.write(to: "\(folder)/\(table.fileName)") { file in
          var writer = ExportCSVWriter(table)
          try each(table) { row in
            writer.add(row)
            if writer.count > LogExport.piece { try file.write(writer.take()) }
          }
          try file.write(writer.take())
        }
      }
    }
  }

  private func each(_ table: ExportTable, body: ([ExportValue]) throws -> Void) throws {
    try ExportRows(log, table: table).each { row in
      if let row = shown(row, of: table) { try body(row) }
    }
  }

  private func shown(_ row: [ExportValue], of table: ExportTable) -> [ExportValue]? {
    header.isRedacted ? table.redacted(row) : row
  }
}
