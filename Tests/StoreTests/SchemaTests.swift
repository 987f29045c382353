import Core
import Foundation
import SQLite
import Testing

@testable import Store

/// The tables refuse what no log may hold, whoever writes it.
@Suite struct SchemaTests {
  private let fixture: Fixture
  private var database: Database { fixture.log.database }

  init() throws { fixture = try Fixture() }

  private static let id = "randomblob(16)"

  @Test(arguments: [
    "INSERT INTO pain VALUES (\(id), 1, 0, 'UTC', 1, 101, 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO pain VALUES (\(id), 1, 0, 'UTC', 1, -1, 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO pain VALUES (\(id), 1, 0, 'UTC', 1, 40.5, 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO pain VALUES (\(id), 1, 0, 'UTC', 1, 'four', 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO pain VALUES (\(id), 1, 0, 'UTC', 1, 40, 'later', 0, NULL, NULL, NULL)",
    "INSERT INTO pain VALUES (\(id), -1, 0, 'UTC', 1, 40, 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO pain VALUES (\(id), 1, 2000, 'UTC', 1, 40, 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO pain VALUES (\(id), 1, 0, '', 1, 40, 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO pain VALUES (\(id), 1, 0, 'UTC', 1, 40, 'now', 0, NULL, 'after', NULL)",
    "INSERT INTO pain VALUES (\(id), 1, 0, 'UTC', 1, 40, 'now', 0, \(id), 'after', NULL)",
    "INSERT INTO pain VALUES (x'00', 1, 0, 'UTC', 1, 40, 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO session VALUES (\(id), 1, 0, 'UTC', 1, NULL, 0, NULL, 0, NULL)",
    "INSERT INTO session VALUES (\(id), 1, 0, 'UTC', 1, NULL, 60, 101, 0, NULL)",
    "INSERT INTO session VALUES (\(id), 1, 0, 'UTC', 1, NULL, 60, 10, 0, '')",
    "INSERT INTO exercise_set VALUES (\(id), 1, 1, 'x', 8, NULL, NULL, NULL, NULL, NULL)",
    "INSERT INTO exercise VALUES ('x', 'X', 2, 'reps', NULL, NULL, 1, NULL, NULL, NULL)",
    "INSERT INTO course_change VALUES (\(id), 1, 0, 'UTC', 1, 'start', 'x', NULL, NULL, NULL)",
    "INSERT INTO course_change VALUES (\(id), 1, 0, 'UTC', 1, 'stop', 'x', 'y', NULL, NULL)",
    "INSERT INTO course_change VALUES (\(id), 1, 0, 'UTC', 1, 'leap', 'x', 'y', NULL, NULL)",
    "INSERT INTO flare VALUES (\(id), 9, 0, 'UTC', 1, 8, 0, 'UTC', 1, NULL)",
    "INSERT INTO flare VALUES (\(id), 9, 0, 'UTC', 1, 10, 0, 'UTC', NULL, NULL)",
    "INSERT INTO check_answer VALUES (\(id), 'fever', 1)",
    "INSERT INTO safety_check VALUES (\(id), 1, 0, 'UTC', 1, '')",
    "INSERT INTO planned_exercise VALUES (\(id), 1, 'bird-dog 3x8')",
    "INSERT INTO measurement VALUES (\(id), 1, 0, 'UTC', 1, 'x', '', '', '', NULL, NULL, NULL)",
    "INSERT INTO day_record VALUES (\(id), 1, 0, 'UTC', -1)",
    "INSERT INTO setting VALUES (NULL, 'x')",
    "INSERT INTO measurement_kind VALUES ('x', 'X', 'deg', 'lower', 0, -9e18, 9e18, 1)",
    "INSERT INTO day_factor VALUES (\(id), 'x', 'time', 1)",
  ])
  func refuses(_ sql: String) {
    let error = #expect(throws: StoreError.self) { try database.run(sql) }
    #expect(error?.kind == .refused)
    let message = error?.message ?? ""
    #expect(message.contains("constraint failed") || message.contains("cannot store"))
  }

  /// The statements above fail for their one fault, not for their form.
  @Test func acceptsTheSameWithoutTheFault() throws {
    try database.run(
      "INSERT INTO pain VALUES (randomblob(16), 1, 0, 'UTC', 1, 40, 'now', 0, NULL, NULL, NULL)")
    try database.run(
      "INSERT INTO session VALUES (randomblob(16), 1, 0, 'UTC', 1, NULL, 60, 10, 0, 'x')")
    try database.run(
      "INSERT INTO exercise VALUES ('x', 'X', 1, 'reps', NULL, NULL, 1, NULL, NULL, NULL)")
    try database.run(
      "INSERT INTO course_change VALUES (randomblob(16), 1, 0, 'UTC', 1, 'start', 'x', 'y', NULL, NULL)"
    )
    try database.run(
      "INSERT INTO flare VALUES (randomblob(16), 9, 0, 'UTC', 1, 10, 0, 'UTC', 1, NULL)")
    try database.run("INSERT INTO safety_check VALUES (randomblob(16), 1, 0, 'UTC', 1, 'x')")
    try database.run("INSERT INTO day_record VALUES (randomblob(16), 1, 0, 'UTC', 1)")
  }

  /// A file that another program filled without the tables' checks is refused, not crashed on.
  @Test(arguments: [
    "INSERT INTO pain VALUES (randomblob(16), 1, 9223372036854775807, 'UTC', 1, 40, 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO pain VALUES (randomblob(16), 1, 0, 'UTC', 1, 4000, 'now', 0, NULL, NULL, NULL)",
    "INSERT INTO day_record VALUES (x'00000000000000000000000000000001', 1, 0, 'UTC', 1); "
      + "INSERT INTO day_factor VALUES (x'00000000000000000000000000000001', 'a', 'time', -9223372036854775808)",
    "INSERT INTO session VALUES (randomblob(16), 1, -9223372036854775808, 'UTC', 1, NULL, 60, 10, 0, 'x')",
  ])
  func hostileRowsAreErrors(_ sql: String) throws {
    try database.execute("PRAGMA ignore_check_constraints = ON; \(sql)")
    let error = #expect(throws: StoreError.self) {
      try fixture.log.entries(of: nil, EntryWindow())
    }
    #expect(error?.kind == .damaged)
  }

  @Test(arguments: [-1, 101, 4000])
  func aScoreOutsideOfItsScaleIsNotCounted(_ tenths: Int) throws {
    try database.execute(
      "PRAGMA ignore_check_constraints = ON; INSERT INTO pain VALUES "
        + "(randomblob(16), 1, 0, 'UTC', 1, \(tenths), 'now', 0, NULL, NULL, NULL)")
    let error = #expect(throws: StoreError.self) {
      try fixture.log.aggregates(
        of: .pain(.now), by: .week, in: Day(number: 0)...Day(number: 9))
    }
    #expect(error?.kind == .damaged)
    #expect(error?.message == "the log has a pain score that cannot be read")
  }

  @Test func theFileSaysWhatItIs() throws {
    #expect(try database.first("PRAGMA application_id") { $0.integer(0) } == 0x7073_6F61)
    #expect(try database.first("PRAGMA user_version") { $0.integer(0) } == LogStore.version)
    #expect(try database.first("PRAGMA journal_mode") { $0.text(0) } == "delete")
  }

  @Test func everyTableIsStrict() throws {
    let loose = try database.rows(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'"
    ) { $0.text(0) }
    #expect(loose.isEmpty)
  }

  @Test func theFileIsPrivate() throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: fixture.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func aNewerFileIsRefused() throws {
    try database.execute("PRAGMA user_version = \(LogStore.version + 1)")
    let error = #expect(throws: StoreError.self) { try LogStore.open(fixture.path) }
    #expect(error?.kind == .newer)
  }

  @Test func writesAreDurable() throws {
    let synchronous = try fixture.log.write(Fixture.commandRecord) {
      try database.first("PRAGMA synchronous") { $0.integer(0) }
    }
    // 3 is EXTRA.
    #expect(synchronous == 3)
    #expect(try database.first("PRAGMA foreign_keys") { $0.integer(0) } == 1)
    #expect(try database.first("PRAGMA trusted_schema") { $0.integer(0) } == 0)
  }
}
