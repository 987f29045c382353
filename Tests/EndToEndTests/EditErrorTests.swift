import Foundation
import Testing

/// `edit`, `search`, `undo`, `redo` and `history`, as a user meets them.
@Suite struct EditErrorTests {
  static let table = [
    Bad(["undo", "0"], 64, "the number of commands cannot be '0'"),
    Bad(["undo", "x"], 64, "the number of commands cannot be 'x'"),
    Bad(["undo", "9"], 1, "there are 3 commands to undo, not more"),
    Bad(["redo"], 1, "there is nothing to redo"),
    Bad(["redo", "-1"], 64, "unknown option '-1'"),
    Bad(["history", "--limit", "0"], 64, "--limit cannot be '0'"),
    Bad(["history", "--limit", "3", "--all"], 64, "--limit and --all contradict each other"),
    Bad(
      ["history", "--forget", "--all"], 64, "--forget cannot be used with --limit and --all"),
    Bad(["search", " "], 64, "there is nothing to look for"),
    Bad(["search", "x", "--limit", "many"], 64, "--limit cannot be 'many'"),
    Bad(["edit", "zzzz", "--note", "x"], 64, "'zzzz' is not an id"),
    Bad(["edit", "0000000", "--note", "x"], 1, "there is no entry '0000000'"),
    Bad(["edit", "last", "--effort", "3"], 64, "a pain rating has no field 'effort'"),
    Bad(["edit", "last", "--score", "11"], 64, "the pain score '11' is not on the scale"),
    Bad(["edit", "last", "--score", ""], 64, "'score' cannot be empty"),
    Bad(["edit", "last", "--woke", "perhaps"], 64, "'woke' cannot be 'perhaps'"),
    Bad(["edit", "last", "--recall", "noon"], 64, "unknown recall window 'noon'"),
    Bad(
      ["edit", "last", "--at", "2027-01-01"], 64,
      "'2027-01-01' is in the future (now it is Fri 2026-11-20 18:00)"),
    Bad(["edit", "last"], 1, "there is nothing to change, and no terminal for an editor"),
    Bad(["config", "history.keep", "0"], 64, "'history.keep' cannot be '0'"),
  ]

  @Test(arguments: table) func refusals(_ bad: Bad) throws { try bad.expectRefusal() }

  private func logged() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("pain", "4", "--site", "hip", "--note", "after gardening")
    try psoas.done(
      "log", "bird-dog 3x8", "--before", "3", "--after", "2", "--minutes", "12", "--at",
      "yesterday 18:00")
    return psoas
  }

  @Test func undoAndRedoSayWhatTheyDid() throws {
    let psoas = try logged()
    let full = try psoas.done("list", "--format", "json")
    #expect(
      try psoas.done("undo") == """
        undid 'log 'bird-dog 3x8' --before 3 --after 2 --minutes 12 --at 'yesterday
        18:00'' of Fri 2026-11-20 18:00 (3 entries added)

        """)
    #expect(try psoas.objects("list").count == 1)
    #expect(try psoas.done("redo", "--quiet") == "")
    #expect(try psoas.done("list", "--format", "json") == full)
    let undone = try psoas.json(["undo", "2", "--format", "json"]) as? [[String: Any]]
    #expect(undone?.map { $0["state"] as? String } == ["undone", "undone"])
    #expect(undone?.map { $0["canBeTakenBack"] as? Bool } == [false, false])
    #expect(try psoas.objects("list").isEmpty)
    let last = try psoas.run("undo")
    #expect(last.status == 1 && last.err.hasPrefix("error: there is nothing to undo\n"))
  }

  @Test func historyShowsWhatWasDone() throws {
    let psoas = try logged()
    try psoas.done("rm", "last")
    try psoas.done("undo")
    #expect(
      try psoas.done("history") == """
          3  Fri 2026-11-20 18:00  rm last · 3 entries removed · undone
        → 2  Fri 2026-11-20 18:00  log 'bird-dog 3x8' --before 3 --after 2 --minutes 12…
          1  Fri 2026-11-20 18:00  pain 4 --site hip --note 'after gardening' · 1 entry…

        """)
    #expect(try psoas.done("history", extra: ["LC_ALL": "C"]).contains("\n> 2  "))
    #expect(
      try psoas.done("history", "--limit", "1", "--format", "csv").hasSuffix(",undone,0,0,3\n"))
    #expect(
      try psoas.done("history", "--forget") == "forgot 3 commands; nothing can be undone now\n")
    #expect(try psoas.run("history").err == "nothing is kept of what was done\n")
    #expect(try psoas.objects("list").count == 4)
  }

  /// The words of a note that was taken away are gone from the file once the history is forgotten.
  @Test func forgettingIsThorough() throws {
    let psoas = try logged()
    let id = try #require(try psoas.objects("search", "gardening").first?["id"] as? String)
    try psoas.done("edit", id, "--note", "")
    let word = Data("gardening".utf8)
    #expect(psoas.bytes()?.range(of: word) != nil)
    try psoas.done("history", "--forget")
    #expect(psoas.bytes()?.range(of: word) == nil)
  }

  /// What cannot be done whole says what was done, and is completed when it is done again.
  @Test func forgettingWithoutRoom() throws {
    let psoas = try logged()
    // Room for the journal of a few pages, not for that of them all.
    let size = try #require(psoas.bytes()).count
    let run = try psoas.shell("prlimit --fsize=\(size) psoas history --forget")
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(run.err.hasPrefix("error: the history is forgotten, but '"), "\(run.err)")
    #expect(run.err.contains("\nhint: free some space and run 'psoas history --forget' again"))
    #expect(try psoas.objects("history").isEmpty)
    #expect(try psoas.objects("list").count == 4)
    #expect(try psoas.run("history", "--forget").status == 0)
    #expect(try #require(psoas.bytes()).count <= size)
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test func nothingOfADamagedLogIsForgotten() throws {
    let psoas = try logged()
    // What holds the history is whole; what only the writing anew would read is not.
    try psoas.shell(
      """
      page=$(sqlite3 log.db "SELECT rootpage FROM sqlite_schema WHERE name = 'pain'")
      dd if=/dev/zero of=log.db bs=4096 seek=$((page - 1)) count=1 conv=notrunc
      """)
    let before = psoas.bytes()
    let run = try psoas.run("history", "--forget")
    #expect(run.status == 1 && run.err.hasPrefix("error: '\(psoas.log)' is damaged: "), "\(run)")
    #expect(psoas.bytes() == before)
  }

  @Test func optionsChangeFields() throws {
    let psoas = try logged()
    let session = try #require(try psoas.objects("list", "sessions").first?["id"] as? String)
    let out = try psoas.done(
      "edit", session, "--exercise", "bird-dog 3x10", "--exercise", "pigeon 50s/side", "--after",
      "",
      "--at", "2026-11-18 07:30", "--note", "two\nlines")
    #expect(
      out == """
        \(session.prefix(7))  Wed 2026-11-18 07:30  bird-dog 3x10, pigeon 50s/side, 12 min, pain
                                       before 3
        changed · undo: psoas undo

        """)
    let ratings = try psoas.objects("list", "pain")
    #expect(
      ratings.map { $0["at"] as? String } == [
        "2026-11-20T18:00:00+00:00", "2026-11-18T07:30:00+00:00",
      ])
    #expect(ratings.last?["tie"] as? String == "before")
    let same = try psoas.run("edit", session, "--minutes", "12")
    #expect(same.status == 0 && same.err == "nothing was changed\n")
    try psoas.done("undo")
    #expect(try psoas.objects("list", "sessions").first?["note"] is NSNull)
    #expect(try psoas.objects("list", "pain").count == 3)
    #expect(try psoas.integrity() == "ok\n")
  }

  @Test func theEditorChangesLines() throws {
    let psoas = try logged()
    let id = try #require(try psoas.objects("list", "pain").first?["id"] as? String)
    let edit = try psoas.shell(
      """
      printf '#!/bin/sh\\nsed -i "s/^score: 4/score: 4.5/; s/^trigger:/trigger: Long drive/" "$2"\\n' > ed
      chmod +x ed; EDITOR='./ed --wait' psoas edit \(id)
      """)
    #expect(edit.status == 0 && edit.err == "", "\(edit)")
    #expect(edit.out.contains("pain 4.5, hip, trigger long drive"))
    let wrong = try psoas.shell(
      """
      printf '#!/bin/sh\\nsed -i "s/^score: .*/score: 45/" "$1"\\n' > ed; VISUAL=./ed psoas edit \(id)
      """)
    #expect(wrong.status == 1)
    let lines = wrong.err.split(separator: "\n")
    #expect(lines.first == "error: line 4: the pain score '45' is not on the scale")
    let kept = try #require(lines.last?.split(separator: "'").last.map(String.init))
    #expect(try String(contentsOfFile: kept, encoding: .utf8).contains("score: 45\n"))
    #expect(try psoas.mode(kept) == 0o600)
    try FileManager.default.removeItem(atPath: (kept as NSString).deletingLastPathComponent)
    let failed = try psoas.shell("EDITOR=false psoas edit \(id)")
    #expect(
      failed.status == 1 && failed.err.hasPrefix("error: the editor 'false' did not exit normally"))
    let emptied = try psoas.shell("EDITOR='truncate -s 0' psoas edit \(id)")
    #expect(emptied.status == 0 && emptied.err == "nothing was changed\n")
    #expect(try psoas.objects("history").count == 3)
  }

  /// Two people at one log: what the editor shows must still hold when it is saved.
  @Test func aChangeUnderTheEditorIsNoticed() throws {
    let psoas = try logged()
    let id = try #require(try psoas.objects("list", "pain").first?["id"] as? String)
    let run = try psoas.shell(
      """
      printf '#!/bin/sh\\npsoas edit \(id) --score 7 -q\\nsed -i "s/^score: 4/score: 5/" "$1"\\n' > ed
      chmod +x ed; EDITOR=./ed psoas edit \(id)
      """)
    #expect(run.status == 1)
    #expect(
      run.err.hasPrefix(
        "error: the entry '\(id.prefix(7))' has been changed in the meantime\n"))
    #expect(try psoas.objects("list", "pain").first?["score"] as? Int == 7)
  }

  @Test func flaresAndStagesStayInOrder() throws {
    let psoas = try Binary()
    try psoas.run("flare", "start", "--at", "2026-11-01 08:00")
    try psoas.done("flare", "end", "--at", "2026-11-05 08:00")
    try psoas.done("flare", "start", "--at", "2026-11-10 08:00")
    let first = try psoas.run("edit", "last", "--at", "2026-11-04 08:00")
    #expect(first.status == 64)
    #expect(
      first.err.hasPrefix("error: it would overlap the flare that began on Sun 2026-11-01 08:00"))
    #expect(
      try psoas.run("edit", "last", "--end", "2026-11-09").err.contains(
        "would end before it starts"))
    try psoas.done("edit", "last", "--end", "2026-11-12 08:00", "--note", "short")
    try psoas.done("protocol", "start", "twelve-minute", "--no-to-all", "--at", "2026-11-13 08:00")
    try psoas.done("protocol", "stop", "--at", "2026-11-15 08:00")
    let late = try psoas.run("edit", "last", "--at", "2026-11-12 08:00")
    #expect(late.status == 64 && late.err.hasPrefix("error: it would lie before the change of "))
  }

  @Test func searchFindsWordsInEitherCase() throws {
    let psoas = try logged()
    try psoas.done("pain", "5", "--note", "Ärger im Büro 100%", "--trigger", "car")
    try psoas.done("day", "sitting=9h")
    func found(_ words: String) throws -> Int { try psoas.objects("search", words).count }
    #expect(try found("GARDEN") == 1)
    #expect(try found("bird") == 1)
    #expect(try found("ärger") == 1)
    #expect(try found("BÜRO 100%") == 1)
    #expect(try found("100_") == 0)
    #expect(try found("sitting") == 1)
    #expect(try found("hip") == 1)
    #expect(try found("car") == 1)
    let none = try psoas.run("search", "nothing")
    #expect(none.status == 0 && none.out == "" && none.err == "no entries match 'nothing'\n")
  }
}
