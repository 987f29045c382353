import SQLite

/// The foreign keys of the tables, checked by hand while SQLite does not enforce them.
final class References {
  /// A column of one table that refers to rows of another.
  private struct Reference {
    let column: Int32
    /// Rows of the child that refer to a row.
    let children: Statement
    /// The row that is referred to.
    let parent: Statement
  }

  private var byParent: [String: [Reference]] = [:]
  private var byChild: [String: [Reference]] = [:]

  init(_ database: Database) throws {
    let found = try database.rows(
      """
      SELECT child.name, f."from", c.cid, f."table", p.name
      FROM sqlite_schema child JOIN pragma_foreign_key_list(child.name) f
      JOIN pragma_table_info(child.name) c ON c.name = f."from"
      JOIN pragma_table_info(f."table") p ON p.pk = 1
      WHERE child.type = 'table'
      """
    ) { ($0.text(0), $0.text(1), Int32($0.integer(2)), $0.text(3), $0.text(4)) }
    for (child, column, position, parent, key) in found {
      let reference = Reference(
        column: position,
        children: try database.prepare(
          "SELECT 1 FROM \"\(child)\" WHERE \"\(column)\" = ? LIMIT 1"),
        parent: try database.prepare("SELECT 1 FROM \"\(parent)\" WHERE \"\(key)\" = ?"))
      byParent[parent, default: []].append(reference)
      byChild[child, default: []].append(reference)
    }
  }

  /// The first row with a broken reference after changes, from it or to it: its table and the first column of
  /// its key; nil when all are intact.
  ///
  /// - Throws: ``SQLiteError``.
  func broken(by changes: [UInt8]) throws -> (table: String, key: [UInt8])? {
    let cursor = try ChangeCursor(changes)
    var (table, asParent, asChild) = ("", [Reference](), [Reference]())
    while try cursor.next() {
      if cursor.isNewTable {
        table = cursor.table
        (asParent, asChild) = (byParent[table] ?? [], byChild[table] ?? [])
      }
      guard let key = cursor.key(0) else { continue }
      if cursor.kind == .delete {
        for reference in asParent where try reference.children.finds(key) {
          return (table, key.bytes)
        }
      } else {
        for reference in asChild {
          guard let named = cursor.new(reference.column), !named.isNull else { continue }
          if try !reference.parent.finds(named) { return (table, key.bytes) }
        }
      }
    }
    return nil
  }
}

extension Statement {
  /// Whether there is a row for a value.
  fileprivate func finds(_ value: ChangeValue) throws -> Bool {
    try bind(value)
    return try step()
  }
}
