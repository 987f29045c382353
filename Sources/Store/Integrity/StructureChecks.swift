import Core
import SQLite

/// Checks whether the header is that of a log, and the tables are those of `schema.sql`.
struct StructureChecks {
  struct Identity {
    var diagnostics: [Diagnostic] = []
    /// Whether there are tables to check.
    var isReadable = true
    /// Whether they are those of this version.
    var isCurrent = true
  }

  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// Whether the tables are exactly those of this version, whatever the header says.
  func hasCurrentTables() throws -> Bool { try tables().isEmpty }

  func identity() throws -> Identity {
    var identity = Identity()
    let application = try log.header("application_id")
    let version = try log.header("user_version")
    let head = FileHead(log.path)
    guard application == LogStore.applicationID || head.hasOurTables else {
      throw StoreError.notALog(log.path)
    }
    if application != LogStore.applicationID {
      identity.diagnostics.append(
        Diagnostic(
          "identity", severity: .attention,
          statement: "the file does not say that it is a psoas log, though it has its tables",
          advice: try adviceForHeader()))
    }
    try check(version, identity: &identity)
    if head.isWriteAhead {
      identity.diagnostics.append(
        Diagnostic(
          "journal-mode", severity: .attention,
          statement:
            "the file uses a write-ahead log, so that copying the one file may miss entries",
          advice: "'psoas doctor --fix' goes back to one file, as does the next entry"))
    }
    return identity
  }

  private func check(_ version: Int, identity: inout Identity) throws {
    if version == LogStore.version { return }
    let isCurrent = try hasCurrentTables()
    identity.isCurrent = isCurrent
    let diagnostic: Diagnostic
    if isCurrent {
      diagnostic = Diagnostic(
        "version", severity: .attention,
        statement:
          "the file says that its format is \(version), but its tables are those of format "
          + "\(LogStore.version)",
        advice: try adviceForHeader())
    } else if version > LogStore.version {
      diagnostic = Diagnostic(
        "newer", severity: .attention,
        statement: "the file has format \(version); this program knows \(LogStore.version)",
        advice: "install the newer version; nothing in the file was changed")
    } else if version >= 1 {
      diagnostic = try older(version)
    } else {
      diagnostic = Diagnostic(
        "version", severity: .attention,
        statement: "the file says that its format is \(version), which never existed",
        advice: Doctor.adviceForDamage)
    }
    identity.diagnostics.append(diagnostic)
  }

  private func older(_ version: Int) throws -> Diagnostic {
    let statement = "the log has format \(version); this program writes \(LogStore.version)"
    let tables = try log.tablesInTheWay(from: version)
    guard tables.isEmpty else {
      return Diagnostic(
        "older", severity: .attention,
        statement: statement + ", and the upgrade is blocked by "
          + (tables.count == 1 ? "a table" : "tables") + " of a later format: "
          + tables.map { $0.quoted }.joined(separator: ", "),
        advice: Doctor.adviceForDamage)
    }
    return Diagnostic(
      "older", severity: .note, statement: statement,
      advice: "the next command upgrades it, after a backup; 'psoas doctor --fix' does too")
  }

  private func adviceForHeader() throws -> String {
    try hasCurrentTables()
      ? "'psoas doctor --fix' sets it, after a backup" : Doctor.adviceForDamage
  }

  private struct Item {
    let type: String
    let sql: String
  }

  /// Extra, missing and different tables.
  func tables() throws -> [Diagnostic] {
    let (wanted, found) = try items(LogStore.inMemory().database)
    return foreign(wanted, found: found) + missing(wanted, found: found)
      + altered(wanted, found: found)
  }

  private func foreign(_ wanted: [String: Item], found: [String: Item]) -> [Diagnostic] {
    let foreign = found.keys.filter { wanted[$0] == nil }.sorted()
    guard !foreign.isEmpty else { return [] }
    let names = foreign.map { "\(found[$0]?.type ?? "") \(StructureChecks.shown($0))" }
    return [
      Diagnostic(
        "foreign", severity: .attention,
        statement: "the file has what no psoas made: " + names.joined(separator: ", "),
        advice:
          "psoas does not run it, but other programs may; 'psoas doctor --salvage OUT' makes a log "
          + "without it")
    ]
  }

  private func missing(_ wanted: [String: Item], found: [String: Item]) -> [Diagnostic] {
    let missing = wanted.keys.filter { found[$0] == nil }.sorted()
    guard !missing.isEmpty else { return [] }
    let names = missing.map { "\(wanted[$0]?.type ?? "") '\($0)'" }
    return [
      Diagnostic(
        "missing", severity: .attention,
        statement: "the file lacks " + names.joined(separator: ", "),
        advice: missing.allSatisfy { wanted[$0]?.type == "index" }
          ? StructureChecks.adviceForIndexes : "'psoas doctor --salvage OUT' makes a log with it")
    ]
  }

  private func altered(_ wanted: [String: Item], found: [String: Item]) -> [Diagnostic] {
    let altered = wanted.keys.filter { key in
      found[key].map { $0.sql != wanted[key]?.sql } ?? false
    }.sorted()
    guard !altered.isEmpty else { return [] }
    return [
      Diagnostic(
        "altered", severity: .attention,
        statement: "not as psoas defines it: "
          + altered.map { "'\($0)'" }.joined(separator: ", "),
        advice: altered.allSatisfy { wanted[$0]?.type == "index" && found[$0]?.type == "index" }
          ? StructureChecks.adviceForIndexes
          : "'psoas doctor --salvage OUT' makes a log with the right tables")
    ]
  }

  private static let adviceForIndexes = "'psoas doctor --fix' rebuilds it, after a backup"

  /// The statements that rebuild each index that is missing or differs from a new log's.
  func indexStatements() throws -> [[String]] {
    let model = try LogStore.inMemory().database
    let (wanted, found) = try items(model)
    let names = wanted.keys.filter { name in
      wanted[name]?.type == "index" && found[name]?.sql != wanted[name]?.sql
        && found[name].map { $0.type == "index" } ?? true
    }
    return try names.sorted().map { name in
      let sql = try model.first(
        "SELECT sql FROM sqlite_schema WHERE name = ?", values: [.text(name)]
      ) {
        $0.text(0)
      }
      return (found[name] == nil ? [] : ["DROP INDEX \(name)"]) + (sql.map { [$0] } ?? [])
    }
  }

  /// The objects in a new log and in this one, by name.
  private func items(_ model: Database) throws -> (wanted: [String: Item], found: [String: Item]) {
    (try StructureChecks.items(model), try StructureChecks.items(log.database))
  }

  /// The objects in a file by name, except SQLite's own.
  private static func items(_ database: Database) throws -> [String: Item] {
    let rows = try database.rows(
      """
      SELECT name, type, tbl_name, sql FROM sqlite_schema
      WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' OR type NOT IN ('table', 'index')
      """
    ) { ($0.text(0), Item(type: $0.text(1), sql: bare($0.text(2) + " " + $0.text(3)))) }
    return Dictionary(rows) { first, _ in first }
  }

  /// A statement without comments and white space, which differ between upgrades.
  private static func bare(_ sql: String) -> String {
    sql.split(separator: "\n").map { line -> Substring in
      var end = line.startIndex
      while end < line.endIndex, !line[end...].hasPrefix("--") { end = line.index(after: end) }
      return line[..<end]
    }.joined().filter { !$0.isWhitespace }
  }

  private static func shown(_ name: String) -> String {
    (name.count > 60 ? name.prefix(60) + "…" : name).quoted
  }
}
