import Foundation
import Testing

/// Going back to a copy, and forth again.
@Suite struct RestoreTests {
  /// A log that was damaged before it was replaced comes back as it was, to the byte, and what was
  /// restored is kept.
  @Test(arguments: [
    "truncate -s -1000 log.db",
    "dd if=/dev/zero of=log.db bs=4096 seek=3 count=20 conv=notrunc status=none",
    "printf X | dd of=log.db conv=notrunc status=none",
  ])
  func aDamagedLogComesBack(_ harm: String) throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.shell("psoas backup good.db -q; psoas pain 5 -q; \(harm)")
    let before = psoas.bytes()
    let restored = try psoas.shell("psoas restore good.db")
    #expect(restored.status == 0 && restored.out.contains("undo: psoas undo"), "\(restored)")
    let whole = try psoas.done("list")
    #expect(try psoas.objects("history").first?["canBeTakenBack"] as? Bool == true)
    let undone = try psoas.run("undo")
    #expect(undone.status == 0 && undone.out.hasPrefix("undid 'restore good.db'"), "\(undone)")
    #expect(psoas.bytes() == before)
    let name = try #require(undone.err.split(separator: " ").last).dropLast()
    try psoas.run("restore", String(name))
    #expect(try psoas.done("list") == whole)
    #expect(try psoas.integrity() == "ok\n")
  }

  /// A log with a copy of the first of its two days.
  private func filled() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("pain", "4", "--now", "2026-11-19T18:00:00Z")
    try psoas.done("pain", "5", "-q")
    return psoas
  }

  private let kept = "before-restore-2026-11-20T180000"

  @Test func byItsNameAndBack() throws {
    let psoas = try filled()
    let (before, entries) = (try psoas.done("list"), try psoas.objects("list"))
    let out = try psoas.done("restore", "2026-11-20")
    #expect(
      out == """
        restored 1 entry, the newest of Thu 2026-11-19
        the log from before is '\(psoas.log).backups/\(kept).db' · undo: psoas undo

        """)
    #expect(try psoas.objects("list").count == 1)
    #expect(try psoas.integrity() == "ok\n")
    #expect(try psoas.mode(psoas.path("log.db.backups/\(kept).db")) == 0o600)
    let history = try psoas.objects("history")
    #expect(history.map { $0["command"] as? String } == ["restore 2026-11-20", "pain 4"])
    #expect(history.first?["canBeTakenBack"] as? Bool == true)
    let undo = try psoas.run("undo")
    #expect(undo.status == 0)
    #expect(undo.out == "undid 'restore 2026-11-20' of Fri 2026-11-20 18:00\n")
    #expect(undo.err == "to do it again: psoas restore \(kept)-2\n")
    #expect(try psoas.done("list") == before)
    #expect(try psoas.objects("list") as NSArray == entries as NSArray)
    // What was done before the restoration can be taken back again.
    let commands = try psoas.objects("history").map { $0["command"] as? String }
    #expect(commands == ["pain 5", "pain 4"])
    let redo = try psoas.run("redo")
    #expect(redo.status == 1)
    #expect(
      redo.err == """
        error: there is nothing to redo
        hint: 'psoas history' lists what was done; 'psoas restore' goes back to a copy

        """)
    try psoas.done("restore", "\(kept)-2")
    #expect(try psoas.objects("list").count == 1)
    #expect(try psoas.shell("ls -A | grep -v backups").out == "log.db\n")
  }

  @Test func aFileOfTheUsersAndWithoutALog() throws {
    let psoas = try filled()
    try psoas.shell("psoas backup copy.db -q; rm -r log.db log.db.backups; chmod 444 copy.db")
    #expect(
      try psoas.done("restore", psoas.path("copy.db"))
        == "restored 2 entries, the newest of Fri 2026-11-20\n")
    #expect(try psoas.mode(psoas.log) == 0o600)
    #expect(try psoas.shell("ls -A").out == "copy.db\nlog.db\n")
    let home: [String: String?] = ["PSOAS_DB": nil]
    #expect(try psoas.run("restore", psoas.path("copy.db"), extra: home).status == 0)
    #expect(try psoas.mode(psoas.path(".local/share/psoas/log.db")) == 0o600)
    try psoas.shell(": >empty.db; psoas restore copy.db --db empty.db -q")
    #expect(try psoas.objects("list", "--db", psoas.path("empty.db")).count == 2)
  }

  @Test func withoutACopyItListsThem() throws {
    let psoas = try filled()
    let run = try psoas.run("restore")
    let list = try psoas.done("backup", "--list")
    #expect(run.status == 0 && run.out == list)
    #expect(run.err == "to go back to one: psoas restore 2026-11-20\n")
    let empty = try Binary()
    let none = try empty.run("restore")
    #expect(none.status == 0 && none.out.isEmpty)
    #expect(none.err == "there are no backups of '\(empty.log)' yet\n")
  }

  @Test func aCopyOfAnEarlierVersionIsBroughtUpToDate() throws {
    let psoas = try filled()
    let versions = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("StoreTests/Versions").path
    try psoas.shell("cat \(versions)/001.sql \(versions)/001-entries.sql | sqlite3 old.db")
    let before = try psoas.shell("sha256sum old.db").out
    let out = try psoas.done("restore", psoas.path("old.db"))
    #expect(out.contains("restored ") && out.contains("undo: psoas undo"))
    #expect(try psoas.shell("sha256sum old.db").out == before)
    #expect(try psoas.objects("list", "pain").count == 2)
    #expect(try psoas.shell("ls -A").out == "log.db\nlog.db.backups\nold.db\n")
    #expect(try psoas.run("undo").status == 0)
    #expect(try psoas.objects("list").count == 2)
  }

  @Test func aLogInWriteAheadModeAsCopyAndAsLog() throws {
    let psoas = try filled()
    try psoas.shell("cp log.db wal.db; sqlite3 wal.db 'PRAGMA journal_mode = WAL'")
    try psoas.shell("sqlite3 log.db 'PRAGMA journal_mode = WAL'")
    try psoas.done("restore", psoas.path("wal.db"), "-q")
    #expect(try psoas.shell("sqlite3 log.db 'PRAGMA journal_mode'").out == "delete\n")
    #expect(try psoas.shell("ls -A").out == "log.db\nlog.db.backups\nwal.db\n")
    #expect(try psoas.objects("list").count == 2)
  }

  /// Whatever is left of the log, the copy takes its place, and what was left is kept to the byte.
  @Test(arguments: [
    "printf garbage >log.db", "head -c 20000 /dev/urandom >log.db", "truncate -s 5000 log.db",
    "truncate -s 8192 log.db", "dd if=/dev/zero of=log.db bs=4096 seek=1 count=9 conv=notrunc",
    "dd if=/dev/urandom of=log.db bs=1 seek=16 count=84 conv=notrunc",
    "printf garbage >log.db; printf more >log.db-journal",
  ])
  func aRuinedLog(_ line: String) throws {
    let psoas = try filled()
    try psoas.shell("cp log.db whole.db; \(line)")
    let ruin = psoas.bytes()
    let run = try psoas.run("restore", "2026-11-20")
    #expect(run.status == 0, "\(run)")
    #expect(try psoas.objects("list").count == 1)
    #expect(try psoas.integrity() == "ok\n")
    #expect(try psoas.mode(psoas.log) == 0o600)
    #expect(try psoas.shell("ls -A").out == "log.db\nlog.db.backups\nwhole.db\n")
    let kept = try Data(
      contentsOf: URL(fileURLWithPath: psoas.path("log.db.backups/\(kept).db")))
    #expect(kept.count == ruin?.count)
    try psoas.done("restore", psoas.path("whole.db"), "-q")
    #expect(try psoas.objects("list").count == 2)
  }

  @Test func whereTheFolderMovedTheKeptLogIsFound() throws {
    let psoas = try filled()
    try psoas.shell(
      "psoas restore 2026-11-20 -q; mkdir new; mv log.db log.db.backups new; psoas undo --db new/log.db"
    )
    #expect(try psoas.objects("list", "--db", psoas.path("new/log.db")).count == 2)
  }

  @Test func itIsTakenBackByItself() throws {
    let psoas = try filled()
    try psoas.done("restore", "2026-11-20", "-q")
    try psoas.done("pain", "1", "-q")
    try psoas.done("pain", "2", "-q")
    let before = psoas.bytes()
    for (count, method) in [
      ("3", "first 'psoas undo 2', then 'psoas undo'"),
      ("9", "first 'psoas undo 2', then 'psoas undo'"),
    ] {
      let run = try psoas.run("undo", count)
      #expect(run.status == 1)
      #expect(
        run.err == """
          error: cannot undo \(count) commands: 'restore 2026-11-20' replaced the whole log
          hint: nothing was changed; undo it by itself: \(method)

          """)
    }
    #expect(psoas.bytes() == before)
    try psoas.done("undo", "2", "-q")
    let two = try psoas.run("undo", "2")
    #expect(two.err.hasSuffix("nothing was changed; undo it by itself: 'psoas undo'\n"))
    try psoas.done("undo", "-q")
    #expect(try psoas.objects("list").count == 2)
  }

  /// Entries that others make meanwhile are in the log that is kept, or in the one that comes.
  @Test func nothingFallsBetweenTheLogs() throws {
    let psoas = try filled()
    try psoas.shell(
      """
      for i in {1..60}; do psoas pain 3 -q --note $i && echo $i >>acked; done &
      for i in {1..6}; do psoas restore 2026-11-20 -q; sleep 0.1; done; wait
      """)
    let found = try psoas.shell(
      """
      for log in log.db log.db.backups/before-*.db; do
        sqlite3 $log 'SELECT note FROM pain WHERE note IS NOT NULL'
      done | sort -u >found; sort acked | comm -23 - found; wc -l <acked
      """)
    #expect(found.out == "60\n")
  }

  /// Killed at any moment, the log is the old or the new one, whole.
  @Test func aSuddenEndLeavesOneOfBoth() throws {
    let psoas = try filled()
    try psoas.shell(
      "for i in {1..60}; do psoas pain 3 -q --note \"$(printf 'n%.0s' {1..300})\"; done")
    let counts = try psoas.shell(
      """
      cp log.db full.db
      for round in {1..40}; do
        psoas restore 2026-11-20 -q & sleep 0.00$((RANDOM % 90 + 10)); kill -9 $!; wait $!
        psoas list --format csv | wc -l; sqlite3 log.db 'PRAGMA integrity_check'
        psoas restore full.db -q; rm -f log.db.backups/before-restore-*
      done 2>/dev/null | sort -u
      """)
    #expect(
      Set(counts.out.split(separator: "\n")).isSubset(of: ["2", "63", "ok"]), "\(counts.out)")
    try psoas.done("restore", "2026-11-20", "-q")
    #expect(try psoas.shell("ls -A log.db.backups | grep tmp").out.isEmpty)
  }
}
