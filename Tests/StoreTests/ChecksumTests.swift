import Core
import Foundation
import SQLite
import Testing

@testable import Store

/// Checksums show every change that did not come from the program.
@Suite struct ChecksumTests {
  private let fixture: Fixture
  private var log: LogStore { fixture.log }
  private let session: Session
  private let rating: PainRating

  init() throws {
    fixture = try Fixture()
    session = Session(
      id: fixture.id(), moment: Fixture.moment(20_700),
      entries: try Fixture.entries("bird-dog 3x8@2.5kg"), note: "note")
    rating = PainRating(
      id: fixture.id(), moment: Fixture.moment(20_700),
      score: try #require(NPRSScore(tenths: 40)), recall: .now,
      sites: [PainSite(name: "low-back", side: .left)], triggers: ["sitting"])
    let log = fixture.log
    let (session, rating) = (session, rating)
    try log.write(Fixture.commandRecord) {
      try log.insert(session, exercises: Fixture.index)
      try log.insert(rating)
      try log.set("report.weeks", to: "8")
    }
  }

  @Test func whatTheProgramWritesHasChecksums() throws {
    #expect(try log.checksumFindings() == ChecksumFindings())
  }

  @Test(arguments: [
    "UPDATE session SET note = 'nota'", "UPDATE session SET note = NULL",
    "UPDATE session SET day = day + 1", "UPDATE session SET at = at + 4294967296",
    "UPDATE exercise_set SET reps = 9 WHERE number = 2",
    "DELETE FROM exercise_set WHERE number = 3",
    "UPDATE exercise_set SET load_hundredths = load_hundredths + 1 WHERE number = 1",
    // Two rows that trade places are noticed too.
    "UPDATE exercise_set SET number = CASE number WHEN 1 THEN 4 WHEN 2 THEN 5 ELSE 6 END",
  ])
  func aChangeOfASessionShows(_ sql: String) throws {
    try log.database.run(sql)
    #expect(try log.checksumFindings() == ChecksumFindings(broken: [.entry(session.id)]))
  }

  @Test func aChangeOfARatingOrAListShows() throws {
    try log.database.run("UPDATE pain_trigger SET trigger = 'standing'")
    #expect(try log.checksumFindings().broken == [.entry(rating.id)])
    try log.database.run("UPDATE pain_trigger SET trigger = 'sitting'")
    #expect(try log.checksumFindings() == ChecksumFindings())
    try log.database.run("UPDATE setting SET value = '9'")
    #expect(try log.checksumFindings().broken == [.table("setting")])
  }

  @Test func anEntryThatIsGoneShows() throws {
    try log.database.run("DELETE FROM pain")
    #expect(try log.checksumFindings().broken == [.entry(rating.id)])
  }

  @Test(arguments: [
    "DELETE FROM exercise_set WHERE number = 3", "UPDATE exercise_set SET reps = 9",
  ])
  func whatIsRemovedIsNoLongerBroken(_ sql: String) throws {
    try log.database.run(sql)
    try log.write(Fixture.commandRecord) { try log.remove(.session, id: session.id) }
    #expect(try log.checksumFindings() == ChecksumFindings())
    _ = try log.undo()
    #expect(try log.checksumFindings().broken == [.entry(session.id)])
    _ = try log.redo()
    #expect(try log.checksumFindings() == ChecksumFindings())
  }

  /// What is left of a checksum does not count for an entry that is entered again.
  @Test func anEntryThatIsWrittenAgainGetsANewChecksum() throws {
    try log.database.run("UPDATE pain SET score_tenths = 70")
    try log.write(Fixture.commandRecord) { try log.remove(.pain, id: rating.id) }
    #expect(try log.checksumFindings() == ChecksumFindings())
    try log.write(Fixture.commandRecord) { try log.insert(rating) }
    #expect(try log.checksumFindings() == ChecksumFindings())
  }

  @Test func anEntryOfAnotherProgramHasNoChecksum() throws {
    try log.database.run(
      """
      INSERT INTO day_record (id, at, utc_offset, zone, day)
      VALUES (x'00000000000000000000000000000001', 1, 0, 'UTC', 1)
      """)
    var findings = try log.checksumFindings()
    #expect(findings.broken.isEmpty && findings.missing.count == 1)
    // A change by the program gives it none: the rest of it is still another's word.
    try log.write(Fixture.commandRecord) { try log.database.run("UPDATE day_record SET day = 2") }
    findings = try log.checksumFindings()
    #expect(findings.broken.isEmpty && findings.missing.count == 1)
  }

  /// A log upgraded from a version without checksums has them all afterwards.
  @Test func recomputingAllAgreesWithRecording() throws {
    let before = try log.database.rows(
      "SELECT hex(entry), row_count, fingerprint FROM seal ORDER BY 1"
    ) { [$0.text(0), $0.text(1), $0.text(2)] }
    try log.database.transaction { try log.recomputeChecksums() }
    let after = try log.database.rows(
      "SELECT hex(entry), row_count, fingerprint FROM seal ORDER BY 1"
    ) { [$0.text(0), $0.text(1), $0.text(2)] }
    #expect(before == after)
  }
}
