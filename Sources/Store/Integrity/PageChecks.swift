import Core
import SQLite

/// SQLite's findings about the pages of the file and the values in them, grouped by what would help.
struct PageChecks {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// The most lines that SQLite returns.
  static let limit = 100

  /// SQLite's own lines; none when all is well.
  func lines() throws -> [String] {
    let lines = try log.database.rows("PRAGMA integrity_check(\(PageChecks.limit))") { $0.text(0) }
    return lines == ["ok"] ? [] : lines
  }

  /// Whether a line is only about an index, which can be rebuilt from its table.
  static func isOfIndex(_ line: String) -> Bool {
    line.hasPrefix("wrong # of entries in index ")
      || (line.hasPrefix("row ") && line.contains(" missing from index "))
  }

  /// Whether a line is about a value that the tables refuse.
  static func isOfValue(_ line: String) -> Bool {
    line.hasPrefix("CHECK constraint failed in ") || line.hasPrefix("NULL value in ")
      || line.contains(" value in ")
  }

  /// Whether a line is about a page that the disk could not read (`SQLITE_IOERR`, 10, in its low byte).
  static func isOfDisk(_ line: String) -> Bool {
    guard line.contains("unable to get the page"),
      let code = line.split(separator: "error code=").last.flatMap({ Int($0) })
    else { return false }
    return code & 0xFF == 10
  }

  func pages() throws -> [Diagnostic] {
    let all = try lines()
    let lines = all.filter { !PageChecks.isOfDisk($0) }
    let indexes = lines.filter(PageChecks.isOfIndex)
    let values = lines.filter { !PageChecks.isOfIndex($0) && PageChecks.isOfValue($0) }
    let rest = lines.filter { !PageChecks.isOfIndex($0) && !PageChecks.isOfValue($0) }
    var diagnostics: [Diagnostic] = []
    if lines.count < all.count {
      let unread = all.filter(PageChecks.isOfDisk)
      diagnostics.append(
        Diagnostic(
          "disk", severity: .attention,
          statement: "the disk did not give \(atLeast(unread, of: all)) of the file to SQLite",
          advice: "copy the file to another disk, and check again with 'psoas doctor'",
          details: unread))
    }
    if !rest.isEmpty {
      diagnostics.append(
        Diagnostic(
          "pages", severity: .attention,
          statement:
            "the file is damaged: SQLite names \(atLeast(rest, of: lines)) in it where its "
            + "parts do not fit together", advice: Doctor.adviceForDamage, details: rest))
    }
    if !indexes.isEmpty {
      diagnostics.append(
        Diagnostic(
          "indexes", severity: .attention,
          statement:
            "an index does not agree with its table, so that lists may leave entries out; the "
            + "entries themselves are there",
          advice: rest.isEmpty
            ? "'psoas doctor --fix' rebuilds the indexes, after a backup" : Doctor.adviceForDamage,
          details: indexes))
    }
    if !values.isEmpty { diagnostics.append(try refusedValues(values)) }
    return diagnostics
  }

  private func atLeast(_ lines: [String], of all: [String]) -> String {
    (all.count >= PageChecks.limit ? "at least " : "") + lines.count.counted("place")
  }

  /// SQLite's findings about values, with the entries they belong to.
  private func refusedValues(_ lines: [String]) throws -> Diagnostic {
    var (entries, tables): ([EntryID], [String]) = ([], [])
    for table in LogTable.recorded
    where lines.contains(where: {
      $0.hasSuffix(" \(table.rawValue)") || $0.contains(" \(table.rawValue).")
    }) {
      tables.append(table.rawValue)
      for id in try refusedEntries(table) where !entries.contains(id) { entries.append(id) }
    }
    let names = entries.isEmpty ? "" : ": " + EntryNames(log).list(entries)
    let places = tables.isEmpty ? "" : " in " + tables.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      "values", severity: .attention,
      statement: "values\(places) are ones that no log may hold\(names)",
      advice: "look with 'psoas show ID', and remove it with 'psoas rm ID' or enter it again; "
        + "'psoas doctor --salvage OUT' makes a log without such rows",
      entries: entries, details: lines)
  }

  /// The entries with a row that the tables of this version refuse.
  private func refusedEntries(_ table: LogTable) throws -> [EntryID] {
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
