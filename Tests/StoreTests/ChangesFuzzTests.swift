import Core
import SQLite
import SeededRandom
import Testing

@testable import Store

/// The changes that a log keeps for `psoas undo`, with bytes of them altered: they are refused or read as
/// other changes, and nothing traps.
@Suite struct ChangesFuzzTests {
  private static let count = RandomRuns.count(2000)
  private static let seed = RandomRuns.seed

  private struct Stop: Error {}

  @Test func changesNeverTrap() throws {
    let fixture = try Fixture()
    let log = fixture.log
    let session = Session(
      id: fixture.id(), moment: Fixture.moment(20_700),
      entries: try Fixture.entries("bird-dog 3x8@2.5kg"), note: "note")
    try log.write(Fixture.commandRecord) { try log.insert(session, exercises: Fixture.index) }
    let stored = try log.database.first("SELECT changes FROM operation") { $0.blob(0) }
    let changes = try #require(stored)
    var random = SeededRandom(ChangesFuzzTests.seed)
    var (read, refused) = (0, 0)
    for _ in 0..<ChangesFuzzTests.count {
      var altered = changes
      for _ in 0..<Int.random(in: 1...4, using: &random) where !altered.isEmpty {
        let place = Int.random(in: 0..<altered.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: altered.removeSubrange(place...)
        case 1: altered[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: altered[place] = UInt8.random(in: 0...255, using: &random)
        default: altered.remove(at: place)
        }
      }
      do {
        _ = try ChangeSummary(altered)
        let back = try ChangeSet.inverted(altered)
        read += 1
        try log.database.withoutForeignKeys {
          try log.database.transaction {
            try log.database.apply(back)
            throw Stop()
          }
        }
      } catch {
        refused += 1
      }
    }
    #expect(read > 0 && refused > 0)
    // Everything was rolled back.
    #expect(try log.checksumFindings() == ChecksumFindings())
  }
}
