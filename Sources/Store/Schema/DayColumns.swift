import Core
import SQLite

enum DayColumn: Int, TableColumn {
  case id, at, utcOffset, zone, day

  static let table = TableSchema(
    .dayRecord, columns: DayColumn.self, key: "days", noun: "day record")

  var column: ColumnSchema { shared }
}

enum FactorColumn: Int, TableColumn {
  case record, factor, unit, value

  static let table = TableSchema(
    .dayFactor, columns: FactorColumn.self, key: "factors", noun: "daily factor")

  /// Hundredths of a minute, or of one.
  static let values = 0...100_000_000_000

  var column: ColumnSchema {
    switch self {
    case .record: .parent("day_id", key: "record")
    case .factor: .init("factor", is: .slug, isKey: true)
    case .unit: .init("unit", is: .choice(["time", "number"]))
    case .value:
      .init(
        "value_hundredths", is: .hundredths(FactorColumn.values), key: "value",
        title: "value (minutes, or a number)")
    }
  }
}

extension DayRecord: StoredEntry {
  var rows: [TableRow] {
    let factors = factors.map {
      FactorColumn.row(
        of: id,
        [
          .factor: .text($0.name.text), .unit: .text($0.value.unit.rawValue),
          .value: .integer($0.value.hundredths),
        ])
    }
    return [DayColumn.row(id: id, moment: moment)] + factors
  }

  init(_ row: StoredRow<DayColumn>, parts: RowStatements) throws {
    let id = try row.id
    self.init(
      id: id, moment: try row.moment,
      factors: try parts.rows(of: id) { (row: StoredRow<FactorColumn>) in
        Factor(
          name: row.slug(.factor),
          value: FactorValue(
            unit: try row.choice(.unit, "unit"),
            hundredths: try row.number(.value, in: FactorColumn.values, what: "amount")))
      })
  }
}
