import Core
import Foundation
import SeededRandom
import Testing

@testable import Store

/// Rows are saved from damaged files, and what is lost or made up for is named.
@Suite struct SalvageRowsTests {
  private let patient: Patient
  private let ratings: Int

  private var log: LogStore { patient.log }
  private var folder: String { (patient.path as NSString).deletingLastPathComponent }
  private var out: String { folder + "/out.db" }
  private var damaged: String { folder + "/damaged.db" }

  init() throws {
    let patient = try Patient()
    self.patient = patient
    let note = String(repeating: "word ", count: 40)
    let score = try NPRSScore("4")
    let day = try patient.fixture.day("sitting=9h")
    try patient.log.write(Fixture.commandRecord) {
      _ = try patient.log.insert(day)
      for number in 0..<200 {
        try patient.log.insert(
          PainRating(
            id: patient.fixture.id(), moment: Fixture.moment(20_400 + number), score: score,
            note: note))
      }
    }
    ratings = 201
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func write(_ bytes: [UInt8]) throws {
    for path in [damaged, out] { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: damaged))
  }

  private func salvage(_ path: String? = nil) throws -> Salvaged? {
    let around = Doctor.Surroundings(
      now: Patient.now, isDefaultPlace: false, knowsZone: { _ in true })
    return try Doctor(path: path ?? damaged, around: around).salvage(into: out)
  }

  private func entries(_ path: String) throws -> [EntryID: String] {
    let log = try #require(try LogStore.open(path))
    let entries = try log.entries(of: nil, EntryWindow()).map { ($0.id, "\($0)") }
    return Dictionary(entries) { first, _ in first }
  }

  /// Every entry of the new log is as it was written or is said to be changed, and the new log is sound.
  @discardableResult
  private func expectNothingInvented(_ salvaged: Salvaged, _ what: String = "") throws -> Int {
    let (before, after) = (try entries(patient.path), try entries(out))
    for (id, text) in after where !salvaged.changed.contains(id) {
      #expect(before[id] == text, "\(what)")
    }
    let gone = before.keys.filter { after[$0] == nil }
    let named = Set(salvaged.lost.compactMap(\.entry))
    let isNamed =
      gone.allSatisfy(named.contains) || salvaged.lost.contains { $0.entry == nil }
    #expect(isNamed, "\(what): \(gone.count) of \(before.count)")
    let around = Doctor.Surroundings(
      now: Patient.now, isDefaultPlace: false, knowsZone: { _ in true })
    let report = try #require(try Doctor(path: out, around: around).check())
    #expect(!report.needsAttention, "\(what): \(report.findings)")
    return after.count
  }

  @Test func aSoundLogIsSavedWhole() throws {
    let before = try bytes(patient.path)
    let salvaged = try #require(try salvage(patient.path))
    #expect(salvaged.isWhole && salvaged.remarks.isEmpty, "\(salvaged)")
    #expect(salvaged.rescued.first { $0.table == "pain" }?.rows == ratings)
    #expect(try entries(out) == entries(patient.path))
    #expect(try bytes(patient.path) == before)
    #expect(try LogStore.open(out)?.undo().count == 1)
  }

  @Test func aDamagedPageCostsOnlyItsRows() throws {
    let whole = try bytes(patient.path)
    let pages = whole.count / 4096
    var saved: [Int] = []
    for page in stride(from: 1, to: pages, by: max(1, pages / 16)) {
      var holed = whole
      holed.replaceSubrange(
        (page * 4096)..<((page + 1) * 4096), with: repeatElement(0xA5, count: 4096))
      try write(holed)
      guard let salvaged = try? salvage() else { continue }
      saved.append(try expectNothingInvented(salvaged, "page \(page + 1)"))
      #expect(try bytes(damaged) == holed)
    }
    let total = try entries(patient.path).count
    #expect(saved.count >= 12 && saved.filter { $0 * 10 >= total * 9 }.count * 2 > saved.count)
  }

  /// Between two damaged leaves of the table of ratings, rows are reached by their keys.
  @Test func rowsBetweenDamagedPagesAreSaved() throws {
    var bytes = try bytes(patient.path)
    // Leaves of tables without row numbers whose cells have the words of the notes.
    let leaves = (1..<(bytes.count / 4096)).filter { page in
      bytes[page * 4096] == 10
        && Data(bytes[(page * 4096)..<((page + 1) * 4096)]).range(of: Data("word word".utf8)) != nil
    }
    try #require(leaves.count >= 6)
    for page in [leaves[1], leaves[leaves.count - 2]] {
      bytes.replaceSubrange(
        (page * 4096)..<((page + 1) * 4096), with: repeatElement(0xA5, count: 4096))
    }
    try write(bytes)
    let salvaged = try #require(try salvage())
    let rows = try #require(salvaged.rescued.first { $0.table == "pain" }?.rows)
    #expect(rows < ratings && rows * 10 > ratings * 7, "\(rows) of \(ratings)")
    #expect(salvaged.lost.contains { $0.what == "pain" })
    try expectNothingInvented(salvaged)
  }

  @Test(arguments: [
    (0..<100, [UInt8](repeating: 0, count: 100)), (0..<1, [0x58]), (16..<18, [0xFF, 0xFF]),
    (28..<32, [0, 0, 0, 1]), (59..<60, [9]), (68..<72, [0, 0, 0, 0]),
  ])
  func aDamagedHeaderIsReplaced(_ range: Range<Int>, _ with: [UInt8]) throws {
    var bytes = try bytes(patient.path)
    bytes.replaceSubrange(range, with: with)
    try write(bytes)
    let salvaged = try #require(try salvage())
    #expect(salvaged.isWhole, "\(salvaged.lost) \(salvaged.rebuilt)")
    #expect(try entries(out) == entries(patient.path))
    if range.upperBound <= 32, range.lowerBound != 28 {
      #expect(
        salvaged.remarks == ["the header of the file was damaged and was repaired in a copy"])
    }
    try #expect(
      FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
        "damaged.db", "log.db", "out.db",
      ])
  }

  /// The list of tables begins on page 1: with that gone, it is taken from a new log.
  @Test func aDamagedListOfTablesIsReplaced() throws {
    var bytes = try bytes(patient.path)
    bytes.replaceSubrange(0..<4096, with: repeatElement(0, count: 4096))
    try write(bytes)
    let salvaged = try #require(try salvage())
    #expect(salvaged.remarks == ["the list of tables was damaged and was repaired in a copy"])
    #expect(try entries(out) == entries(patient.path))
    #expect(salvaged.lost.isEmpty, "\(salvaged.lost)")
  }

  @Test func aTruncatedFileIsReadToItsEnd() throws {
    let whole = try bytes(patient.path)
    try write(Array(whole.prefix(whole.count * 3 / 4 - 100)))
    let salvaged = try #require(try salvage())
    #expect(
      salvaged.remarks.contains(
        "the file is shorter than its header says; its end may be missing"))
    #expect(!salvaged.lost.isEmpty)
    #expect(try expectNothingInvented(salvaged) > 0)
  }

  @Test func anInterruptedWriteIsRolledBackInACopy() throws {
    try write(try bytes(patient.path))
    // No journal of SQLite: it is dropped in the copy, and stays next to the file.
    try Data(repeating: 7, count: 700).write(to: URL(fileURLWithPath: damaged + "-journal"))
    let salvaged = try #require(try salvage())
    #expect(salvaged.remarks == ["an interrupted write was rolled back in a copy"])
    #expect(try entries(out) == entries(patient.path))
    #expect(try bytes(damaged + "-journal").count == 700)
  }

  @Test(arguments: [
    ("DELETE FROM exercise", "the exercise 'bird-dog' is the program's own again"),
    (
      "UPDATE exercise_set SET exercise = 'heel-slide'",
      "of the exercise 'heel-slide' only the name was left"
    ),
    (
      "DELETE FROM measurement_kind",
      "the kind of measurement 'thomas' is the program's own again"
    ),
    (
      "UPDATE measurement SET kind = 'reach'",
      "of the kind of measurement 'reach' only the name was left; its unit and direction are not known"
    ),
    (
      "UPDATE pain SET session_id = x'00', tie = 'before' WHERE id = (SELECT min(id) FROM pain)",
      "1 pain rating of a session that was lost is without a session now"
    ),
  ])
  func whatEntriesNameIsRebuilt(_ sql: String, _ rebuilt: String) throws {
    try log.database.withoutForeignKeys { try log.database.execute(sql) }
    let salvaged = try #require(try salvage(patient.path))
    #expect(salvaged.rebuilt == [rebuilt])
    #expect(salvaged.lost.isEmpty, "\(salvaged.lost)")
    let saved = try #require(try LogStore.open(out))
    #expect(try saved.database.rows("PRAGMA foreign_key_check") { $0.text(0) } == [])
    #expect(try saved.checksumFindings() == ChecksumFindings())
  }

  @Test(arguments: [
    ("DELETE FROM session", "exercise_set", "the session that it belongs to could not be read"),
    ("DELETE FROM measurement_trial", "measurement", "its values could not be read"),
    ("DELETE FROM day_factor", "day_record", "its values could not be read"),
    (
      "UPDATE exercise_set SET exercise = ''", "exercise_set",
      "what it names, '', cannot be a name"
    ),
    ("UPDATE measurement SET kind = ''", "measurement", "what it names, '', cannot be a name"),
    (
      "INSERT INTO exercise_alias VALUES ('slides', 'nowhere')", "exercise_alias",
      "the exercise behind the alias 'slides' could not be read"
    ),
    (
      "UPDATE operation SET changes = x'00' WHERE number = 1", "operation",
      "what these commands changed could not be read, so that they cannot be undone"
    ),
    (
      "UPDATE pain SET score_tenths = 999 WHERE id = (SELECT max(id) FROM pain)", "pain",
      "the new log refuses it: CHECK constraint failed: score_tenths BETWEEN 0 AND 100"
    ),
    ("DELETE FROM flare", "entry", "it could not be read"),
  ])
  func whatIsLostIsNamed(_ sql: String, _ what: String, _ reason: String) throws {
    try log.database.withoutForeignKeys {
      try log.database.execute("PRAGMA ignore_check_constraints = ON; \(sql)")
    }
    let salvaged = try #require(try salvage(patient.path))
    #expect(
      salvaged.lost.contains { $0.what == what && $0.reason == reason }, "\(salvaged.lost)")
    let saved = try #require(try LogStore.open(out))
    #expect(try saved.database.rows("PRAGMA foreign_key_check") { $0.text(0) } == [])
    #expect(try HistoryChecks(saved).history() == [])
  }

  @Test func aTableThatIsGoneIsNamed() throws {
    try log.database.execute("DROP TABLE import_mapping; DROP TABLE flare")
    let salvaged = try #require(try salvage(patient.path))
    #expect(
      salvaged.lost.map(\.what) == ["import_mapping", "flare", "entry", "entry"], "\(salvaged)")
  }

  @Test func whatChangedIsNamed() throws {
    try log.database.execute(
      "UPDATE setting SET value = '9'; UPDATE session SET note = 'another';"
        + "INSERT INTO day_record VALUES (x'0190000000007000800000000000abcd', 9, 0, 'UTC', 0);"
        + "INSERT INTO day_factor VALUES (x'0190000000007000800000000000abcd', 'sleep', 'time', 9)")
    let salvaged = try #require(try salvage(patient.path))
    #expect(salvaged.changed == [patient.session.id])
    #expect(salvaged.changedLists == ["the settings"])
    #expect(salvaged.uncompared.count == 1)
    #expect(salvaged.lost.isEmpty && !salvaged.isWhole)
  }

  @Test func nothingIsOverwritten() throws {
    func message(_ body: () throws -> Void) -> String {
      do {
        try body()
        return ""
      } catch { return (error as? StoreError)?.message ?? "\(error)" }
    }
    #expect(try salvage(folder + "/nothing.db") == nil)
    try Data("x".utf8).write(to: URL(fileURLWithPath: out))
    #expect(message { _ = try salvage(patient.path) } == "'\(out)' already exists")
    let around = Doctor.Surroundings(
      now: Patient.now, isDefaultPlace: false, knowsZone: { _ in true })
    for (place, words) in [
      (".backups/a.db", "is where psoas keeps its backups"),
      ("-journal", "is a part of the log"),
    ] {
      let target = patient.path + place
      let refusal = message {
        _ = try Doctor(path: patient.path, around: around).salvage(into: target)
      }
      #expect(refusal == "'\(target)' \(words)")
    }
    try write([UInt8](repeating: 0x5A, count: 9000))
    #expect(message { _ = try salvage() }.hasPrefix("nothing can be read from '\(damaged)'"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["damaged.db", "log.db"])
  }
}
