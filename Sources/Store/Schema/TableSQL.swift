/// The statements that every table needs, each created where it is used: most commands use few.
extension TableSchema {
  private func list(_ columns: [ColumnSchema]) -> String { columns.map(\.name).listed() }

  /// All columns, prefixed with the table's name, for a query of several tables.
  var qualifiedColumns: String {
    columns.map { "\(name).\($0.name)" }.listed()
  }

  var select: String { "SELECT \(list(columns)) FROM \(name)" }

  /// All columns except one, which is read as NULL.
  func select(without omitted: String) -> String {
    let names = columns.map { $0.name == omitted ? "NULL" : $0.name }
    return "SELECT \(names.listed()) FROM \(name)"
  }

  /// All rows, or those of the parent ?, in key order.
  func sorted(ofParent: Bool = false) -> String {
    let filter = ofParent ? " WHERE \(columns[0].name) = ?" : ""
    return select + filter + " ORDER BY \(list(keys))"
  }

  var insert: String { TableSchema.insert(into: name, columns.map(\.name)) }

  static func insert(into table: String, _ columns: [String]) -> String {
    let values = columns.map { _ in "?" }
    return "INSERT INTO \(table) (\(columns.listed())) VALUES (\(values.listed()))"
  }

  /// Keeps an existing row with the same key.
  var insertNew: String { insert + " ON CONFLICT (\(list(keys))) DO NOTHING" }

  /// Adds the row, or replaces the one with its key.
  var upsert: String {
    let changes = columns.filter { !$0.isKey }.map { "\($0.name) = excluded.\($0.name)" }
    return insert
      + " ON CONFLICT (\(list(keys))) DO UPDATE SET \(changes.listed())"
  }

  /// Sets all columns after the first, which is the key and the last value.
  var update: String {
    let changes = columns.dropFirst().map { "\($0.name) = ?" }
    return "UPDATE \(name) SET \(changes.listed()) WHERE \(columns[0].name) = ?"
  }

  /// The condition for rows of a part whose parent is missing.
  var orphanCondition: String? {
    guard case .part(let parent) = table.role, let key = parent.schema.keys.first else {
      return nil
    }
    return "\(columns[0].name) NOT IN (SELECT \(key.name) FROM \(parent.rawValue))"
  }
}

extension [String] {
  /// Joins the names. The library's `joined` is generic, and would cost a command that writes one row as much
  /// as the row.
  func listed(by separator: String = ", ") -> String {
    var text = ""
    text.reserveCapacity(reduce(0) { $0 + $1.utf8.count + separator.utf8.count })
    for (index, item) in enumerated() {
      if index > 0 { text += separator }
      text += item
    }
    return text
  }
}
