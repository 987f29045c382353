import Core
import SQLite

/// An entry as rows: one in its table, and those of its parts.
protocol StoredEntry {
  associatedtype Column: TableColumn

  /// Its row, followed by the rows of its parts.
  var rows: [TableRow] { get }

  /// The query for all entries, without conditions.
  static var select: String { get }

  /// - Throws: ``StoreError`` for a value that the tables do not allow.
  init(_ row: StoredRow<Column>, parts: RowStatements) throws
}

extension StoredEntry {
  static var select: String { Column.table.select }
}

/// Statements that a log often needs, prepared on first use.
final class RowStatements {
  private enum Purpose {
    case insert
    case insertNew
    case readParts
    case readWindow
    case readOne
  }

  private struct Prepared {
    let purpose: Purpose
    let table: LogTable
    let statement: Statement
  }

  private let database: Database
  /// A list rather than a dictionary: the first use of a dictionary costs as much as two statements, for the
  /// types that Swift creates at run time.
  private var prepared: [Prepared] = []

  init(_ database: Database) { self.database = database }

  private func statement(
    _ purpose: Purpose, of table: LogTable, sql: () -> String
  ) throws -> Statement {
    if let found = prepared.first(where: { $0.table == table && $0.purpose == purpose }) {
      return found.statement
    }
    let statement = try database.prepare(sql())
    prepared.append(Prepared(purpose: purpose, table: table, statement: statement))
    return statement
  }

  func insert(_ row: TableRow) throws {
    try statement(.insert, of: row.table) { row.table.schema.insert }.run(row.values)
  }

  /// Keeps an existing row with the same key.
  ///
  /// - Returns: whether the row was added.
  func insertNew(_ row: TableRow) throws -> Bool {
    try statement(.insertNew, of: row.table) { row.table.schema.insertNew }.run(row.values)
    return database.changes > 0
  }

  /// The result of `read` for each row that belongs to an entry, in key order.
  func rows<Column: TableColumn, Part>(
    of entry: EntryID, _ read: (StoredRow<Column>) throws -> Part
  ) throws -> [Part] {
    let schema = Column.table
    return try statement(.readParts, of: schema.table) { schema.sorted(ofParent: true) }
      .rows([entry.value]) { try read(StoredRow($0)) }
  }

  func entries<Entry: StoredEntry>(in window: EntryWindow) throws -> [Entry] {
    let table = Entry.Column.table.table
    return try statement(.readWindow, of: table) { Entry.select + EntryWindow.clause(table) }
      .rows(window.values) { try Entry(StoredRow($0), parts: self) }
  }

  func entry<Entry: StoredEntry>(_ id: EntryID) throws -> Entry? {
    let table = Entry.Column.table.table
    return try statement(.readOne, of: table) {
      Entry.select + " WHERE \(table.rawValue).id = ?"
    }.rows([id.value]) { try Entry(StoredRow($0), parts: self) }.first
  }
}

extension LogStore {
  func insert(rows: some Sequence<TableRow>) throws {
    for row in rows { try statements.insert(row) }
  }

  /// Adds a row, or replaces the one with its key.
  func upsert(_ row: TableRow) throws {
    try database.run(row.table.schema.upsert, values: row.values)
  }

  /// Replaces the entry with the same key.
  ///
  /// All parts are removed and stored again; unchanged ones are not recorded as changes.
  func replace<Entry: StoredEntry>(_ entry: Entry) throws {
    let (schema, rows) = (Entry.Column.table, entry.rows)
    let values = rows[0].values
    try database.run(schema.update, values: values.dropFirst() + [values[0]])
    for part in schema.table.parts { try removeRows(of: values[0], from: part) }
    try insert(rows: rows.dropFirst())
  }

  /// Removes a part's rows that belong to the row with this key.
  func removeRows(of key: Value, from part: LogTable) throws {
    try database.run(
      "DELETE FROM \(part.rawValue) WHERE \(part.schema.columns[0].name) = ?", values: [key])
  }

  /// The entries matching a clause added to the query.
  func entries<Entry: StoredEntry>(_ clause: String, values: [Value] = []) throws -> [Entry] {
    try database.rows(Entry.select + clause, values: values) {
      try Entry(StoredRow($0), parts: statements)
    }
  }
}
