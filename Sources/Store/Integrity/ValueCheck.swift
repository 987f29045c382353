import Core
import SQLite

/// Finds the rows that the tables of this version refuse.
struct ValueCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// What SQLite has complained of, with the entries whose rows those are.
  func finding(_ lines: [String]) throws -> Diagnostic {
    var (entries, tables): ([EntryID], [String]) = ([], [])
    for table in LogTable.recorded
    where lines.contains(where: {
      $0.hasSuffix(" \(table.rawValue)") || $0.contains(" \(table.rawValue).")
    }) {
      tables.append(table.rawValue)
      for id in try refused(table) where !entries.contains(id) { entries.append(id) }
    }
    let names = entries.isEmpty ? "" : ": " + EntryNames(log).list(entries)
    let places = tables.isEmpty ? "" : " in " + tables.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      "values", .attention, "values\(places) are ones that no log may hold\(names)",
      advice: "look with 'psoas show ID', and remove it with 'psoas rm ID' or enter it anew; "
        + "'psoas doctor --salvage OUT' makes a log without such rows",
      entries: entries, details: lines)
  }

  private func refused(_ table: LogTable) throws -> [EntryID] {
    let schema = table.schema
    let rows = try log.database.prepare(schema.select)
    var refused: [EntryID] = []
    while try rows.step() {
      let row = schema.columns.indices.map { rows.value(Int32($0)) }
      if table.isOfEntry, !schema.accepts(row), let id = EntryID(bytes: rows.blob(0)),
        refused.last != id
      {
        refused.append(id)
      }
    }
    return refused
  }
}
