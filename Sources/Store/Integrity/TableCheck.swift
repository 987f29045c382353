import Core
import SQLite

/// Whether the tables are those of `schema.sql`, and nothing else is in the file.
struct TableCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  private struct Item {
    let type: String
    let words: String
  }

  /// The statements that build indexes which are missing or not as the model has them, for each of them.
  func indexStatements() throws -> [[String]] {
    let model = try LogStore.inMemory().database
    let (wanted, found) = try items(model)
    let names = wanted.keys.filter { name in
      wanted[name]?.type == "index" && found[name]?.words != wanted[name]?.words
        && found[name].map { $0.type == "index" } ?? true
    }
    return try names.sorted().map { name in
      let sql = try model.first("SELECT sql FROM sqlite_schema WHERE name = ?", [.text(name)]) {
        $0.text(0)
      }
      return (found[name] == nil ? [] : ["DROP INDEX \(name)"]) + (sql.map { [$0] } ?? [])
    }
  }

  func findings() throws -> [Diagnostic] {
    let (wanted, found) = try items(LogStore.inMemory().database)
    var findings: [Diagnostic] = []
    let foreign = found.keys.filter { wanted[$0] == nil }.sorted()
    if !foreign.isEmpty {
      let names = foreign.map { "\(found[$0]?.type ?? "") \(TableCheck.shown($0))" }
      findings.append(
        Diagnostic(
          "foreign", .attention,
          "the file holds what no psoas made: " + names.joined(separator: ", "),
          advice:
            "psoas does not run it, but other programs may; 'psoas doctor --salvage OUT' makes a log "
            + "without it"))
    }
    let missing = wanted.keys.filter { found[$0] == nil }.sorted()
    if !missing.isEmpty {
      let names = missing.map { "\(wanted[$0]?.type ?? "") '\($0)'" }
      let isOfIndexes = missing.allSatisfy { wanted[$0]?.type == "index" }
      findings.append(
        Diagnostic(
          "missing", .attention, "the file lacks " + names.joined(separator: ", "),
          advice: isOfIndexes
            ? TableCheck.adviceForIndexes : "'psoas doctor --salvage OUT' makes a log with it"))
    }
    let altered = wanted.keys.filter { key in
      found[key].map { $0.words != wanted[key]?.words } ?? false
    }.sorted()
    if !altered.isEmpty {
      findings.append(
        Diagnostic(
          "altered", .attention,
          "not as psoas defines it: " + altered.map { "'\($0)'" }.joined(separator: ", "),
          advice: altered.allSatisfy { wanted[$0]?.type == "index" && found[$0]?.type == "index" }
            ? TableCheck.adviceForIndexes
            : "'psoas doctor --salvage OUT' makes a log with the right tables"))
    }
    return findings
  }

  private static let adviceForIndexes = "'psoas doctor --fix' builds it anew, after a copy"

  /// What is in the model and what is in the log, by name.
  private func items(_ model: Database) throws -> (wanted: [String: Item], found: [String: Item]) {
    (try TableCheck.items(model), try TableCheck.items(log.database))
  }

  /// What is in a file by name, except what SQLite keeps for itself.
  private static func items(_ database: Database) throws -> [String: Item] {
    let rows = try database.rows(
      """
      SELECT name, type, tbl_name, sql FROM sqlite_schema
      WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' OR type NOT IN ('table', 'index')
      """
    ) { ($0.text(0), Item(type: $0.text(1), words: words($0.text(2) + " " + $0.text(3)))) }
    return Dictionary(rows) { first, _ in first }
  }

  /// The words of a statement without comments and white space, which upgrades set differently.
  private static func words(_ sql: String) -> String {
    sql.split(separator: "\n").map { line -> Substring in
      var end = line.startIndex
      while end < line.endIndex, !line[end...].hasPrefix("--") { end = line.index(after: end) }
      return line[..<end]
    }.joined().filter { !$0.isWhitespace }
  }

  private static func shown(_ name: String) -> String {
    quoted(name.count > 60 ? name.prefix(60) + "…" : name)
  }
}
