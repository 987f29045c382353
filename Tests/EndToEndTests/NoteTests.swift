import Testing

/// Words of the user, which come back as they were given, and their limits.
@Suite struct NoteTests {
  @Test(arguments: [
    "שלום, כואב פחות", "مرحبا \"ألم\" 3/10", "😀👩‍👩‍👧‍👦🇩🇪", "e\u{301} é", "two\nlines\tand a tab", "--note",
    "-5",
    "a, \"quoted\"; 'single' \\ back", "=1+1", "<b>&amp;</b>", "日本語のメモ", "%s %n $HOME `id`",
  ])
  func aNoteIsKeptExactly(note: String) throws {
    let psoas = try Binary()
    let run = try psoas.run("pain", "4", "--note", note)
    #expect(run.status == 0)
    let shown = try #require(try psoas.object("show", "last")["note"] as? String)
    #expect(Array(shown.utf8) == Array(note.utf8))
    let stored = try psoas.shell("sqlite3 \"$LOG\" 'SELECT hex(note) FROM pain'").out
    #expect(
      stored == note.utf8.map { String(format: $0) }.joined() + "\n")
  }

  @Test func theLongestNote() throws {
    let psoas = try Binary()
    // Two bytes each: the limit counts bytes, not characters.
    let note = String(repeating: "é", count: 8192)
    #expect(try psoas.run("pain", "4", "--note", note).status == 0)
    #expect(try psoas.object("show", "last")["note"] as? String == note)
    let before = psoas.bytes()
    for (text, size) in [
      (note + "x", 16_385), (String(repeating: "x", count: 100 * 1024), 102_400),
    ] {
      let run = try psoas.run("pain", "4", "--note", text)
      #expect(run.status == 64)
      #expect(
        run.err == """
          error: the note is \(size) bytes long
          hint: a note may have up to 16384 bytes

          """)
    }
    #expect(psoas.bytes() == before)
  }

  @Test(arguments: [
    (["log", "brid-dog", "3x8"], "add it with 'psoas exercise add brid-dog'"),
    (["log", "xyzzyq"], "add it with 'psoas exercise add xyzzyq'"),
    (["pain", "11"], "use 0 (no pain) to 10 (worst imaginable), with at most one decimal"),
    (["measure", "thomas", "-5"], "add --side left or --side right"),
    (["pain", "4", "--at", "whenever"], "use 2026-11-20, '2026-11-20 07:30', "),
    (["pain", "4", "--nope"], "see 'psoas pain --help'"),
  ])
  func theHintSaysWhatWouldWork(words: [String], hint: String) throws {
    let run = try Binary().run(words)
    #expect(run.status == 64)
    let line = run.err.split(separator: "\n").first { $0.hasPrefix("hint: ") }
    #expect(line?.contains(hint) == true, "\(run.err)")
  }
}

extension String {
  /// A byte as two digits.
  fileprivate init(format byte: UInt8) {
    let digits = String(byte, radix: 16, uppercase: true)
    self = byte < 16 ? "0\(digits)" : digits
  }
}
