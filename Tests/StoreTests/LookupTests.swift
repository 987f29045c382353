import Core
import SQLite
import Testing

@testable import Store

/// Entries by key, by kind and by their words, and what replaces or removes them.
@Suite struct LookupTests {
  private let patient: Patient
  private let day: DayRecord
  private let check: SafetyCheck
  private var log: LogStore { patient.log }

  init() throws {
    let patient = try Patient()
    self.patient = patient
    let check = patient.fixture.check()
    let day = try patient.fixture.day("sitting=9h")
    (self.check, self.day) = (check, day)
    try patient.log.write(Fixture.commandRecord) {
      try patient.log.insert(check)
      _ = try patient.log.insert(day)
    }
  }

  @Test(arguments: EntryKind.allCases) func entriesOfAKind(_ kind: EntryKind) throws {
    let entries = try log.entries(of: kind, EntryWindow())
    #expect(!entries.isEmpty && entries.allSatisfy { $0.kind == kind })
    for entry in entries {
      #expect(try log.holds(kind, id: entry.id))
      let found = try #require(try log.entry(kind, id: entry.id))
      #expect("\(found)" == "\(entry)")
      guard case .success = try log.reading(kind, id: entry.id) else {
        Issue.record("\(entry) cannot be read")
        return
      }
    }
    let none = patient.fixture.id()
    #expect(try !log.holds(kind, id: none) && log.entry(kind, id: none) == nil)
    #expect(try log.reading(kind, id: none) == nil)
  }

  @Test func allEntriesInOrder() throws {
    let all = try log.entries(of: nil, EntryWindow())
    #expect(all.count == 9)
    #expect(all.map(\.moment.utc) == all.map(\.moment.utc).sorted(by: >))
    #expect(try log.entries(of: nil, EntryWindow(limit: 2)).map(\.id) == all.prefix(2).map(\.id))
    #expect(try log.firstKey() == all.map(\.id).min())
    #expect(try log.firstDay(from: Day(number: 0)) == Day(number: 20_680))
    #expect(try log.firstDay(from: Day(number: 20_704)) == Day(number: 20_710))
    #expect(try log.firstDay(from: Day(number: 20_711)) == nil)
    let fixture = try Fixture()
    #expect(try fixture.log.firstKey() == nil && fixture.log.newestKey() == nil)
    #expect(try fixture.log.span() == nil)
  }

  @Test func anEntryThatCannotBeReadSaysWhy() throws {
    try log.database.execute(
      "PRAGMA ignore_check_constraints = ON; UPDATE pain SET score_tenths = 999")
    guard case .failure(let error) = try log.reading(.pain, id: patient.rating.id) else {
      Issue.record("it can be read")
      return
    }
    #expect(error.kind == .damaged)
    try log.database.withoutForeignKeys { try log.database.run("DELETE FROM measurement_kind") }
    let id = try #require(
      try log.database.first("SELECT id FROM measurement", values: [], read: { try $0.id(0) }))
    guard case .failure(let second) = try log.reading(.measurement, id: id) else {
      Issue.record("it can be read")
      return
    }
    #expect(second.message == "something that it refers to is not in the log")
    // It can be removed all the same.
    try log.write(Fixture.commandRecord) { try log.remove(.pain, id: patient.rating.id) }
    #expect(try !log.holds(.pain, id: patient.rating.id))
  }

  @Test(arguments: [
    ("BIRD", ["session"]), ("low-back", ["pain"]), ("sitting", ["pain", "day"]),
    ("thomas", ["measurement"]), ("twelve", ["stage", "stage"]), ("answered", ["check"]),
    ("100%", []), ("_", []), ("note", ["session"]),
  ])
  func entriesByTheirWords(_ words: String, _ kinds: [String]) throws {
    let found = try log.keys(holding: words, limit: 10)
    #expect(found.map(\.kind.rawValue).sorted() == kinds.sorted(), "\(found)")
    #expect(try log.keys(holding: words, limit: 1).count == min(1, kinds.count))
  }

  @Test func accentedWordsInEitherCase() throws {
    let rating = PainRating(
      id: patient.fixture.id(), moment: Fixture.moment(20_700), score: try NPRSScore("1"),
      note: "ÉTIRÉ 100%")
    try log.write(Fixture.commandRecord) { try log.insert(rating) }
    #expect(try log.keys(holding: "étiré", limit: 5).map(\.id) == [rating.id])
    #expect(try log.keys(holding: "100%", limit: 5).map(\.id) == [rating.id])
  }

  @Test func mappingsOfNamesAreRemembered() throws {
    #expect(try log.importMapping("hevy") == nil)
    try log.write(Fixture.commandRecord) { try log.setImportMapping("hevy", text: "Squat = squat") }
    try log.write(Fixture.commandRecord) {
      try log.setImportMapping("hevy", text: "Squat = bird-dog")
    }
    #expect(try log.importMapping("hevy") == "Squat = bird-dog")
  }
}

extension LookupTests {
  private func replace(_ entry: LogEntry) throws {
    try log.write(Fixture.commandRecord) {
      try log.replace(entry, exercises: Fixture.index, newID: patient.fixture.id)
    }
  }

  @Test func aSessionIsReplacedWithTheRatingsAroundIt() throws {
    var pain = PainAround()
    (pain.before, pain.after) = (try NPRSScore("3"), try NPRSScore("2"))
    let later = Session(
      id: patient.session.id, moment: Fixture.moment(20_705),
      entries: try Fixture.entries("plank 2x30s"), note: "new")
    try replace(.session(patient.session, pain: pain))
    #expect(try log.painRatings().count == 3)
    pain.after = try NPRSScore("1")
    pain.before = nil
    try replace(.session(later, pain: pain))
    #expect(try log.session(later.id) == later)
    let rated = try #require(try log.responses().first)
    #expect(rated.pain == PainAround(after: try NPRSScore("1")))
    let tied = try #require(try log.painRatings().first { $0.session != nil })
    #expect(tied.moment == later.moment, "it was made with the session and moves with it")
    #expect(try log.checksumFindings() == ChecksumFindings())
  }

  @Test func otherEntriesAreReplaced() throws {
    let rating = PainRating(
      id: patient.rating.id, moment: Fixture.moment(20_706), score: try NPRSScore("9"))
    let record = DayRecord(
      id: day.id, moment: day.moment, factors: [try Factor("sitting=3"), try Factor("sleep=6h")])
    let resolved = SafetyCheck(
      id: check.id, moment: Fixture.moment(20_704), resolution: "dealt with")
    let old = try #require(try log.measurements().first)
    let measurement = Measurement(
      id: old.id, moment: old.moment, kind: old.kind, side: .right, trials: [100, 200])
    let flare = Flare(
      id: try #require(try log.flares().first).id, start: Fixture.moment(20_683), note: "n")
    let stage = try #require(try log.stageTransitions().first)
    let change = StageTransition(
      id: stage.id, moment: stage.moment, kind: .advance, rehabProtocol: stage.rehabProtocol,
      stage: Slug(stored: "add"), note: "n")
    for entry in [
      LogEntry.pain(rating), .day(record), .check(resolved), .measurement(measurement),
      .flare(flare), .stage(change),
    ] { try replace(entry) }
    #expect(try log.painRating(rating.id) == rating)
    #expect(try log.dayRecord(day.id) == record, "its own factors do not bind the unit")
    #expect(try log.safetyCheck(check.id) == resolved)
    #expect(try log.measurement(old.id) == measurement)
    #expect(try log.flare(flare.id) == flare)
    #expect(try log.stageTransition(stage.id) == change)
    #expect(try log.checksumFindings() == ChecksumFindings())
  }

  @Test func onlyTheLastChangeOfStageIsRemoved() throws {
    let changes = try log.stageTransitions()
    let error = #expect(throws: InputError.self) { try log.remove(.stage, id: changes[1].id) }
    #expect(error?.hint == "remove '\(changes[0].id.short)' first")
  }

  @Test func manyEntriesAreStoredOnce() throws {
    let fixture = try Fixture()
    let other = fixture.log
    let entries = try log.entries(of: nil, EntryWindow()).reversed()
    func store() throws -> [Bool] {
      try other.write(Fixture.commandRecord) {
        for kind in try log.ownKinds() { _ = try other.insert(kind, own: true) }
        let writer = try BulkWriter(other, exercises: Fixture.index)
        return try entries.map { try writer.add($0) }
      }
    }
    #expect(try store() == entries.map { _ in true })
    #expect(try store() == entries.map { _ in false })
    #expect(try other.sessions() == log.sessions() && other.painRatings() == log.painRatings())
    let more = Session(
      id: patient.session.id, moment: patient.session.moment,
      entries: try Fixture.entries("plank 2x30s"), note: "note\nanother line")
    try other.write(Fixture.commandRecord) {
      let writer = try BulkWriter(other, exercises: Fixture.index)
      #expect(try writer.setCount(of: more.id) == 3)
      try writer.addMore(more)
      #expect(try writer.setCount(of: more.id) == 5)
      #expect(try writer.setCount(of: patient.fixture.id()) == nil)
    }
    let session = try #require(try other.session(more.id))
    #expect(session.entries.map(\.text) == ["bird-dog 3x8@2.5kg", "plank 2x30s"])
    #expect(session.note == "note\nanother line")
    #expect(try other.checksumFindings() == ChecksumFindings())
  }
}
