import Core
import Foundation
import SQLite
import Testing

@testable import Store

/// What can be repaired without a choice is, after a copy; the rest stays as it is.
@Suite struct RepairTests {
  private let patient: Patient
  private var database: Database { patient.log.database }

  init() throws { patient = try Patient() }

  private var files: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        atPath: (patient.path as NSString).deletingLastPathComponent
      ).sorted()
    }
  }

  @Test func aSoundLogIsLeftAlone() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: patient.path))
    #expect(try patient.doctor.repair() == RepairReport())
    #expect(try Data(contentsOf: URL(fileURLWithPath: patient.path)) == before)
    #expect(try files == ["log.db"])
  }

  @Test(arguments: [
    (
      "INSERT INTO day_record VALUES (randomblob(16), 9, 0, 'UTC', 0)",
      "made checksums of 1 part that another program had written"
    ),
    ("UPDATE session SET set_count = 9", "counted the sets of 1 session"),
    ("DROP INDEX pain_by_at", "built the missing indexes"),
    (
      "DROP INDEX session_by_day; CREATE INDEX session_by_day ON session (day)",
      "built the missing indexes"
    ),
    ("PRAGMA application_id = 5", "corrected the format in the header of the file"),
    ("PRAGMA user_version = 2", "corrected the format in the header of the file"),
    ("PRAGMA user_version = 99", "corrected the format in the header of the file"),
    (
      "PRAGMA foreign_keys = OFF; INSERT INTO pain_site VALUES (randomblob(16), 'x', '')",
      "removed 1 row that belonged to no entry"
    ),
    (
      "PRAGMA foreign_keys = OFF; INSERT INTO operation_part VALUES (77, 2, x'00', 0)",
      "removed 1 row that belonged to no entry"
    ),
  ])
  func whatIsSafeIsRepaired(_ sql: String, _ done: String) throws {
    try database.execute(sql)
    #expect(try !patient.check().findings.isEmpty)
    let repair = try patient.doctor.repair()
    #expect(repair.done == [done])
    #expect(repair.copy == patient.path + ".before-fix")
    #expect(try patient.check().findings == [])
    #expect(try files == ["log.db", "log.db.before-fix"])
    let mode = try FileManager.default.attributesOfItem(atPath: patient.path + ".before-fix")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func theCopyIsTheLogFromBefore() throws {
    try database.execute("UPDATE session SET set_count = 9")
    let before = try Data(contentsOf: URL(fileURLWithPath: patient.path))
    let copy = try #require(try patient.doctor.repair().copy)
    let saved = try Data(contentsOf: URL(fileURLWithPath: copy))
    // SQLite counts the changes of a file in its header; all else is the same.
    #expect(saved.count == before.count && saved.dropFirst(100) == before.dropFirst(100))
  }

  @Test func indexesAreRebuilt() throws {
    try patient.breakIndex()
    #expect(try patient.doctor.repair().done == ["rebuilt the indexes"])
    #expect(try patient.check().findings == [])
  }

  @Test func lostSetsAreNotCountedAway() throws {
    try database.execute("DELETE FROM exercise_set WHERE number = 2")
    let before = try patient.check().findings
    let repair = try patient.doctor.repair()
    #expect(repair.done == [])
    #expect(try patient.check().findings == before)
    #expect(try database.first("SELECT set_count FROM session") { $0.integer(0) } == 3)
  }

  @Test func acceptingMakesChecksumsOfWhatIsThere() throws {
    try database.execute("UPDATE pain SET score_tenths = 50; DELETE FROM flare")
    let repair = try patient.doctor.accept()
    #expect(repair.copy == patient.path + ".before-fix")
    #expect(repair.done.count == 1)
    #expect(try patient.check().findings == [])
  }

  /// A trigger that another program left is not run by a repair.
  @Test func triggersOfOthersAreNotRun() throws {
    try database.execute(
      "CREATE TRIGGER evil AFTER UPDATE ON session BEGIN DELETE FROM pain; END;"
        + "UPDATE session SET set_count = 9")
    try #require(try patient.log.painRatings().count == 1)
    _ = try patient.doctor.repair()
    #expect(try patient.log.painRatings().count == 1)
    #expect(try patient.check().findings.map(\.id) == ["foreign"])
  }

  @Test func permissionsAndUnfinishedCopiesAreRepaired() throws {
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: patient.path)
    let (old, new) = (patient.path + ".version-2.7.tmp", patient.path + ".version-2.8.tmp")
    for path in [old, new] { try Data().write(to: URL(fileURLWithPath: path)) }
    let time = Date(timeIntervalSince1970: Double(Patient.now - 7200))
    try manager.setAttributes([.modificationDate: time], ofItemAtPath: old)
    #expect(try patient.check().findings.map(\.id) == ["mode", "drafts"])
    let repair = try patient.doctor.repair()
    #expect(repair.done.count == 2 && repair.done.first == "gave the file mode 0600")
    #expect(repair.done.last?.hasPrefix("removed the unfinished copy '") == true)
    #expect(repair.copy == nil)
    #expect(try patient.check().findings == [])
    #expect(try files == ["log.db", "log.db.version-2.8.tmp"])
  }
}
