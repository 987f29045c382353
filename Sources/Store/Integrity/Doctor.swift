import Core
import SQLite

/// Checks the file of a log: whether it is complete, unchanged, and in the right place.
package struct Doctor: Sendable {
  /// The surroundings of the file.
  package struct Surroundings: Sendable {
    /// Seconds since 1970-01-01T00:00Z.
    package var now: Int
    /// Whether the file is at the default path, whose folder belongs to the program.
    package var isDefaultPlace: Bool
    /// Free bytes on the disk; nil to ask the system.
    package var freeBytes: Int?
    /// Whether a time zone with this name exists.
    package var knowsZone: @Sendable (String) -> Bool

    package init(
      now: Int, isDefaultPlace: Bool, freeBytes: Int? = nil,
      knowsZone: @escaping @Sendable (String) -> Bool
    ) {
      self.now = now
      self.isDefaultPlace = isDefaultPlace
      self.freeBytes = freeBytes
      self.knowsZone = knowsZone
    }
  }

  let path: String
  let around: Surroundings

  package init(path: String, around: Surroundings) {
    self.path = path
    self.around = around
  }

  /// Checks everything. Nothing in the file is changed, except that an interrupted write is rolled back, as
  /// by every command.
  ///
  /// - Returns: nil when there is no log.
  /// - Throws: ``StoreError`` when the file cannot be checked: no permission, in use, or not a log.
  package func check() throws -> IntegrityReport? {
    var run = CheckRun()
    let file = FileChecks(path, around: around)
    switch LogFile.state(of: path) {
    case .missing, .empty: return nil
    case .unusable(let error):
      guard error.kind == .damaged || (error.kind == .notALog && FileHead(path).isOurs)
      else { throw error }
      run.add("file", diagnostics: file.file())
      run.add("identity", diagnostics: [Doctor.damage(error)])
      return run.whole
    case .present: break
    }
    run.add("file", diagnostics: file.file())
    run.add("space", diagnostics: file.space())
    run.add("copies", diagnostics: file.backups())
    let log: LogStore
    do {
      log = try LogStore.openUnchecked(path)
      // If not even the list of tables can be read, one diagnostic is enough.
      _ = try log.database.first("SELECT count(*) FROM sqlite_schema") { $0.integer(0) }
      // Only now the file includes what was in the journal.
      if let flaw = LogFile.flawOfForm(path) { throw flaw }
      let identity = try StructureChecks(log).identity()
      run.add("identity", diagnostics: identity.diagnostics)
      guard identity.isReadable else { return run.whole }
      guard identity.isCurrent else {
        try run.run("pages") { try PageChecks(log).pages() }
        try run.run("references") { try ReferenceChecks(log).references() }
        return run.whole
      }
    } catch let error as StoreError where error.kind.isOfContents && FileHead(path).isOurs {
      run.add("identity", diagnostics: [Doctor.damage(error)])
      return run.whole
    }
    try log.read { try checkContents(of: log, &run) }
    return run.whole
  }

  /// Checks that need a log of this version.
  private func checkContents(of log: LogStore, _ run: inout CheckRun) throws {
    let references = ReferenceChecks(log)
    let history = HistoryChecks(log)
    let entries = EntryChecks(log, around: around)
    try run.more { try FileChecks(path, around: around).backups(of: log) }
    try run.run("tables") { try StructureChecks(log).tables() }
    try run.run("pages") { try PageChecks(log).pages() }
    try run.run("references") { try references.references() }
    try run.run("checksums") { try history.checksums() }
    try run.run("entries") { try entries.unreadable() }
    try run.run("times") { try entries.times() }
    try run.run("sets") { try references.setCounts() }
    try run.run("duplicates") { try entries.duplicates() }
    try run.run("flares") { try entries.flares() }
    try run.run("course") { try entries.stages() }
    try run.run("definitions") { try references.definitions() }
    try run.run("zones") { try entries.zones() }
    try run.run("history") { try history.history() }
  }

  /// What to do about damage that was found.
  static let adviceForDamage =
    "keep a copy of the file as it is; 'psoas doctor --salvage OUT' saves what can still be read into a "
    + "new log"

  /// A diagnostic of damage that prevents reading.
  static func damage(_ error: StoreError) -> Diagnostic {
    let statement =
      error.kind == .notALog
      ? "the header of the file is damaged, though it has the tables of a log" : error.message
    return Diagnostic(
      "damaged", severity: .attention, statement: statement, advice: Doctor.adviceForDamage)
  }
}

/// Runs checks one after the other: one that fails to read something does not stop the next.
private struct CheckRun {
  private var report = IntegrityReport()
  private var unreadable: (names: [String], reason: String)?

  mutating func add(_ name: String, diagnostics: [Diagnostic]) {
    report.checked.append(name)
    report.findings += diagnostics
  }

  /// Results of a check made before the log was opened.
  mutating func more(_ check: () throws -> [Diagnostic]) throws {
    do {
      report.findings += try check()
    } catch let error as StoreError where error.kind.isOfContents {
      // The check of the table that could be read reports it.
    }
  }

  mutating func run(_ name: String, check: () throws -> [Diagnostic]) throws {
    do {
      add(name, diagnostics: try check())
    } catch let error as StoreError where error.kind.isOfContents {
      add(name, diagnostics: [])
      unreadable = ((unreadable?.names ?? []) + [name], unreadable?.reason ?? error.message)
    }
  }

  /// All findings, including what could not be checked.
  var whole: IntegrityReport {
    guard let (names, reason) = unreadable else { return report }
    var whole = report
    whole.findings.append(
      Diagnostic(
        "unreadable", severity: .attention,
        statement: "\(names.joined(separator: ", ")) could not be checked: \(reason)",
        advice: Doctor.adviceForDamage))
    return whole
  }
}

extension StoreError.Kind {
  /// Whether it is about the file's content, not about access to it.
  var isOfContents: Bool {
    switch self {
    case .damaged, .notALog, .refused: true
    case .notFound, .permission, .newer, .busy, .disk: false
    }
  }
}

extension Int {
  /// The number with its word: '1 row', '2 rows'.
  func counted(_ one: String, several: String? = nil) -> String {
    "\(self) \(self == 1 ? one : several ?? one + "s")"
  }
}
