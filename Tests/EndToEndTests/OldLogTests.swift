import Foundation
import Testing

/// A log of an earlier version, met by the program.
@Suite struct OldLogTests {
  private func version1() throws -> Binary {
    let psoas = try Binary()
    let versions = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("StoreTests/Versions").path
    let made = try psoas.shell(
      "cat \(versions)/001.sql \(versions)/001-entries.sql | sqlite3 \"$LOG\"")
    try #require(made.status == 0, "\(made.err)")
    return psoas
  }

  @Test func itIsBroughtUpToDateOnceAndSaidSo() throws {
    let psoas = try version1()
    let first = try psoas.run("list", "pain")
    #expect(first.status == 0 && first.out.split(separator: "\n").count == 2)
    #expect(
      first.err
        == "brought the log from format 1 up to date; a backup from before is '\(psoas.log).version-1'\n"
    )
    #expect(try psoas.done("list", "pain") == first.out)
    #expect(try psoas.mode(psoas.path("log.db.version-1")) == 0o600)
    #expect(try psoas.integrity() == "ok\n")
    #expect(try psoas.run("flare", "start").status == 0)
  }

  @Test func whereItCannotBeWrittenItStaysAsItWas() throws {
    let psoas = try version1()
    let before = psoas.bytes()
    try psoas.shell("chown -R 65534:65534 .; chmod 500 .")
    let run = try psoas.unprivileged("psoas status")
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(run.err.hasPrefix("error: no permission to write '"), "\(run.err)")
    try psoas.shell("chmod 700 .")
    #expect(psoas.bytes() == before)
  }

  /// A log that cannot be brought up to date is left as it is, and so is what lies beside it.
  @Test func whatIsInTheWayIsSaid() throws {
    let psoas = try version1()
    try psoas.shell("sqlite3 log.db 'CREATE TABLE flare (x)'")
    let before = psoas.bytes()
    for words in ["list", "pain 4", "status"] {
      let run = try psoas.shell("psoas \(words) --db log.db")
      #expect(run.status == 1 && run.out.isEmpty)
      #expect(
        run.err.hasPrefix(
          "error: 'log.db' is of format 1 and cannot be brought up to date: a table 'flare' is in the way\n"
            + "hint: keep a copy of the file as it is; "), "\(run.err)")
    }
    let doctor = try psoas.run("doctor", "--fix", "--format", "json")
    #expect(doctor.status == 3 && doctor.err.isEmpty, "\(doctor)")
    #expect(
      doctor.out.contains("the upgrade is blocked by a table of a later format: 'flare'"),
      "\(doctor)")
    #expect(!doctor.out.contains("the next command upgrades it"))
    #expect(psoas.bytes() == before)
    #expect(try psoas.shell("ls -A").out == "log.db\n")
  }

  @Test func aFormatThatTheTablesContradict() throws {
    let psoas = try Binary()
    try psoas.run("pain", "4")
    try psoas.shell("sqlite3 log.db 'PRAGMA user_version = 2'")
    let run = try psoas.shell("psoas list --db log.db")
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(
      run.err == """
        error: 'log.db' says that its format is 2, but its tables are those of format 3
        hint: 'psoas doctor --fix' sets it, after a copy

        """)
    #expect(try psoas.shell("ls -A").out == "log.db\n")
    #expect(try psoas.run("doctor", "--fix").out.hasPrefix("Done"))
    #expect(try psoas.objects("list").count == 1)
  }

  /// What fails only while the tables are made takes the copy with it.
  @Test func aFailedUpgradeLeavesNoCopy() throws {
    let psoas = try version1()
    try psoas.shell("sqlite3 log.db 'CREATE INDEX flare_by_at ON pain (at)'")
    for _ in 1...2 { #expect(try psoas.run("list").status == 1) }
    #expect(try psoas.shell("ls -A").out == "log.db\n")
  }

  /// Several programs may meet it at once; each works on the log brought up to date.
  @Test func severalAtOnce() throws {
    let psoas = try version1()
    let run = try psoas.shell(
      "for i in 1 2 3 4 5 6; do psoas pain $i --quiet || echo failed & done; wait")
    #expect(run.out.isEmpty && run.err.isEmpty, "\(run)")
    #expect(try psoas.objects("list", "pain").count == 8)
    #expect(try psoas.integrity() == "ok\n")
    let files = try FileManager.default.contentsOfDirectory(atPath: psoas.folder.path)
    #expect(files.sorted() == ["log.db", "log.db.backups", "log.db.version-1"])
    #expect(try psoas.shell("ls -A log.db.backups").out == "2026-11-20.db\n")
  }

  /// A copy that a killed process began goes when the next one makes its own.
  @Test func anInterruptedUpgradeLeavesNothing() throws {
    let psoas = try version1()
    try psoas.shell(
      ": >log.db.version-1.999999999.tmp; : >other.db.version-1.999999999.tmp; : >log.db.x.tmp")
    #expect(try psoas.run("list").status == 0)
    #expect(
      try psoas.shell("ls -A").out
        == "log.db\nlog.db.version-1\nlog.db.x.tmp\nother.db.version-1.999999999.tmp\n")
    for _ in 1...20 {
      let psoas = try version1()
      try psoas.shell("psoas list & sleep 0.0$((RANDOM % 20 + 1)); kill -9 $!; wait $!")
      #expect(try psoas.run("pain", "4").status == 0)
      #expect(try psoas.shell("ls -A . log.db.backups | grep tmp").out.isEmpty)
      #expect(try psoas.integrity() == "ok\n")
    }
  }
}
