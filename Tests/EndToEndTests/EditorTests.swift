import Foundation
import Testing

/// What becomes of the words that somebody has written in an editor.
@Suite struct EditorTests {
  private func logged() throws -> (psoas: Binary, id: String) {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    return (psoas, try #require(try psoas.objects("list").first?["id"] as? String))
  }

  /// Edits an entry by an editor that is these lines of shell, with the draft as `$1`.
  private func edit(_ psoas: Binary, _ id: String, by lines: String) throws -> Run {
    try psoas.shell(
      "printf '#!/bin/sh\\n%s\\n' \"$LINES_OF_IT\" > ed; chmod +x ed; EDITOR=./ed psoas edit \(id)",
      extra: ["LINES_OF_IT": lines])
  }

  /// The draft that a message says is kept; its folder goes away with the test.
  private func kept(_ run: Run) throws -> String {
    let path = try #require(run.err.split(separator: "'").last { $0.hasPrefix("/tmp/psoas-edit-") })
    defer {
      try? FileManager.default.removeItem(
        atPath: (String(path) as NSString).deletingLastPathComponent)
    }
    return try String(contentsOfFile: String(path), encoding: .utf8)
  }

  @Test(arguments: ["\\r\\n", "\\r"])
  func everyLineEndIsOne(_ end: String) throws {
    let (psoas, id) = try logged()
    let run = try edit(
      psoas, id,
      by: """
        sed -i 's/^score: 4/score: 5/; s/^note:/note: two words/' "$1"
        tr '\\n' '|' <"$1" | sed 's/|/\(end)/g' >new; cat new >"$1"
        """)
    #expect(run.status == 0 && run.err.isEmpty, "\(run)")
    let entry = try #require(try psoas.objects("list").first)
    #expect(entry["score"] as? Int == 5 && entry["note"] as? String == "two words")
  }

  /// What other entries leave no room for is known only when it is stored.
  @Test func whatARuleRefusesIsKept() throws {
    let psoas = try Binary()
    try psoas.run("flare", "start", "--at", "2026-11-01 08:00")
    try psoas.done("flare", "end", "--at", "2026-11-05 08:00")
    try psoas.done("flare", "start", "--at", "2026-11-10 08:00")
    let flare = try edit(psoas, "last", by: "sed -i 's/^at: .*/at: 2026-11-04 08:00/' \"$1\"")
    #expect(flare.status == 1)
    #expect(flare.err.hasPrefix("error: it would overlap the flare that began on Sun 2026-11-01"))
    #expect(flare.err.contains("\nhint: nothing was changed; what you wrote is kept in '/tmp/"))
    #expect(try kept(flare).contains("at: 2026-11-04 08:00\n"))
    try psoas.done("day", "sitting=9h", "--at", "2026-11-18")
    try psoas.done("day", "sitting=8h", "--at", "2026-11-19")
    let unit = try edit(psoas, "last", by: "sed -i 's/^factor: .*/factor: sitting=3/' \"$1\"")
    #expect(unit.status == 1 && unit.err.hasPrefix("error: 'sitting' is a time on other days"))
    #expect(try kept(unit).contains("factor: sitting=3\n"))
  }

  /// At a terminal the refusal stands in the text, and another round may do better.
  @Test func whatARuleRefusesCanBeEditedAgain() throws {
    let psoas = try Binary()
    try psoas.run("day", "sitting=9h", "--at", "2026-11-18")
    try psoas.done("day", "sitting=8h", "--at", "2026-11-19")
    try psoas.shell(
      """
      printf '%s\\n' '#!/bin/sh' 'cp "$1" "seen$(ls | grep -c seen)"; dirname "$1" >place' \
        'sed -i "s/^factor: sitting=3/factor: sitting=7h/; s/^factor: sitting=8h/factor: sitting=3/" "$1"' >ed
      chmod +x ed
      """)
    let terminal = try Pseudoterminal(psoas, "EDITOR=./ed psoas edit last")
    try terminal.expect("error: 'sitting' is a time on other days of this log, not '3'\r\nhint: ")
    try terminal.expect("Edit it again? [Y/n] ")
    terminal.send("\r")
    try terminal.expect("sitting=7h")
    try terminal.expect("ready> ")
    let seen = try psoas.shell("cat seen1").out
    #expect(
      seen.hasPrefix(
        """
        #! 'sitting' is a time on other days of this log, not '3'
        #! give a time, such as 6.5h or 30m, or use another name
        # A day's record of
        """), "\(seen)")
    #expect(seen.contains("\nfactor: sitting=3\n"))
    #expect(try psoas.shell("ls -d \"$(cat place)\"").status != 0)
  }

  @Test func whatChangedMeanwhileIsNamedAndTheWordsAreKept() throws {
    let (psoas, id) = try logged()
    let changed = try edit(
      psoas, id, by: "psoas edit \(id) --score 7 -q; sed -i 's/^note:/note: mine/' \"$1\"")
    #expect(changed.status == 1)
    #expect(
      changed.err.hasPrefix(
        """
        error: the entry '\(id.prefix(7))' has been changed in the meantime
        hint: nothing was changed; edit it again; what you wrote is kept in '/tmp/psoas-edit-
        """), "\(changed.err)")
    #expect(try kept(changed).contains("note: mine\n"))
    let removed = try edit(
      psoas, id, by: "psoas rm \(id) -q; sed -i 's/^note:/note: mine/' \"$1\"")
    #expect(removed.status == 1)
    #expect(
      removed.err.hasPrefix(
        "error: the entry '\(id.prefix(7))' has been removed in the meantime\nhint: nothing was changed;"
      )
    )
    #expect(try kept(removed).contains("note: mine\n"))
  }

  @Test func anEditorThatFailsAfterSavingLosesNothing() throws {
    let (psoas, id) = try logged()
    let run = try edit(psoas, id, by: "sed -i 's/^note:/note: mine/' \"$1\"; exit 3")
    #expect(run.status == 1 && run.err.hasPrefix("error: the editor './ed' did not exit normally"))
    #expect(try kept(run).contains("note: mine\n"))
  }

  @Test func aDraftThatIsTooLongIsKept() throws {
    let (psoas, id) = try logged()
    let run = try edit(psoas, id, by: "yes 'note: long' | head -200000 >\"$1\"")
    #expect(
      run.err.contains("is longer than 1048576 bytes\nhint: nothing was changed; it is kept in"))
    #expect(try kept(run).hasPrefix("note: long\n"))
  }

  /// Copies and histories of undoing that editors leave hold what was written.
  @Test func nothingIsLeftOfADraft() throws {
    let (psoas, id) = try logged()
    let run = try edit(
      psoas, id,
      by: """
        sed -i 's/^note:/note: mine/' "$1"; d=$(dirname "$1"); echo "$d" >place
        mkdir "$d/undo"; touch "$1.bak" "$d/.entry.txt.un~" "$d/undo/1"
        """)
    #expect(run.status == 0, "\(run)")
    #expect(try psoas.shell("ls -d \"$(cat place)\"").status != 0)
  }

  @Test func aUmaskThatTakesEverythingIsNoHindrance() throws {
    let (psoas, id) = try logged()
    try psoas.shell(
      """
      printf '#!/bin/sh\\numask 077; sed -i "s/^score: 4/score: 6/" "$1"; dirname "$1" >place\\n' > ed; chmod +x ed
      touch place; chmod 666 place
      """)
    try psoas.handOver()
    let run = try psoas.unprivileged(
      "sh -c 'umask 777; exec \"$@\"' sh env EDITOR=./ed psoas edit \(id)")
    #expect(run.status == 0 && run.out.contains("pain 6"), "\(run)")
    #expect(try psoas.shell("ls -d \"$(cat place)\"").status != 0)
  }

  @Test func anEmptyValueMayStandBehindASign() throws {
    let (psoas, id) = try logged()
    try psoas.done("edit", id, "--note", "words")
    try psoas.done("edit", id, "--note=")
    #expect(try psoas.objects("list").first?["note"] is NSNull)
    // What follows an option is its value.
    try psoas.done("edit", id, "--note", "--minutes=")
    #expect(try psoas.objects("list").first?["note"] as? String == "--minutes=")
  }
}
