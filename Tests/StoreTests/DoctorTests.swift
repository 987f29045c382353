import Core
import Foundation
import SQLite
import Testing

@testable import Store

/// Every kind of damage has its finding, and a sound log has none.
@Suite struct DoctorTests {
  private let patient: Patient
  private var database: Database { patient.log.database }

  init() throws { patient = try Patient() }

  @Test func aSoundLogHasNoFinding() throws {
    let report = try patient.check()
    #expect(report.findings == [])
    #expect(
      report.checked == [
        "file", "space", "copies", "identity", "tables", "pages", "references", "checksums",
        "entries",
        "times", "sets", "duplicates", "flares", "course", "definitions", "zones", "history",
      ])
  }

  @Test(arguments: [
    ("UPDATE pain SET score_tenths = 50", "checksum-broken"),
    ("UPDATE setting SET value = '9'", "checksum-broken"),
    ("DELETE FROM flare", "checksum-broken"),
    ("INSERT INTO day_record VALUES (randomblob(16), 9, 0, 'UTC', 0)", "checksum-missing"),
    ("UPDATE pain SET at = 1893456000, day = 21915", "future checksum-broken clock"),
    ("UPDATE pain SET day = day - 3", "checksum-broken day"),
    ("UPDATE session SET set_count = 9", "checksum-broken set-count"),
    ("DELETE FROM exercise_set WHERE number = 2", "checksum-broken set-count"),
    ("UPDATE pain SET zone = 'Europe/Nowhere'", "checksum-broken zones"),
    ("UPDATE own_definition SET text = '[routine evening]'", "checksum-broken definition"),
    ("UPDATE operation SET changes = x'00' WHERE number = 1", "history"),
    ("UPDATE operation SET parts = 2 WHERE number = 1", "history"),
    ("UPDATE operation SET changes = NULL WHERE number = 1", "history"),
    ("UPDATE course_change SET kind = 'back'", "checksum-broken course"),
    ("UPDATE course_change SET protocol = 'x' WHERE kind = 'advance'", "checksum-broken course"),
    (
      "UPDATE flare SET end_at = NULL, end_day = NULL, end_zone = NULL, end_utc_offset = NULL",
      "checksum-broken open-flares"
    ),
    ("UPDATE flare SET end_at = end_at + 86400 * 20", "checksum-broken overlapping-flares"),
    ("PRAGMA application_id = 5", "identity"), ("PRAGMA user_version = 2", "version"),
    ("PRAGMA user_version = 99", "version"), ("PRAGMA user_version = 0", "version"),
    ("CREATE TRIGGER evil AFTER INSERT ON pain BEGIN DELETE FROM session; END", "foreign"),
    ("CREATE VIEW evil AS SELECT 1", "foreign"), ("CREATE TABLE other (x)", "foreign"),
    ("DROP INDEX pain_by_at", "missing"),
    ("ALTER TABLE pain ADD COLUMN mood TEXT", "altered"),
    ("PRAGMA journal_mode = WAL", "journal-mode"),
  ])
  func damageIsFound(_ sql: String, _ ids: String) throws {
    try database.execute(sql)
    let found = try patient.check().findings
    #expect(Set(found.map(\.id)) == Set(ids.split(separator: " ").map(String.init)), "\(found)")
    #expect(
      found.allSatisfy {
        !$0.statement.isEmpty && !$0.advice.isEmpty && !$0.statement.hasSuffix(".")
      })
  }

  @Test(arguments: [
    ("UPDATE pain SET score_tenths = 999", "values checksum-broken entries"),
    ("UPDATE session SET effort_tenths = 101", "values checksum-broken"),
    ("UPDATE session SET at = -5", "values checksum-broken entries day"),
    ("UPDATE pain SET utc_offset = 5000", "values checksum-broken entries day"),
    ("UPDATE measurement SET side = 'up'", "values checksum-broken"),
  ])
  func valuesThatNoLogMayHold(_ sql: String, _ ids: String) throws {
    try database.execute("PRAGMA ignore_check_constraints = ON; \(sql)")
    let found = try patient.check().findings
    #expect(Set(found.map(\.id)) == Set(ids.split(separator: " ").map(String.init)), "\(found)")
    #expect(found.first { $0.id == "values" }?.entries.isEmpty == false)
    #expect(found.first { $0.id == "values" }?.details.isEmpty == false)
  }

  @Test func rowsWithoutTheirEntryAreFound() throws {
    try database.withoutForeignKeys { try database.run("DELETE FROM session") }
    let found = try patient.check().findings
    #expect(Set(found.map(\.id)) == ["references", "checksum-broken"])
    #expect(found.first { $0.id == "references" }?.entries == [patient.session.id])
    try database.withoutForeignKeys { try database.run("DELETE FROM measurement_kind") }
    #expect(try patient.check().findings.map(\.id).contains("entries"))
  }

  @Test func oneBadEntryDoesNotHideTheNext() throws {
    try database.execute(
      "PRAGMA ignore_check_constraints = ON; UPDATE pain SET score_tenths = 999; UPDATE flare SET day = -1"
    )
    let bad = try #require(try patient.check().findings.first { $0.id == "entries" })
    #expect(bad.entries.count == 3)
  }

  @Test func whatWasLoggedTwiceIsNoted() throws {
    let log = patient.log
    let (session, rating) = (patient.session, patient.rating)
    try log.write(Fixture.commandRecord) {
      try log.insert(
        Session(id: patient.fixture.id(), moment: session.moment, entries: session.entries),
        exercises: Fixture.index)
      try log.insert(
        PainRating(
          id: patient.fixture.id(), moment: rating.moment, score: rating.score, recall: .now))
    }
    let found = try patient.check().findings
    #expect(found.map(\.id) == ["duplicate-sessions", "duplicate-ratings"])
    #expect(found.allSatisfy { $0.severity == .note && $0.entries.count == 1 })
  }

  @Test func anIndexThatDisagreesIsFound() throws {
    try patient.breakIndex()
    let found = try patient.check().findings
    #expect(found.map(\.id) == ["indexes"], "\(found)")
    #expect(found.first?.details.isEmpty == false)
  }

  @Test func aFullDiskIsFound() throws {
    #expect(try patient.check(free: 49_000_000).findings.map(\.id) == ["disk"])
    #expect(try patient.check(free: 51_000_000).findings.map(\.id) == [])
  }

  @Test func staleCopiesAreNoted() throws {
    let folder = patient.path + ".backups"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    func make(_ name: String) {
      _ = FileManager.default.createFile(
        atPath: "\(folder)/\(name)", contents: Data(), attributes: [.posixPermissions: 0o600])
    }
    for name in ["2026-09-01.db", "2026-08-01.db", "notes.txt", "2027-99-99.db"] { make(name) }
    let found = try patient.check().findings
    #expect(found.map(\.id) == ["backup"] && found.first?.severity == .note)
    #expect(found.first?.statement.contains("2026-09-01") == true)
    let today = Day(number: Patient.now / 86_400).description
    make("\(today).db")
    #expect(try patient.check().findings == [])
  }

  @Test func aPageOfNoiseIsFound() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: patient.path))
    for page in 1..<(whole.count / 4096) {
      var damaged = whole
      damaged.replaceSubrange(
        (page * 4096)..<((page + 1) * 4096), with: Data(repeating: 0xA5, count: 4096))
      try damaged.write(to: URL(fileURLWithPath: patient.path))
      #expect(try patient.check().needsAttention, "page \(page + 1)")
    }
  }
}
