import Core
import SQLite

/// The log in its file. All SQL of the program is in this module.
package final class LogStore {
  let database: Database
  private(set) lazy var statements = RowStatements(database)
  /// The path of the file.
  package let path: String

  /// What was done to a log of an earlier version when it was opened; nil for one of this version.
  package private(set) var upgrade: Upgrade?

  /// How automatic backups are made; nil for none.
  package var automaticBackups: AutomaticBackups?

  /// The recorder of the present transaction.
  private var recorder: OperationRecorder?

  /// 'psoa' in ASCII, in the header of every log.
  static let applicationID = 1_886_613_345
  /// The format version that this program reads and writes.
  static let version = 3

  init(database: Database, path: String) {
    self.database = database
    self.path = path
  }

  /// Opens the log at a path.
  ///
  /// - Returns: nil when there is no log yet: no file, or an empty one.
  /// - Throws: ``StoreError``.
  package static func open(_ path: String) throws -> LogStore? {
    let repair = LogFile.hasJournal(path)
    switch LogFile.state(of: path) {
    case .missing, .empty: return nil
    case .unusable(let error): throw error
    case .present: break
    }
    let store = LogStore(database: try connection(path), path: path)
    guard try store.checkIdentity() else { return nil }
    if repair, let flaw = LogFile.flawOfForm(path) { throw flaw }
    let version = try store.header("user_version")
    if version < LogStore.version { store.upgrade = try store.upgrade(from: version) }
    return store
  }

  /// Opens a file whatever is in it, to look for damage.
  ///
  /// - Throws: ``StoreError``.
  static func openUnchecked(_ path: String) throws -> LogStore {
    LogStore(database: try connection(path), path: path)
  }

  /// An empty log of this version in memory, to compare others with.
  static func inMemory() throws -> LogStore { try empty(.memory) }

  /// An empty log in a temporary file, for rehearsals that may be large.
  ///
  /// - Throws: ``StoreError``.
  package static func temporary() throws -> LogStore { try empty(.temporary) }

  private static func empty(_ source: DatabaseSource) throws -> LogStore {
    let log = LogStore(
      database: try Database(source, explain: { StoreError($0, path: ":memory:") }),
      path: ":memory:")
    try log.database.execute(String(decoding: PackageResources.schema_sql, as: UTF8.self))
    return log
  }

  /// Whether there is a file that is not empty, whatever is in it.
  package static func exists(_ path: String) -> Bool {
    switch LogFile.state(of: path) {
    case .missing, .empty: false
    case .present, .unusable: true
    }
  }

  /// Opens the log without ever changing it or waiting long, for completion.
  ///
  /// - Returns: nil for a log that is missing, damaged, locked or of another version.
  package static func openReadOnly(_ path: String, timeout milliseconds: Int32 = 5) -> LogStore? {
    openCurrent(.readOnlyFile(path), path: path, timeout: milliseconds)
  }

  /// Opens the log for reading if it is of this version; nothing is upgraded. It waits for other programs
  /// like every command, and rolls back what a crash left.
  ///
  /// - Returns: nil for a log that is missing, damaged, locked or of another version.
  package static func openCurrent(_ path: String) -> LogStore? {
    openCurrent(.file(path), path: path, timeout: 5000)
  }

  private static func openCurrent(
    _ source: DatabaseSource, path: String, timeout milliseconds: Int32
  ) -> LogStore? {
    guard case .present = LogFile.state(of: path),
      let database = try? Database(
        source, busyTimeoutMilliseconds: milliseconds, explain: { StoreError($0, path: path) })
    else { return nil }
    let store = LogStore(database: database, path: path)
    guard (try? store.checkIdentity()) == true,
      (try? store.header("user_version")) == LogStore.version
    else { return nil }
    return store
  }

  /// Creates a log at a path where ``open(_:)`` found none.
  ///
  /// - Parameter createFolder: whether to create missing folders too, for the default path.
  /// - Throws: ``StoreError``.
  package static func create(_ path: String, createFolder: Bool) throws -> LogStore {
    if case .missing = LogFile.state(of: path) {
      try LogFile.create(path, folderToo: createFolder)
    } else {
      LogFile.makePrivate(path)
    }
    let store = LogStore(database: try connection(path), path: path)
    try store.createTables()
    try store.checkIdentity()
    return store
  }

  static func connection(_ path: String) throws -> Database {
    try Database(path: path, explain: { StoreError($0, path: path) })
  }

  /// Creates the tables in an empty file. If two programs come at once, the second waits for the lock and
  /// finds them created.
  private func createTables() throws {
    try makeDurable()
    try database.transaction {
      guard try isEmpty() else { return }
      try database.execute(String(decoding: PackageResources.schema_sql, as: UTF8.self))
    }
  }

  /// The one file is the complete log, also when it is copied, so there is no write-ahead log. What was
  /// acknowledged is on disk, and so is the removal of the journal.
  func makeDurable() throws {
    try database.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA")
  }

  /// Runs before every change: makes writes durable, and backs up what earlier days left.
  func prepareToWrite() throws {
    try makeDurable()
    backUpIfDue()
  }

  private func isEmpty() throws -> Bool {
    try header("schema_version") == 0 && header("application_id") == 0
  }

  func header(_ pragma: String) throws -> Int {
    try database.first("PRAGMA \(pragma)") { $0.integer(0) } ?? 0
  }

  /// Checks that the file is a log of a known version.
  ///
  /// - Returns: false when the file has no tables yet.
  @discardableResult
  func checkIdentity() throws -> Bool {
    guard try header("application_id") == LogStore.applicationID else {
      if try isEmpty() { return false }
      throw StoreError(
        .notALog, message: "\(path.quotedPath) is a database, but not a psoas log",
        hint: "name another file with --db or PSOAS_DB")
    }
    let version = try header("user_version")
    guard version >= 1 else {
      throw StoreError(
        .damaged,
        message: "\(path.quotedPath) says that its format is \(version), which there never was",
        hint: StoreError.adviceForDamage)
    }
    guard version <= LogStore.version else {
      throw StoreError(
        .newer,
        message:
          "\(path.quotedPath) was written by a newer psoas (format \(version), this one knows "
          + "\(LogStore.version))",
        hint: "install the newer version; nothing was changed")
    }
    return true
  }

  /// Runs `body` in one transaction, all or nothing, and records its changes as one command.
  ///
  /// - Throws: ``StoreError``, and what `body` throws.
  package func write<Result>(_ commandRecord: CommandRecord, body: () throws -> Result) throws
    -> Result
  {
    try prepareToWrite()
    return try database.transaction {
      let recorder = try OperationRecorder(self)
      self.recorder = recorder
      defer { self.recorder = nil }
      let result = try body()
      try recorder.finish(commandRecord)
      return result
    }
  }

  /// Ends a transaction without its changes.
  private struct Rehearsed: Error {}

  /// Runs `body` in a transaction that is rolled back, to see what it would do.
  ///
  /// - Throws: ``StoreError``, and what `body` throws.
  package func rehearse<Result>(_ body: () throws -> Result) throws -> Result {
    var results: [Result] = []
    do {
      try database.transaction {
        results.append(try body())
        throw Rehearsed()
      }
    } catch is Rehearsed {}
    return results[0]
  }

  /// Stores the recorded part of a large change, so that memory does not grow with it. For use within
  /// ``write(_:_:)``, between two entries.
  ///
  /// - Throws: ``StoreError``.
  package func flush() throws { try recorder?.flush() }

  /// Runs `body` so that everything it reads is one consistent state of the log.
  ///
  /// - Throws: ``StoreError``, and what `body` throws.
  package func read<Result>(_ body: () throws -> Result) throws -> Result {
    try database.snapshot(body)
  }

  /// SQLite's plan for a query, one line per step; for tests of the indexes.
  package func plan(of sql: String) throws -> [String] {
    try database.rows("EXPLAIN QUERY PLAN \(sql)") { $0.text(3) }
  }
}
