import Core
import Foundation
import SQLite
import Testing

@testable import Store

/// A log is replaced by a copy whole, and what it replaced can be brought back.
@Suite struct RestorationTests {
  private let patient: Patient
  private let copy: String
  private var path: String { patient.path }
  private var folder: String { (patient.path as NSString).deletingLastPathComponent }

  /// A log with an entry more than its copy.
  init() throws {
    let patient = try Patient()
    self.patient = patient
    copy = patient.path + ".copy"
    _ = try patient.log.backUp(to: copy, at: Fixture.moment(20_700), replacing: false)
    let rating = PainRating(
      id: patient.fixture.id(), moment: Fixture.moment(20_701), score: try NPRSScore("1"))
    try patient.log.write(Fixture.commandRecord) { try patient.log.insert(rating) }
  }

  @discardableResult
  private func restore(_ file: String? = nil, to target: String? = nil) throws -> Restoration {
    try LogStore.restore(
      file ?? copy, to: target ?? path,
      commandRecord: CommandRecord(moment: Fixture.moment(20_702), command: "r"),
      createFolder: false)
  }

  private func ratings(_ path: String) throws -> Int {
    try #require(try LogStore.open(path)).painRatings().count
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private func refusal(_ body: () throws -> Void) -> StoreError? {
    do {
      try body()
      return nil
    } catch { return error as? StoreError }
  }

  @Test func theCopyTakesThePlaceAndTheOldLogIsKept() throws {
    let before = try bytes(path)
    let restoration = try restore()
    let kept = try #require(restoration.kept)
    #expect(kept == path + ".backups/before-restore-2026-09-06T130000.db")
    #expect(try bytes(kept) == before)
    #expect(restoration.version == 3 && restoration.content.entries == 7)
    #expect(try ratings(path) == 1)
    #expect(try ratings(copy) == 1)
    let log = try #require(try LogStore.open(path))
    #expect(try log.operations().first?.commandRecord.command == "r")
    #expect(try log.operations().first?.isKept == true)
    #expect(try log.checksumFindings() == ChecksumFindings())
  }

  @Test func undoNamesTheOldLogAndBringsItBack() throws {
    let kept = try #require(try restore().kept)
    let log = try #require(try LogStore.open(path))
    let operation = try #require(try log.operations().first)
    #expect(throws: UndoRefusal.replaced(operation, copy: kept, after: 0)) { try log.undo() }
    let again = try LogStore.undoRestore(kept, to: path, commandRecord: Fixture.commandRecord)
    #expect(try ratings(path) == 2)
    #expect(again.map { LogFile.exists($0) } == true)
    #expect(try LogStore.open(path)?.operations().first?.commandRecord.command == "pain 4")
  }

  @Test func aMovedLogFindsWhatItReplacedByName() throws {
    let kept = try #require(try restore().kept)
    let moved = folder + "/moved.db"
    try FileManager.default.moveItem(atPath: path, toPath: moved)
    try FileManager.default.moveItem(atPath: path + ".backups", toPath: moved + ".backups")
    #expect(LogStore.keptLog(kept, of: moved) == moved + ".backups/" + LogFile.name(of: kept))
    #expect(LogStore.keptLog(LogStore.noLogBefore, of: moved) == nil)
    #expect(LogStore.keptLog("/nowhere/x.db", of: moved) == nil)
  }

  @Test func aLogIsRestoredWhereThereIsNone() throws {
    let target = folder + "/new.db"
    let restoration = try restore(to: target)
    #expect(restoration.kept == nil)
    #expect(try ratings(target) == 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: target)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try Data().write(to: URL(fileURLWithPath: folder + "/empty.db"))
    #expect(try restore(to: folder + "/empty.db").kept == nil)
    let deep = folder + "/a/b/log.db"
    _ = try LogStore.restore(
      copy, to: deep, commandRecord: Fixture.commandRecord, createFolder: true)
    #expect(try ratings(deep) == 1)
  }

  /// Bytes that SQLite cannot read are kept, and come back as they were.
  @Test(arguments: [0, 5000]) func aCorruptLogIsReplacedAndComesBack(_ from: Int) throws {
    let target = folder + "/bad.db"
    var bad = try bytes(path)
    let end = from == 0 ? 4096 : bad.count
    bad.replaceSubrange(from..<end, with: Data(repeating: 0x5A, count: end - from))
    try bad.write(to: URL(fileURLWithPath: target))
    try Data("left".utf8).write(to: URL(fileURLWithPath: target + "-wal"))
    let restoration = try restore(to: target)
    let kept = try #require(restoration.kept)
    #expect(try bytes(kept) == bad)
    if from == 0 { #expect(try bytes(kept + "-wal") == Data("left".utf8)) }
    #expect(try ratings(target) == 1)
    let second = try LogStore.undoRestore(kept, to: target, commandRecord: Fixture.commandRecord)
    #expect(try bytes(target) == bad)
    #expect(try ratings(try #require(second)) == 1)
  }

  @Test func copiesThatAreNoLogAreRefused() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/sub", withIntermediateDirectories: false)
    try Data().write(to: URL(fileURLWithPath: folder + "/empty.db"))
    try Data("text".utf8).write(to: URL(fileURLWithPath: folder + "/text.db"))
    let other = try Database(path: try make("other.db"))
    try other.execute("CREATE TABLE t (x)")
    let newer = try Database(path: try make("newer.db"))
    try newer.execute(
      "PRAGMA application_id = \(LogStore.applicationID); PRAGMA user_version = 99; CREATE TABLE t (x)"
    )
    for (name, kind, message) in [
      ("log.db", StoreError.Kind.notFound, "is the log itself"),
      ("none.db", .notFound, "there is no file"),
      ("empty.db", .notALog, "is empty"), ("text.db", .notALog, "is not a psoas log"),
      ("other.db", .notALog, "is a database, but not a psoas log"),
      ("newer.db", .newer, "was written by a newer psoas"), ("sub", .notFound, "is a folder"),
    ] {
      let error = refusal { try restore(folder + "/" + name) }
      #expect(
        error?.kind == kind && error?.message.contains(message) == true, "\(name): \(error as Any)")
    }
    #expect(try ratings(path) == 2)
    #expect(!LogFile.exists(path + ".backups"))
  }

  private func make(_ name: String) throws -> String {
    try Data().write(to: URL(fileURLWithPath: folder + "/" + name))
    return folder + "/" + name
  }

  @Test(arguments: [
    ("UPDATE session SET note = 'x'", "the entry '"),
    ("DELETE FROM setting", "the table 'setting'"),
    ("UPDATE session SET note = 'x'; DELETE FROM setting", "and 1 more are not as written"),
    (
      "PRAGMA foreign_keys = OFF; DELETE FROM measurement_kind",
      "a row of 'measurement' belongs to none"
    ),
  ])
  func aDamagedCopyIsRefused(_ sql: String, _ words: String) throws {
    try Database(path: copy).execute(sql)
    let error = refusal { try restore() }
    #expect(error?.kind == .damaged && error?.message.contains(words) == true, "\(error as Any)")
    #expect(
      error?.hint
        == "rescue what can be read with 'psoas doctor --salvage', or restore another backup")
    #expect(try ratings(path) == 2)
  }

  @Test func anOldCopyIsUpgraded() throws {
    let versions = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Versions")
    let old = try Database(path: try make("old.db"))
    for name in ["001.sql", "001-entries.sql"] {
      try old.execute(
        try String(contentsOf: versions.appendingPathComponent(name), encoding: .utf8))
    }
    let restoration = try restore(folder + "/old.db")
    #expect(restoration.version == 1 && restoration.content.version == LogStore.version)
    #expect(try ratings(path) == 2)
    #expect(try LogStore.open(path)?.upgrade == nil)
    #expect(try old.first("PRAGMA user_version") { $0.integer(0) } == 1, "the copy stays as it was")
  }
}
