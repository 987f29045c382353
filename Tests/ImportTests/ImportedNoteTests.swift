import Core
import Import
import Testing

/// Notes and rejections of sessions, as the log gets them.
@Suite struct ImportedNoteTests {
  private func made(_ text: String) throws -> [EntryBuilder.Made] {
    var made: [EntryBuilder.Made] = []
    var mapping = NameMapping()
    mapping["Plank"] = .exercise(try Slug("plank", for: "an exercise"), nil)
    let builder = EntryBuilder(
      mapping, kinds: [], zone: Zone.fixed(minutes: 0), dayStart: .noon, now: 20_777 * 86_400)
    _ = try Importer.read(
      .strong, from: { source(text) }, deliver: { made.append(try builder.make($0)) })
    return made
  }

  @Test func longNotesAreCutWithAWord() throws {
    let note = String(repeating: "é", count: 5000)
    let rows = (0..<3).map { "2026-01-02 07:00:00,A,Plank,1,0,8,\($0)\(note)\n" }.joined()
    guard case .session(let session, _)? = try made(CleaningTests.head + rows).first else {
      Issue.record("no session")
      return
    }
    let kept = try #require(session.note)
    #expect(kept.hasSuffix(EntryBuilder.cut) && kept.utf8.count <= FreeText.longestNote)
    #expect(kept.utf8.count > FreeText.longestNote - 4 && session.setCount == 3)
  }

  @Test func aRejectedSessionCountsItsRows() throws {
    let rows = (1...3).map { "2030-01-02 07:00:00,A,Plank,\($0),0,8,\n" }.joined()
    guard case .rejected(let row)? = try made(CleaningTests.head + rows).first else {
      Issue.record("no rejection")
      return
    }
    #expect(row.rows == 3 && row.line == 2)
    #expect(row.reason == "is in the future (2030-01-02 07:00), with the 3 rows of its session")
    var scan = ImportScan()
    scan.reject(row)
    #expect(scan.rejectedCount == 3)
  }
}
