import Core
import Foundation
import SQLite
import Testing

@testable import Store

/// What can be mended without a choice is, after a copy; the rest stays as it is.
@Suite struct MendTests {
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
    #expect(try patient.doctor.mend() == Mending())
    #expect(try Data(contentsOf: URL(fileURLWithPath: patient.path)) == before)
    #expect(try files == ["log.db"])
  }

  @Test(arguments: [
    (
      "INSERT INTO day_record VALUES (randomblob(16), 9, 0, 'UTC', 0)",
      "sealed 1 part that another program had written"
    ),
    ("UPDATE session SET set_count = 9", "counted the sets of 1 session"),
    ("DROP INDEX pain_by_at", "built the missing indexes"),
    (
      "DROP INDEX session_by_day; CREATE INDEX session_by_day ON session (day)",
      "built the missing indexes"
    ),
    ("PRAGMA application_id = 5", "said in the file again which format it has"),
    ("PRAGMA user_version = 2", "said in the file again which format it has"),
    ("PRAGMA user_version = 99", "said in the file again which format it has"),
    (
      "PRAGMA foreign_keys = OFF; INSERT INTO pain_site VALUES (randomblob(16), 'x', '')",
      "removed 1 row that belonged to no entry"
    ),
    (
      "PRAGMA foreign_keys = OFF; INSERT INTO operation_part VALUES (77, 2, x'00', 0)",
      "removed 1 row that belonged to no entry"
    ),
  ])
  func whatIsSafeIsMended(_ sql: String, _ done: String) throws {
    try database.execute(sql)
    #expect(try !patient.examine().findings.isEmpty)
    let mending = try patient.doctor.mend()
    #expect(mending.done == [done])
    #expect(mending.copy == patient.path + ".before-fix")
    #expect(try patient.examine().findings == [])
    #expect(try files == ["log.db", "log.db.before-fix"])
    let mode = try FileManager.default.attributesOfItem(atPath: patient.path + ".before-fix")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func theCopyIsTheLogFromBefore() throws {
    try database.execute("UPDATE session SET set_count = 9")
    let before = try Data(contentsOf: URL(fileURLWithPath: patient.path))
    let copy = try #require(try patient.doctor.mend().copy)
    let saved = try Data(contentsOf: URL(fileURLWithPath: copy))
    // SQLite counts the changes of a file in its header; all else is the same.
    #expect(saved.count == before.count && saved.dropFirst(100) == before.dropFirst(100))
  }

  @Test func indexesAreBuiltAnew() throws {
    try patient.breakIndex()
    #expect(try patient.doctor.mend().done == ["built the indexes anew"])
    #expect(try patient.examine().findings == [])
  }

  @Test func lostSetsAreNotCountedAway() throws {
    try database.execute("DELETE FROM exercise_set WHERE number = 2")
    let before = try patient.examine().findings
    let mending = try patient.doctor.mend()
    #expect(mending.done == [])
    #expect(try patient.examine().findings == before)
    #expect(try database.first("SELECT set_count FROM session") { $0.integer(0) } == 3)
  }

  @Test func acceptingSealsWhatIsThere() throws {
    try database.execute("UPDATE pain SET score_tenths = 50; DELETE FROM flare")
    let mending = try patient.doctor.accept()
    #expect(mending.copy == patient.path + ".before-fix")
    #expect(mending.done.count == 1)
    #expect(try patient.examine().findings == [])
  }

  /// A trigger that another program left is not run by mending.
  @Test func triggersOfOthersAreNotRun() throws {
    try database.execute(
      "CREATE TRIGGER evil AFTER UPDATE ON session BEGIN DELETE FROM pain; END;"
        + "UPDATE session SET set_count = 9")
    try #require(try patient.log.painRatings().count == 1)
    _ = try patient.doctor.mend()
    #expect(try patient.log.painRatings().count == 1)
    #expect(try patient.examine().findings.map(\.id) == ["foreign"])
  }

  @Test func permissionsAndDraftsAreMended() throws {
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: patient.path)
    let (old, new) = (patient.path + ".version-2.7.tmp", patient.path + ".version-2.8.tmp")
    for path in [old, new] { try Data().write(to: URL(fileURLWithPath: path)) }
    let time = Date(timeIntervalSince1970: Double(Patient.now - 7200))
    try manager.setAttributes([.modificationDate: time], ofItemAtPath: old)
    #expect(try patient.examine().findings.map(\.id) == ["mode", "drafts"])
    let mending = try patient.doctor.mend()
    #expect(mending.done.count == 2 && mending.done.first == "gave the file mode 0600")
    #expect(mending.done.last?.hasPrefix("removed the unfinished copy '") == true)
    #expect(mending.copy == nil)
    #expect(try patient.examine().findings == [])
    #expect(try files == ["log.db", "log.db.version-2.8.tmp"])
  }
}
