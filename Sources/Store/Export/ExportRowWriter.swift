import Core
import SQLite

/// Stores rows that came from a file. A row whose key exists already is left out with all its parts. For use
/// within ``LogStore/write(_:_:)``.
package final class ExportRowWriter {
  private let log: LogStore
  private var targets: [String: Target] = [:]
  private var known: Set<String> = []

  package init(_ log: LogStore) { self.log = log }

  /// Stores a row and the rows of its parts.
  ///
  /// - Parameter parts: the rows of each part of the table, in the order of its parts, each starting with the
  ///   row's key.
  /// - Returns: whether it was new.
  /// - Throws: `InputError` for a value that the log cannot have, as words that follow the position;
  ///   ``StoreError`` when the log cannot be written.
  package func add(_ row: [ExportValue], parts: [[[ExportValue]]], to table: ExportTable) throws
    -> Bool
  {
    let target = try target(of: table)
    try check(row, of: target)
    let counts = zip(target.table.parts, parts).map { (part: $0, rows: $1.count) }
    let stored = target.row(row, counts: counts)
    guard try refusing({ try log.statements.insertNew(stored) }) else { return false }
    for (part, rows) in zip(table.parts, parts) {
      let target = try self.target(of: part)
      for row in rows {
        try check(row, of: target)
        try refusing { try log.statements.insert(target.row(row)) }
      }
    }
    try log.flush()
    return true
  }

  /// A table with the positions of the values from a file.
  private struct Target {
    let table: LogTable
    let columns: [ColumnSchema]
    let places: [Int]
    /// The values that refer to other tables, by their position in the file.
    let references: [(index: Int, parent: TableSchema)]

    init(_ export: ExportTable) throws {
      table = try LogTable(export)
      let schema = table.schema
      columns = schema.columns
      places = schema.exportedPlaces
      references = places.enumerated().compactMap { index, place in
        schema.columns[place].reference.map { (index, $0.schema) }
      }
    }

    /// The complete row, with the columns that an export does not have.
    func row(_ row: [ExportValue], counts: [(part: LogTable, rows: Int)] = []) -> TableRow {
      var values = [Value](repeating: .null, count: columns.count)
      for (place, value) in zip(places, row) {
        switch value {
        case .none: continue
        case .integer(let number): values[place] = .integer(number)
        case .text(let text): values[place] = .text(text)
        case .key(let id): values[place] = id.value
        case .moment(let utc, let offset):
          values[place] = .integer(utc)
          values[place + 1] = .integer(offset)
        }
      }
      for (part, rows) in counts {
        let place = columns.firstIndex { $0.form.counts(part) }
        if let place { values[place] = .integer(rows) }
      }
      return TableRow(table: table, values: values)
    }
  }

  private func target(of table: ExportTable) throws -> Target {
    if let target = targets[table.name] { return target }
    let target = try Target(table)
    targets[table.name] = target
    return target
  }

  private func refusing<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as StoreError where error.kind == .refused {
      throw InputError("has values that do not go together")
    }
  }

  /// Checks that references exist and that a factor keeps its unit, since SQLite would not say which is
  /// wrong, or why.
  private func check(_ row: [ExportValue], of target: Target) throws {
    for (index, parent) in target.references where row[index] != .none {
      try find(row[index], in: parent)
    }
    if target.table == .dayFactor { try checkUnit(row) }
  }

  private func find(_ value: ExportValue, in parent: TableSchema) throws {
    let (text, bound): (String, Value)
    switch value {
    case .key(let id): (text, bound) = (id.description, id.value)
    case .text(let name): (text, bound) = (name, .text(name))
    case .none, .integer, .moment: return
    }
    let mark = "\(parent.name) \(text)"
    if known.contains(mark) { return }
    let found = try log.database.first(
      "SELECT 1 FROM \(parent.name) WHERE \(parent.keys[0].name) = ?", values: [bound]
    ) { _ in true }
    guard found != nil else {
      throw InputError(
        "names the \(parent.noun) \(text.quoted), which neither the log nor the file before it has"
      )
    }
    // There may be very many sessions, and each is referred to at most twice.
    if case .text = value { known.insert(mark) }
  }

  private func checkUnit(_ row: [ExportValue]) throws {
    guard case .text(let name) = row[FactorColumn.factor.rawValue],
      case .text(let unitName) = row[FactorColumn.unit.rawValue],
      let unit = FactorUnit(rawValue: unitName),
      case .integer(let amount) = row[FactorColumn.value.rawValue]
    else { return }
    let mark = "unit \(unitName) \(name)"
    if known.contains(mark) { return }
    do {
      try log.checkUnit(
        of: Factor(
          name: Slug(stored: name), value: FactorValue(unit: unit, hundredths: amount)))
    } catch let error as InputError {
      throw InputError("cannot be added: \(error.message)")
    }
    known.insert(mark)
  }
}
