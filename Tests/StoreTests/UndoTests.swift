import Core
import Foundation
import SQLite
import Testing

@testable import Store

/// What commands did is undone and redone exactly, or not at all.
@Suite struct UndoTests {
  private let fixture: Fixture
  private var log: LogStore { fixture.log }

  init() throws { fixture = try Fixture() }

  /// Every row of every table of the log, checksums included, except those of the history.
  private func rows() throws -> [String] {
    try (LogTable.recorded.map(\.rawValue) + ["seal"]).flatMap { table in
      let columns = try log.database.rows(
        "SELECT name FROM pragma_table_info(?)", values: [.text(table)]
      ) { $0.text(0) }
      let quoted = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
      return try log.database.rows("SELECT \(quoted) FROM \(table) ORDER BY 1") {
        "\(table): \($0.text(0))"
      }
    }
  }

  private func rating(_ tenths: Int, note: String? = nil) throws -> PainRating {
    PainRating(
      id: fixture.id(), moment: Fixture.moment(20_700),
      score: try #require(NPRSScore(tenths: tenths)), recall: .now,
      sites: [PainSite(name: "low-back", side: .left)], triggers: ["sitting"], note: note)
  }

  private func session(_ words: String) throws -> Session {
    Session(
      id: fixture.id(), moment: Fixture.moment(20_700), entries: try Fixture.entries(words))
  }

  /// One change of every kind that the log knows.
  private func changes() throws -> [() throws -> Void] {
    let first = try rating(40)
    let session = try session("bird-dog 3x8")
    let flare = Flare(id: fixture.id(), start: Fixture.moment(20_701))
    let measurement = Measurement(
      id: fixture.id(), moment: Fixture.moment(20_700), kind: try Fixture.kind("thomas"),
      side: .left, trials: [-500, -525])
    let change = StageTransition(
      id: fixture.id(), moment: Fixture.moment(20_702), kind: .start,
      rehabProtocol: Slug(stored: "staged-recovery"), stage: Slug(stored: "settle"), unmet: [],
      answers: [Slug(stored: "fever"): false], note: nil)
    let check = SafetyCheck(
      id: fixture.id(), moment: Fixture.moment(20_703), answers: [Slug(stored: "fever"): true],
      findings: [SafetyCheck.Finding(rule: Slug(stored: "fever"), evidence: "yes")])
    let day = DayRecord(
      id: fixture.id(), moment: Fixture.moment(20_700),
      factors: [
        Factor(name: Slug(stored: "sitting"), value: FactorValue(unit: .time, hundredths: 9))
      ]
    )
    return [
      { try log.insert(first) },
      { try log.insert(session, exercises: Fixture.index) },
      { try log.insert(flare) },
      { try log.insert(measurement) },
      { try log.insert(change) },
      { try log.insert(check) },
      { _ = try log.insert(day) },
      { try log.end(flare.id, at: Fixture.moment(20_705), note: "over") },
      { try log.set("report.weeks", to: "8") },
      { try log.set("report.weeks", to: "9") },
      { try log.remove(.session, id: session.id) },
      { try log.remove(.pain, id: first.id) },
    ]
  }

  @Test func everyStateComesBackAndForthExactly() throws {
    var states = [try rows()]
    for change in try changes() {
      try log.write(Fixture.commandRecord, body: change)
      states.append(try rows())
    }
    #expect(Set(states.map { $0.joined() }).count == states.count)
    for state in states.dropLast().reversed() {
      _ = try log.undo()
      #expect(try rows() == state)
      #expect(try log.checksumFindings() == ChecksumFindings())
    }
    for state in states.dropFirst() {
      _ = try log.redo()
      #expect(try rows() == state)
    }
    #expect(try log.undo(count: states.count - 1).count == states.count - 1)
    #expect(try rows() == states[0])
    #expect(try log.database.rows("PRAGMA foreign_key_check") { $0.text(0) } == [])
  }

  @Test func nothingIsKeptOfAWriteThatChangesNothing() throws {
    try log.write(Fixture.commandRecord) {}
    try log.write(Fixture.commandRecord) { try log.set("report.weeks", to: nil) }
    #expect(try log.operations().isEmpty)
    #expect(throws: UndoRefusal.nothing(after: 0)) { try log.undo() }
    #expect(throws: UndoRefusal.nothing(after: 0)) { try log.redo() }
  }

  @Test func entriesAreCounted() throws {
    let rating = try rating(40)
    let session = try session("bird-dog 3x8")
    try log.write(Fixture.commandRecord) {
      try log.insert(rating)
      try log.insert(session, exercises: Fixture.index)
    }
    try log.write(Fixture.commandRecord) {
      try log.remove(.pain, id: rating.id)
      try log.database.run("DELETE FROM exercise_set WHERE number = 3")
      try log.insert(try self.rating(30))
    }
    #expect(
      try log.operations().map(\.entries)
        == [EntryCounts(added: 1, changed: 1, removed: 1), EntryCounts(added: 2)])
  }

  /// A change by another program stops undo, and nothing is undone in part.
  @Test func whatWasChangedSinceIsRefused() throws {
    let (first, second) = (try rating(40), try rating(50))
    try log.write(Fixture.commandRecord) {
      try log.insert(first)
      try log.insert(second)
    }
    try log.database.run("UPDATE pain SET note = 'x' WHERE id = ?", values: [second.id.value])
    let before = try rows()
    let operation = try #require(try log.operations().first)
    #expect(throws: UndoRefusal.changedSince(operation, second.id)) { try log.undo() }
    try log.database.run("DELETE FROM pain WHERE id = ?", values: [second.id.value])
    #expect(throws: UndoRefusal.changedSince(operation, second.id)) { try log.undo() }
    try log.database.run("UPDATE pain SET note = NULL WHERE id = ?", values: [second.id.value])
    #expect(try rows() != before)
    #expect(try log.operations().map(\.state) == [.done])
  }

  /// What another program has tied to an entry would be left without it.
  @Test func anEntryThatOthersNameIsNotTakenAway() throws {
    let session = try session("bird-dog 3x8")
    try log.write(Fixture.commandRecord) { try log.insert(session, exercises: Fixture.index) }
    try log.database.run(
      """
      INSERT INTO pain (id, at, utc_offset, zone, day, score_tenths, recall, woke, session_id, tie)
      VALUES (randomblob(16), 1, 0, 'UTC', 1, 40, 'now', 0, ?, 'after')
      """, values: [session.id.value])
    let operation = try #require(try log.operations().first)
    #expect(throws: UndoRefusal.changedSince(operation, session.id)) { try log.undo() }
    #expect(try log.sessions().count == 1)
  }

  @Test func somethingNewEndsWhatCanBeDoneAgain() throws {
    for tenths in [10, 20, 30] {
      try log.write(Fixture.commandRecord) { try log.insert(try rating(tenths)) }
    }
    _ = try log.undo(count: 2)
    try log.write(Fixture.commandRecord) { try log.insert(try rating(40)) }
    #expect(throws: UndoRefusal.nothing(after: 0)) { try log.redo() }
    #expect(try log.operations().map(\.state) == [.done, .final, .final, .done])
    #expect(try log.painRatings().map(\.score.tenths).sorted() == [10, 40])
    #expect(throws: UndoRefusal.nothing(after: 2)) { try log.undo(count: 3) }
    #expect(try log.painRatings().count == 2)
  }

  /// A change too large for one part goes and comes in all its parts.
  @Test func largeChangesAreKeptInParts() throws {
    try log.write(Fixture.commandRecord) {
      for number in 0..<9000 {
        try log.insert(try rating(number % 100, note: String(repeating: "x", count: 200)))
        try log.flush()
      }
    }
    let parts = try log.database.first("SELECT parts FROM operation") { $0.integer(0) }
    #expect(try #require(parts) > 1)
    #expect(try log.operations().map(\.entries.added) == [9000])
    let full = try rows()
    _ = try log.undo()
    #expect(try rows() == [])
    _ = try log.redo()
    #expect(try rows() == full)
    #expect(try log.checksumFindings() == ChecksumFindings())
  }

  @Test func aDamagedRecordIsNotApplied() throws {
    try log.write(Fixture.commandRecord) { try log.insert(try rating(40)) }
    try log.database.run("UPDATE operation SET changes = CAST(changes || x'00' AS BLOB)")
    #expect(throws: StoreError.self) { try log.undo() }
    #expect(try log.painRatings().count == 1)
  }

  @Test func oldOperationsGoAndNewOnesStay() throws {
    try log.database.run("INSERT INTO setting VALUES ('history.keep', '10')")
    for _ in 1...LogStore.pruningStep {
      try log.write(Fixture.commandRecord) { try log.insert(try rating(40)) }
    }
    let numbers = try log.operations().map(\.number)
    #expect(numbers == (55...64).reversed())
    #expect(throws: UndoRefusal.nothing(after: 10)) { try log.undo(count: 11) }
  }

  @Test func forgettingLeavesNothing() throws {
    let rating = try rating(40, note: "a word nobody should find")
    try log.write(Fixture.commandRecord) { try log.insert(rating) }
    try log.write(Fixture.commandRecord) { try log.remove(.pain, id: rating.id) }
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: fixture.path)).range(of: Data("nobody".utf8)) != nil
    )
    #expect(try log.forgetOperations() == 2)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: fixture.path)).range(of: Data("nobody".utf8)) == nil
    )
    #expect(throws: UndoRefusal.nothing(after: 0)) { try log.undo() }
  }

  /// Tables of a later version may have more columns; what was kept before still fits.
  @Test func changesOfTodayFitTablesWithMoreColumns() throws {
    try log.write(Fixture.commandRecord) { try log.insert(try rating(40, note: "kept")) }
    try log.write(Fixture.commandRecord) {
      try log.remove(.pain, id: try #require(try log.painRatings().first).id)
    }
    try log.database.execute("ALTER TABLE pain ADD COLUMN later TEXT")
    _ = try log.undo()
    #expect(try log.painRatings().map(\.note) == ["kept"])
    _ = try log.undo()
    #expect(try log.painRatings().isEmpty)
  }

  @Test func everyTableOfTheLogIsRecorded() throws {
    let tables = try log.database.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ) { $0.text(0) }
    let own = ["operation", "operation_part", "seal"]
    #expect(tables == (LogTable.recorded.map(\.rawValue) + own).sorted())
    #expect(Set(LogTable.recorded.map(\.word)).count == LogTable.recorded.count)
  }
}
