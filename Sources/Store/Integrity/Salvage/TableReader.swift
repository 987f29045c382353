import Core
import SQLite

/// Reads the rows of a table from a damaged file: from both ends, then around what is damaged.
final class TableReader {
  private let database: Database
  private let table: LogTable
  /// The columns that the file has, those of the key first.
  let columns: [String]
  private let keys: Int
  private var seen: Set<[Value]> = []
  /// Whether some stretch of it could not be read.
  private(set) var hasGaps = false

  /// How often the middle of a stretch is tried at the most.
  static let mostProbes = 2000

  /// A reader, or nil when the file does not have the table with its key.
  init?(_ database: Database, _ table: LogTable) throws {
    let there = try? database.rows(
      "SELECT name FROM pragma_table_info(?)", [.text(table.rawValue)]
    ) { $0.text(0) }
    let keys = table.schema.keys.map(\.name)
    guard let there, keys.allSatisfy(there.contains) else { return nil }
    let others = table.schema.columns.filter { !$0.isKey }.map(\.name)
    self.database = database
    self.table = table
    self.keys = keys.count
    columns = keys + others.filter(there.contains)
  }

  /// Reads all that can be read.
  ///
  /// - Parameters:
  ///   - known: values of the first column of the key that rows may have.
  ///   - take: gets each row once, its columns in the order of ``columns``.
  /// - Throws: what `take` throws.
  func read(known: Set<Value>, _ take: ([Value]) throws -> Void) throws {
    let up = try scan("", [], descending: false, take)
    if up.isComplete { return }
    let down = try scan("", [], descending: true, take)
    for value in known {
      let found = try scan("WHERE \(columns[0]) = ?", [value], descending: false, take)
      if !found.isComplete {
        try scan("WHERE \(columns[0]) = ?", [value], descending: true, take)
      }
    }
    try halve(from: up.last, to: down.last, take)
    hasGaps = true
  }

  /// Takes the rows of a condition until the end or the first damage.
  @discardableResult
  private func scan(
    _ condition: String, _ values: [Value], descending: Bool, _ take: ([Value]) throws -> Void
  ) throws -> (isComplete: Bool, last: Value?) {
    let order = columns.prefix(keys).map { $0 + (descending ? " DESC" : "") }
    let sql =
      "SELECT \(columns.joined(separator: ", ")) FROM \(table.rawValue) \(condition) "
      + "ORDER BY \(order.joined(separator: ", "))"
    var last: Value?
    guard let rows = try? database.prepare(sql), (try? rows.bind(values)) != nil else {
      return (false, nil)
    }
    while true {
      guard let isRow = try? rows.step() else { return (false, last) }
      if !isRow { return (true, last) }
      let row = columns.indices.map { rows.value(Int32($0)) }
      last = row.first
      if seen.insert(Array(row.prefix(keys))).inserted { try take(row) }
    }
  }

  /// Tries the middle of what lies between the ends, and of what is then left, again and again.
  private func halve(
    from low: Value?, to high: Value?, _ take: ([Value]) throws -> Void
  ) throws {
    guard let span = KeySpan(low, high, isNumber: table == .operation || table == .operationPart)
    else { return }
    var open = [span]
    var probes = 0
    while !open.isEmpty, probes < TableReader.mostProbes {
      let span = open.removeFirst()
      guard let middle = span.middle else { continue }
      probes += 1
      let (first, value) = (columns[0], span.value(middle))
      let up = try scan(
        "WHERE \(first) >= ? AND \(first) < ?", [value, span.value(span.high)], descending: false,
        take)
      if !up.isComplete { open.append(span.above(up.last.flatMap(span.key) ?? middle)) }
      let down = try scan(
        "WHERE \(first) < ? AND \(first) > ?", [value, span.value(span.low)], descending: true, take
      )
      if !down.isComplete { open.append(span.below(down.last.flatMap(span.key) ?? middle)) }
    }
  }
}
