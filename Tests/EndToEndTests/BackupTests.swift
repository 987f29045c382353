import Foundation
import Testing

/// Copies that the user makes.
@Suite struct BackupTests {
  private func filled() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("pain", "4", "--at", "2026-11-18 09:00")
    try psoas.run("log", "bird-dog", "3x8", "-q")
    return psoas
  }

  @Test func withoutAFileItGoesBesideTheLog() throws {
    let psoas = try filled()
    let copy = psoas.path("log.db.backups/2026-11-20T180000.db")
    let out = try psoas.done("backup")
    #expect(out.hasPrefix("copied 2 entries, the newest of Fri 2026-11-20, to '\(copy)' ("))
    #expect(out.hasSuffix(" KB)\n"))
    #expect(try psoas.mode(copy) == 0o600)
    #expect(try psoas.mode(psoas.path("log.db.backups")) == 0o700)
    #expect(try psoas.done("list", "--db", copy) == psoas.done("list"))
    #expect(try psoas.shell("sqlite3 \(copy) 'PRAGMA integrity_check'").out == "ok\n")
    // A second one of the same second has a name of its own.
    try psoas.done("backup")
    #expect(
      try psoas.shell("ls -A log.db.backups").out
        == "2026-11-20T180000-2.db\n2026-11-20T180000.db\n")
  }

  @Test func aFileOfTheUsersIsPrivateAndReplacedOnlyWhenAsked() throws {
    let psoas = try filled()
    let copy = psoas.path("copy.db")
    try psoas.shell("umask 0; psoas backup copy.db")
    #expect(try psoas.mode(copy) == 0o600)
    let before = try Data(contentsOf: URL(fileURLWithPath: copy))
    try psoas.run("pain", "3")
    let refused = try psoas.run("backup", copy)
    #expect(refused.status == 1 && refused.out.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == before)
    try psoas.done("backup", copy, "--force")
    #expect(try psoas.done("list", "--db", copy) == psoas.done("list"))
    #expect(try psoas.shell("ls -A").out == "copy.db\nlog.db\n")
    #expect(try psoas.done("backup", psoas.path("quiet.db"), "--quiet").isEmpty)
    let object = try psoas.objects("backup", psoas.path("third.db"))
    #expect(object.first?["entries"] as? Int == 3)
  }

  @Test func theListHasAllOfThem() throws {
    let psoas = try filled()
    let none = try psoas.run("backup", "--list")
    #expect(none.status == 0 && none.out.isEmpty)
    #expect(none.err == "there are no backups of '\(psoas.log)' yet\n")
    try psoas.done("backup")
    try psoas.shell(
      "cd log.db.backups; echo nothing >broken.db; touch -d 2026-11-19T10:00Z broken.db")
    try psoas.shell("cp log.db log.db.version-2; touch -d 2026-11-19T09:00Z log.db.version-2")
    let rows = try psoas.objects("backup", "--list")
    #expect(
      rows.compactMap { $0["name"] as? String }
        == ["2026-11-20T180000", "broken", "log.db.version-2"])
    #expect(rows.compactMap { $0["kind"] as? String } == ["byHand", "byHand", "beforeUpgrade"])
    #expect(rows.map { $0["entries"] as? Int } == [2, nil, 2])
    #expect(
      rows.compactMap { $0["made"] as? String }
        == ["2026-11-20 18:00", "2026-11-19 10:00", "2026-11-19 09:00"])
    let lines = try psoas.done("backup", "--list").split(separator: "\n")
    #expect(
      lines.first == "Name               Made              Entries    Size  Kind")
    #expect(lines.count == 4 && lines[2].hasSuffix("1 KB  by hand, not readable"))
    #expect(try psoas.done("backup", "--list", "--format", "markdown").hasPrefix("| Name | Made"))
    #expect(try psoas.done("backup", "--list", "--format", "csv").hasPrefix("name,made,kind,"))
  }

  @Test func laterOnesOfOneSecondComeFirst() throws {
    let psoas = try filled()
    for _ in 1...11 { try psoas.done("backup", "--quiet") }
    let names = try psoas.objects("backup", "--list").compactMap { $0["name"] as? String }
    #expect(
      names == (2...11).reversed().map { "2026-11-20T180000-\($0)" } + ["2026-11-20T180000"])
  }

  /// A journal that a write to another file left beside the name is not rolled back into what comes.
  @Test(.needs(.strace)) func whatLiesBesideTheNameGoes() throws {
    let psoas = try filled()
    try psoas.shell(
      """
      psoas backup stick.db -q
      strace -f -qq -o trace -e inject=unlink:signal=KILL psoas pain 9 -q --db stick.db
      for name in saved views log.db.before-fix; do cp stick.db-journal $name-journal; done
      : >saved-wal; : >stick.db-shm
      psoas pain 7 -q; psoas pain 8 -q
      """)
    try #require(try psoas.shell("test -s stick.db-journal").status == 0)
    let entries = try psoas.done("list")
    try psoas.shell(
      """
      psoas backup --force stick.db; psoas doctor --salvage saved; psoas export sqlite views
      sqlite3 log.db 'DROP INDEX pain_by_at'; psoas doctor --fix
      """)
    #expect(
      try psoas.shell("ls -A").out == "log.db\nlog.db.before-fix\nsaved\nstick.db\ntrace\nviews\n")
    for name in ["stick.db", "saved", "log.db.before-fix"] {
      #expect(try psoas.shell("psoas list --db \(name)").out == entries, "\(name)")
    }
    #expect(try psoas.shell("sqlite3 views 'SELECT count(*) FROM pain'").out == "3\n")
  }

  /// A look at the copies leaves them as they are, also beside a journal.
  @Test(.needs(.strace)) func theListChangesNoCopy() throws {
    let psoas = try filled()
    try psoas.shell(
      """
      psoas backup -q; cd log.db.backups
      strace -f -qq -o ../trace -e inject=unlink:signal=KILL psoas pain 9 -q --db 2026-11-20T180000.db
      """)
    let sums = "cd log.db.backups; sha256sum *"
    let before = try psoas.shell(sums).out
    try #require(before.contains("-journal"))
    #expect(try psoas.objects("backup", "--list").count == 1)
    #expect(try psoas.shell(sums).out == before)
  }

  @Test func aBrokenSealIsCopiedAndSaid() throws {
    let psoas = try filled()
    try psoas.shell("sqlite3 log.db 'UPDATE pain SET score_tenths = 50'")
    let run = try psoas.run("backup", psoas.path("copy.db"))
    #expect(run.status == 0 && run.out.hasPrefix("copied 2 entries"))
    #expect(run.err == "the backup has the same damage as the log; run 'psoas doctor'\n")
  }

  @Test func ofAReadOnlyLogToo() throws {
    let psoas = try filled()
    try psoas.handOver()
    try psoas.shell("mkdir out; chown 65534 out; chmod 555 .; chmod 444 log.db")
    let run = try psoas.unprivileged("psoas backup out/copy.db")
    try psoas.shell("chmod 755 .")
    #expect(run.status == 0 && run.err.isEmpty, "\(run)")
  }
}
