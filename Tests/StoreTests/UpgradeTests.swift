import Core
import Foundation
import SQLite
import TemporaryFolder
import Testing

@testable import Store

/// Logs of earlier versions are brought up to date whole, or left as they were.
@Suite struct UpgradeTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("log.db") }

  init() throws { folder = try TemporaryFolder() }

  private static func version(_ name: String) throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Versions").appendingPathComponent(name)
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// Makes a log of a version with one of every entry it could hold.
  private func make(version: Int) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let database = try Database(path: path)
    try database.execute(try UpgradeTests.version("00\(version).sql"))
    try database.execute(try UpgradeTests.version("00\(version)-entries.sql"))
  }

  /// The tables and indexes as SQLite sees them, without the words that made them.
  private func shape(_ database: Database) throws -> [String] {
    try database.rows(
      """
      SELECT m.name || ' ' || x.cid || ' ' || x.name || ' ' || x.type || ' ' || x."notnull" || ' '
        || x.pk || ' ' || m.type
      FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) x ORDER BY 1
      """
    ) { $0.text(0) }
      + database.rows("SELECT name || ' on ' || tbl_name FROM sqlite_schema ORDER BY 1") {
        $0.text(0)
      }
  }

  /// The words of the tables without comments and white space.
  private func words(_ database: Database) throws -> [String: String] {
    let pairs = try database.rows("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL") {
      ($0.text(0), $0.text(1))
    }
    return Dictionary(pairs) { first, _ in first }.mapValues { sql in
      sql.split(separator: "\n").map { line in
        line.range(of: "--").map { String(line[..<$0.lowerBound]) } ?? String(line)
      }.joined().filter { !$0.isWhitespace }
    }
  }

  @Test(arguments: 1..<LogStore.version)
  func aLogOfAVersionGetsTheTablesOfANewOne(_ version: Int) throws {
    try make(version: version)
    let old = try #require(try LogStore.open(path))
    #expect(old.upgrade == Upgrade(from: version, copy: "\(path).version-\(version)"))
    let fixture = try Fixture()
    let new = fixture.log
    #expect(try shape(old.database) == shape(new.database))
    #expect(try words(old.database) == words(new.database))
    #expect(try old.database.first("PRAGMA user_version") { $0.integer(0) } == LogStore.version)
    #expect(try old.database.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
    #expect(try old.database.rows("PRAGMA foreign_key_check") { $0.text(0) } == [])
    #expect(try old.checksumFindings() == ChecksumFindings())
    #expect(throws: UndoRefusal.nothing(after: 0)) { try old.undo() }
  }

  @Test(arguments: 1..<LogStore.version)
  func everyEntryIsThereAfterwards(_ version: Int) throws {
    try make(version: version)
    let log = try #require(try LogStore.open(path))
    #expect(try log.sessions().map { $0.entries.map(\.text) } == [["bird-dog 3x8 pain=2"]])
    #expect(try log.painRatings().map(\.score.tenths) == [40, 35])
    #expect(try log.measurements().map(\.trials) == [[-500, -525]])
    #expect(try log.dayRecords().map { $0.factors.map(\.name.text) } == [["sitting"]])
    #expect(try log.ownExercises().map(\.slug.text) == ["heel-slide"])
    #expect(try log.settings() == ["report.weeks": "8"])
    let later = version >= 2 ? 1 : 0
    #expect(try log.flares().count == later && log.safetyChecks().count == later)
    #expect(try log.stageTransitions().count == later && log.ownDefinitions().count == later)
    try log.write(Fixture.commandRecord) {
      try log.insert(Flare(id: try Fixture().id(), start: Fixture.moment(20_700)))
    }
    #expect(try #require(try LogStore.open(path)).upgrade == nil)
  }

  @Test func theCopyIsTheOldLogAndPrivate() throws {
    try make(version: 1)
    _ = try LogStore.open(path)
    let copy = "\(path).version-1"
    let database = try Database(path: copy)
    #expect(try database.first("PRAGMA user_version") { $0.integer(0) } == 1)
    #expect(try database.first("SELECT count(*) FROM pain") { $0.integer(0) } == 2)
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try folder.names == ["log.db", "log.db.version-1"])
  }

  @Test func aLogThatCannotBeBroughtUpToDateStaysAsItWas() throws {
    try make(version: 1)
    let database = try Database(path: path)
    // In the way of the last table of the upgrade.
    try database.execute("CREATE TABLE check_finding (x)")
    #expect(throws: StoreError.self) { try LogStore.open(path) }
    #expect(try database.first("PRAGMA user_version") { $0.integer(0) } == 1)
    let tables = try database.rows("SELECT name FROM sqlite_schema WHERE name = 'flare'") {
      $0.text(0)
    }
    #expect(tables == [])
  }

  @Test func aVersionThatNeverWasIsRefused() throws {
    try make(version: 1)
    try Database(path: path).execute("PRAGMA user_version = 0")
    let error = #expect(throws: StoreError.self) { try LogStore.open(path) }
    #expect(error?.kind == .damaged)
  }
}
