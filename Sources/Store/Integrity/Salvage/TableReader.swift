import Core
import SQLite

/// Reads the rows of a table from a damaged file: from both ends, then around the damage.
///
/// A table without row numbers is a B-tree in key order. A query in that order walks from one leaf to the
/// next and fails at the first invalid page; SQLite returns nothing after it. But a query that starts
/// elsewhere descends from the root to another leaf, and reaches everything whose path is intact. So a table
/// is read in four ways, each of which takes only new rows:
///
/// 1. Upwards from the lowest key to the first damage. In a healthy table that is everything.
/// 2. Downwards from the highest key to the last damage.
/// 3. Every single key that a checksum or an index still names: rows between two damaged pages.
/// 4. For keys that nothing names any more, the middle of the range between both damages, upwards and
///    downwards from there, and again the middles of what is left (``halve(from:to:_:)``).
///
/// All tables of a log except the history are of this kind. The `.recover` of Debian's `sqlite3` fails on
/// them, damaged or not.
final class TableReader {
  private let database: Database
  private let table: LogTable
  /// The columns that the file has, key columns first.
  let columns: [String]
  private let keys: Int
  private var seen: Set<[Value]> = []
  /// Whether some range could not be read.
  private(set) var hasGaps = false

  /// The most middles to try. The range of 128-bit keys around one damaged page is halved up to 128 times
  /// before no key is left between the ends, so this is enough for about 15 such pages.
  static let mostProbes = 2000

  /// Nil when the file does not have the table with its key.
  init?(_ database: Database, table: LogTable) throws {
    let there = try? database.rows(
      "SELECT name FROM pragma_table_info(?)", values: [.text(table.rawValue)]
    ) { $0.text(0) }
    let keys = table.schema.keys.map(\.name)
    guard let there, keys.allSatisfy(there.contains) else { return nil }
    let others = table.schema.columns.filter { !$0.isKey }.map(\.name)
    self.database = database
    self.table = table
    self.keys = keys.count
    columns = keys + others.filter(there.contains)
  }

  /// Reads everything that can be read.
  ///
  /// - Parameters:
  ///   - known: values that the first key column of rows may have.
  ///   - take: gets each row once, its columns in the order of ``columns``.
  /// - Throws: what `take` throws.
  func read(known: Set<Value>, _ take: ([Value]) throws -> Void) throws {
    let up = try scan("", values: [], descending: false, take: take)
    if up.isComplete { return }
    let down = try scan("", values: [], descending: true, take: take)
    for value in known {
      let found = try scan(
        "WHERE \(columns[0]) = ?", values: [value], descending: false, take: take)
      if !found.isComplete {
        try scan("WHERE \(columns[0]) = ?", values: [value], descending: true, take: take)
      }
    }
    try halve(from: up.last, to: down.last, take)
    hasGaps = true
  }

  /// Takes the rows matching a condition until the end or the first damage.
  @discardableResult
  private func scan(
    _ condition: String, values: [Value], descending: Bool, take: ([Value]) throws -> Void
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

  /// Tries the middle of a range of keys that could not be read, and then of what is left of it.
  ///
  /// Keys are 128-bit UUIDs that increase with time, so the middle by number is a middle by time and finds a
  /// leaf in the right half. From the middle, rows are read in both directions. If the upward scan hits
  /// damage, the range above the last row it read is open again, or above the middle if it read none;
  /// likewise downwards. Wide ranges come first: the list is a queue, so that one bad page, in which
  /// bisection never succeeds, does not use up all attempts before the rest of the table had its turn.
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
        "WHERE \(first) >= ? AND \(first) < ?", values: [value, span.value(span.high)],
        descending: false,
        take: take)
      if !up.isComplete { open.append(span.above(up.last.flatMap(span.key) ?? middle)) }
      let down = try scan(
        "WHERE \(first) < ? AND \(first) > ?", values: [value, span.value(span.low)],
        descending: true, take: take
      )
      if !down.isComplete { open.append(span.below(down.last.flatMap(span.key) ?? middle)) }
    }
  }
}
