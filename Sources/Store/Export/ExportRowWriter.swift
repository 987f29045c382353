import Core
import SQLite

/// Stores rows of the log's tables that came from a file. What has the key of a row that is there already
/// is left out, with all its parts. For use within ``LogStore/write(_:_:)``.
package final class ExportRowWriter {
  private let log: LogStore
  private var inserts: [String: Statement] = [:]
  private var known: Set<String> = []

  /// A writer.
  package init(_ log: LogStore) { self.log = log }

  /// Stores a row and the rows that belong to it.
  ///
  /// - Parameter parts: the rows of each part of the table, in the order of its parts, each with the key of
  ///   the row in front.
  /// - Returns: whether it was new.
  /// - Throws: `InputError` for a value that the log cannot have, as words that follow the place;
  ///   ``StoreError`` when the log cannot be written.
  package func add(_ row: [ExportValue], _ parts: [[[ExportValue]]], to table: ExportTable) throws
    -> Bool
  {
    try check(row, of: table)
    var count: Int?
    if let counted = table.count,
      let part = table.parts.firstIndex(where: { $0.name == counted.part })
    {
      count = parts[part].count
    }
    guard try insert(row, count, into: table, isPart: false) else { return false }
    for (part, rows) in zip(table.parts, parts) {
      for row in rows {
        try check(row, of: part)
        _ = try insert(row, nil, into: part, isPart: true)
      }
    }
    try log.flush()
    return true
  }

  private func insert(
    _ row: [ExportValue], _ count: Int?, into table: ExportTable, isPart: Bool
  ) throws -> Bool {
    let statement = try inserts[table.name] ?? prepare(table, isPart: isPart)
    inserts[table.name] = statement
    var values: [Value] = []
    values.reserveCapacity(row.count + 2)
    for (column, value) in zip(table.columns, row) {
      switch value {
      case .none: for _ in column.sql { values.append(.null) }
      case .integer(let number): values.append(.integer(number))
      case .text(let text): values.append(.text(text))
      case .key(let id): values.append(id.value)
      case .moment(let utc, let offset): values += [.integer(utc), .integer(offset)]
      }
    }
    if let count { values.append(.integer(count)) }
    do {
      try statement.run(values)
    } catch let error as StoreError where error.kind == .refused {
      throw InputError("has values that do not go together")
    }
    return log.database.changes > 0
  }

  private func prepare(_ table: ExportTable, isPart: Bool) throws -> Statement {
    let names =
      table.columns.flatMap(\.sql).map { "\"\($0)\"" } + (table.count.map { [$0.column] } ?? [])
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    return try log.database.prepare(
      "INSERT INTO \(table.name) (\(names.joined(separator: ", "))) VALUES (\(marks))"
        + (isPart ? "" : " ON CONFLICT DO NOTHING"))
  }

  /// Makes sure that what a row names is there, and that a factor keeps its unit: SQLite would say neither
  /// which nor why.
  private func check(_ row: [ExportValue], of table: ExportTable) throws {
    for (column, value) in zip(table.columns, row) {
      guard let reference = column.reference, value != .none else { continue }
      try run(for: value, column, reference)
    }
    if table.name == "day_factor" { try checkUnit(row) }
  }

  private func run(
    for value: ExportValue, _ column: ExportColumn,
    _ reference: (table: String, column: String, what: String)
  ) throws {
    let text = column.text(value) ?? ""
    let mark = "\(reference.table) \(text)"
    if known.contains(mark) { return }
    let bound: Value
    if case .key(let id) = value { bound = id.value } else { bound = .text(text) }
    let found = try log.database.first(
      "SELECT 1 FROM \(reference.table) WHERE \(reference.column) = ?", [bound]
    ) { _ in true }
    guard found != nil else {
      throw InputError(
        "names the \(reference.what) \(quoted(text)), which neither the log nor the file before it has"
      )
    }
    // Of sessions there may be very many, and each is named at most twice.
    if column.isText { known.insert(mark) }
  }

  private func checkUnit(_ row: [ExportValue]) throws {
    guard case .text(let name) = row[1], case .text(let unitName) = row[2],
      let unit = FactorUnit(rawValue: unitName), case .integer(let amount) = row[3]
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

extension ExportColumn {
  fileprivate var isText: Bool {
    if case .key = form { return false }
    return true
  }
}
