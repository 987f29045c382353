import Core
import SQLite

enum FlareColumn: Int, TableColumn {
  case id, at, utcOffset, zone, day
  case endAt, endOffset, endZone, endDay, note

  static let table = TableSchema(
    .flare, columns: FlareColumn.self, key: "flares", noun: "flare",
    rules: [
      .together([FlareColumn.endAt, .endOffset, .endZone, .endDay].map(\.rawValue)),
      .ascending(
        low: FlareColumn.at.rawValue, high: FlareColumn.endAt.rawValue, strictly: false),
    ])

  var column: ColumnSchema {
    switch self {
    case .id, .at, .utcOffset, .zone, .day: shared
    case .endAt: .init("end_at", is: .moment, key: "endAt", title: "end", isOptional: true)
    case .endOffset: .init("end_utc_offset", is: .offset, isOptional: true)
    case .endZone:
      .init("end_zone", is: .zone, key: "endZone", title: "zone of the end", isOptional: true)
    case .endDay:
      .init("end_day", is: .day, key: "endDay", title: "day of the end", isOptional: true)
    case .note: .note
    }
  }
}

extension Flare: StoredEntry {
  var rows: [TableRow] {
    [
      FlareColumn.row(
        id: id, moment: start,
        [
          .endAt: Value(end?.utc), .endOffset: Value(end?.offsetMinutes),
          .endZone: Value(end?.zone), .endDay: Value(end?.day.number), .note: Value(note),
        ])
    ]
  }

  init(_ row: StoredRow<FlareColumn>, parts: RowStatements) throws {
    self.init(
      id: try row.id, start: try row.moment,
      end: row.isNull(.endAt) ? nil : try row.moment(from: .endAt),
      note: row.optionalText(.note))
  }
}
