import Core
import SQLite

/// Looks at the file of a log: whether it is whole, as it was written, and where it should be.
package struct Doctor: Sendable {
  /// What the world around the file is like.
  package struct Surroundings: Sendable {
    /// Seconds since 1970-01-01T00:00Z.
    package var now: Int
    /// Whether the file is in the default place, whose folder is the program's own.
    package var isDefaultPlace: Bool
    /// Whether a name of a time zone is one.
    package var knowsZone: @Sendable (String) -> Bool
    /// Free bytes of the disk; what the system says when it is nil.
    package var freeBytes: Int?

    /// Surroundings.
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

  /// A doctor for the log at a path.
  package init(path: String, around: Surroundings) {
    self.path = path
    self.around = around
  }

  /// Looks at everything. Nothing in the file is changed, but a write that was cut short is rolled back,
  /// as by every command.
  ///
  /// - Returns: nil when there is no log.
  /// - Throws: ``StoreError`` when the file cannot be looked at: no permission, in use, or no log.
  package func check() throws -> IntegrityReport? {
    var run = CheckRun()
    switch LogFile.state(of: path) {
    case .missing, .empty: return nil
    case .unusable(let error):
      guard error.kind == .damaged || (error.kind == .notALog && FileHead(path).isOurs)
      else { throw error }
      try run.at("file") { try FileCheck(path, around).findings() }
      run.add("identity", [Doctor.damage(error)])
      return run.whole
    case .present: break
    }
    try run.at("file") { try FileCheck(path, around).findings() }
    try run.at("space") { SpaceCheck(path, around).findings() }
    try run.at("copies") { BackupCheck(path, around).findings() }
    let log: LogStore
    do {
      log = try LogStore.openUnchecked(path)
      // Where not even the list of tables can be read, one finding says it all.
      _ = try log.database.first("SELECT count(*) FROM sqlite_schema") { $0.integer(0) }
      // Only now has what the journal holds come back.
      if let flaw = LogFile.flawOfForm(path) { throw flaw }
      let identity = try IdentityCheck(log).identity()
      run.add("identity", identity.findings)
      guard identity.isReadable else { return run.whole }
      guard identity.isCurrent else {
        try run.at("pages") { try PageCheck(log).findings() }
        try run.at("references") { try ReferenceCheck(log).findings() }
        return run.whole
      }
    } catch let error as StoreError where error.kind.isOfContents && FileHead(path).isOurs {
      run.add("identity", [Doctor.damage(error)])
      return run.whole
    }
    try log.read { try inside(log, &run) }
    return run.whole
  }

  /// What only a log of this version can be asked.
  private func inside(_ log: LogStore, _ run: inout CheckRun) throws {
    try run.more { try BackupCheck(path, around).findings(in: log) }
    try run.at("tables") { try TableCheck(log).findings() }
    try run.at("pages") { try PageCheck(log).findings() }
    try run.at("references") { try ReferenceCheck(log).findings() }
    try run.at("seals") { try ChecksumCheck(log).findings() }
    try run.at("entries") { try EntryCheck(log).findings() }
    try run.at("times") { try TimeCheck(log, around).findings() }
    try run.at("sets") { try SetCountCheck(log).findings() }
    try run.at("duplicates") { try DuplicateCheck(log).findings() }
    try run.at("flares") { try FlareCheck(log).findings() }
    try run.at("course") { try ProtocolCheck(log).findings() }
    try run.at("definitions") { try DefinitionCheck(log).findings() }
    try run.at("zones") { try ZoneCheck(log, around).findings() }
    try run.at("history") { try HistoryCheck(log).findings() }
  }

  /// What to do about damage that a look has found.
  static let adviceForDamage =
    "keep a copy of the file as it is; 'psoas doctor --salvage OUT' saves what can still be read into a "
    + "new log"

  /// A finding about damage that keeps the file from being read.
  static func damage(_ error: StoreError) -> Diagnostic {
    let statement =
      error.kind == .notALog
      ? "the beginning of the file is damaged, though it has the tables of a log" : error.message
    return Diagnostic("damaged", .attention, statement, advice: Doctor.adviceForDamage)
  }
}

extension StoreError.Kind {
  /// Whether it is about what is in the file, not about the way to it.
  var isOfContents: Bool {
    switch self {
    case .damaged, .notALog, .refused: true
    case .notFound, .permission, .newer, .busy, .disk: false
    }
  }
}
