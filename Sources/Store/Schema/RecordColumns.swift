import Core
import SQLite

// The program's own records about the log: the history and the checksums. They are not exported.

enum OperationColumn: Int, TableColumn {
  case number, at, utcOffset, zone, day
  case command, added, changed, removed, undone, parts, changes, fingerprint, replaced

  static let table = TableSchema(.operation, columns: OperationColumn.self)

  var column: ColumnSchema {
    switch self {
    case .number: .init("number", is: .integer(1...Int.max), isKey: true)
    case .at: .init("at", is: .moment)
    case .utcOffset: .init("utc_offset", is: .offset)
    case .zone: .init("zone", is: .zone)
    case .day: .init("day", is: .day)
    case .command: .init("command", is: .text(1...4096))
    case .added: .init("added", is: .integer(0...Int.max))
    case .changed: .init("changed", is: .integer(0...Int.max))
    case .removed: .init("removed", is: .integer(0...Int.max))
    case .undone: .init("undone", is: .integer(0...Int.max), isOptional: true)
    case .parts: .init("parts", is: .integer(0...Int.max))
    case .changes: .init("changes", is: .bytes(0...Int.max), isOptional: true)
    case .fingerprint: .init("fingerprint", is: .fingerprint)
    case .replaced: .init("replaced", is: .text(1...4096), isOptional: true)
    }
  }
}

enum OperationPartColumn: Int, TableColumn {
  case operation, part, changes, fingerprint

  static let table = TableSchema(.operationPart, columns: OperationPartColumn.self)

  var column: ColumnSchema {
    switch self {
    case .operation: .init("operation", is: .integer(1...Int.max), isKey: true, isParent: true)
    case .part: .init("part", is: .integer(2...Int.max), isKey: true)
    case .changes: .init("changes", is: .bytes(0...Int.max))
    case .fingerprint: .init("fingerprint", is: .fingerprint)
    }
  }
}

enum ChecksumColumn: Int, TableColumn {
  case entry, rowCount, fingerprint

  static let table = TableSchema(.checksum, columns: ChecksumColumn.self)

  var column: ColumnSchema {
    switch self {
    case .entry: .init("entry", is: .bytes(1...40), isKey: true)
    case .rowCount: .init("row_count", is: .integer(0...Int.max))
    case .fingerprint: .init("fingerprint", is: .fingerprint)
    }
  }
}
