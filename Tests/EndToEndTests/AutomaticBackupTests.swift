import Foundation
import Testing

/// Copies that are made by themselves.
@Suite struct AutomaticBackupTests {
  /// A log with an entry of the day before.
  private func filled() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("pain", "4", "--now", "2026-11-19T18:00:00Z")
    return psoas
  }

  private func names(_ psoas: Binary) throws -> [String] {
    try psoas.shell("ls -A log.db.backups 2>/dev/null").out.split(separator: "\n").map(String.init)
  }

  @Test func theFirstChangeOfADayHasACopyFromBefore() throws {
    let psoas = try filled()
    #expect(try names(psoas).isEmpty)
    let before = try psoas.done("list")
    #expect(try names(psoas).isEmpty)
    try psoas.done("pain", "5", "-q")
    try psoas.done("pain", "6", "-q")
    #expect(try names(psoas) == ["2026-11-20.db"])
    let copy = psoas.path("log.db.backups/2026-11-20.db")
    #expect(try psoas.done("list", "--db", copy) == before)
    #expect(try psoas.mode(copy) == 0o600)
    #expect(try psoas.mode(psoas.path("log.db.backups")) == 0o700)
    try psoas.done("pain", "7", "-q", "--now", "2026-11-21T18:00:00Z")
    #expect(
      try psoas.objects("list", "--db", psoas.path("log.db.backups/2026-11-21.db")).count == 3)
    let kinds = try psoas.objects("backup", "--list").map { $0["kind"] as? String }
    #expect(kinds == ["ahead", "daily"])
  }

  @Test func takingBackAndForgettingAreChangesToo() throws {
    for words in [["undo"], ["history", "--forget"], ["rm", "last"]] {
      let psoas = try filled()
      #expect(try psoas.run(words).status == 0)
      #expect(try names(psoas) == ["2026-11-20.db"], "\(words)")
    }
  }

  @Test func onTheFirstDayThereIsNothingToKeep() throws {
    let psoas = try Binary()
    try psoas.run("init")
    try psoas.run("pain", "4")
    try psoas.run("pain", "4")
    #expect(try psoas.shell("ls -A").out == "log.db\n")
    // An empty log of an earlier day neither.
    let empty = psoas.path("empty.db")
    try psoas.run("init", "--db", empty, "--now", "2026-11-10T18:00:00Z")
    try psoas.run("pain", "4", "--db", empty)
    #expect(try psoas.shell("ls -A").out == "empty.db\nlog.db\n")
  }

  @Test func whereNothingChangedThereIsNoSecondCopy() throws {
    let psoas = try filled()
    try psoas.shell("touch -d '2 hours ago' log.db")
    // A change that fails leaves the log as it was copied.
    #expect(try psoas.run("rm", "aaaaaaa").status != 0)
    #expect(try names(psoas) == ["2026-11-20.db"])
    for day in 21...25 {
      try psoas.run("rm", "aaaaaaa", "--now", "2026-11-\(day)T18:00:00Z")
    }
    #expect(try names(psoas) == ["2026-11-20.db"])
  }

  @Test func itCanBeSwitchedOffAndOn() throws {
    let psoas = try filled()
    try psoas.shell("psoas config backup.auto off -q --now 2026-11-19T19:00:00Z")
    try psoas.done("pain", "5", "-q")
    #expect(try names(psoas).isEmpty)
    try psoas.done("config", "backup.auto", "on", "-q")
    try psoas.done("pain", "5", "-q")
    #expect(try names(psoas) == ["2026-11-20.db"])
  }

  @Test func oldOnesGoAndThoseOfTheUserStay() throws {
    let psoas = try filled()
    try psoas.shell("psoas config backup.keep '2d 1w 2m' -q --now 2026-11-19T19:00:00Z")
    try psoas.shell(
      """
      mkdir log.db.backups; cd log.db.backups
      for name in 2026-09-30 2026-10-30 2026-10-31 2026-11-18 2026-11-19 2027-01-01 mine \\
        before-restore-2026-01-01T000000 2025-01-01T120000; do cp ../log.db $name.db; done
      """)
    try psoas.done("pain", "5", "-q")
    #expect(
      try names(psoas) == [
        "2025-01-01T120000.db", "2026-10-31.db", "2026-11-19.db", "2026-11-20.db",
        "2027-01-01.db", "before-restore-2026-01-01T000000.db", "mine.db",
      ])
  }

  @Test func aDamagedLogTakesTheOldCopiesOfNothing() throws {
    let psoas = try filled()
    try psoas.shell(
      """
      psoas config backup.keep 1d -q --now 2026-11-19T19:00:00Z; mkdir log.db.backups
      cp log.db log.db.backups/2026-11-01.db; sqlite3 log.db 'UPDATE pain SET score_tenths = 50'
      """)
    let run = try psoas.run("pain", "5", "-q", "--note", "x")
    #expect(run.status == 0)
    let loud = try filled()
    try loud.shell("sqlite3 log.db 'UPDATE pain SET score_tenths = 50'")
    #expect(
      try loud.run("pain", "5").err == "the log is not as it was written; run 'psoas doctor'\n")
    #expect(try names(psoas) == ["2026-11-01.db", "2026-11-20.db"])
  }

  @Test(arguments: [
    (": >log.db.backups", "'log.db.backups' is not a folder"),
    ("ln -s /tmp log.db.backups", "'log.db.backups' is a link, which psoas does not follow"),
  ])
  func aCopyThatFailsNeverStopsAnEntry(_ line: String, _ reason: String) throws {
    let psoas = try filled()
    try psoas.shell(line)
    let noted = try psoas.shell("psoas pain 5 --db log.db")
    #expect(noted.status == 0 && noted.out.contains("pain 5"))
    #expect(noted.err == "today's backup of the log failed: \(reason)\n")
    // It is tried again.
    try psoas.shell("rm log.db.backups")
    try psoas.done("pain", "5", "-q")
    #expect(try names(psoas) == ["2026-11-20.db"])
  }

  @Test func severalAtOnceMakeOneFromBeforeAllOfThem() throws {
    let psoas = try filled()
    let run = try psoas.shell("for i in {1..8}; do psoas pain $i -q & done; wait")
    #expect(run.status == 0 && run.err.isEmpty, "\(run)")
    #expect(try names(psoas) == ["2026-11-20.db"])
    let copy = psoas.path("log.db.backups/2026-11-20.db")
    #expect(try psoas.objects("list", "--db", copy).count == 1)
    #expect(try psoas.objects("list").count == 9)
  }

  /// What a killed process left goes; what a living one makes stays, and what psoas never made.
  @Test func leftoversGo() throws {
    let psoas = try filled()
    let run = try psoas.shell(
      """
      mkdir log.db.backups; cd log.db.backups
      sleep 100 & living=$!
      held=2026-11-18T120000-2.db.$living.tmp; old=before-restore-2026-11-17T120000.db.$living.tmp
      : >2026-11-19.db.999999999.tmp; : >restore.$living.tmp; : >$old; : >$held
      : >notes.2024.tmp; : >2026-11.db.2024.tmp
      touch -d '2 hours ago' $old $held *.2024.tmp
      : >mine.tmp; : >mine.x.tmp; ln -s mine.tmp 2026-11-16.db.999999999.tmp
      exec 9<$held; flock 9
      psoas pain 5 -q; kill -9 $living; ls -A | sed "s/$living/N/"
      """)
    #expect(
      run.out.split(separator: "\n") == [
        "2026-11-16.db.999999999.tmp", "2026-11-18T120000-2.db.N.tmp", "2026-11-20.db",
        "2026-11.db.2024.tmp", "mine.tmp", "mine.x.tmp", "notes.2024.tmp", "restore.N.tmp",
      ])
  }

  @Test(.needsMount) func aFullDiskNeverStopsWhatStillFits() throws {
    let psoas = try Binary()
    try psoas.shell("mkdir disk && mount -t tmpfs -o size=700k tmpfs disk")
    defer { _ = try? psoas.shell("umount disk") }
    try psoas.shell(
      """
      psoas pain 4 -q --db disk/log.db --now 2026-11-19T18:00:00Z
      head -c 300000 /dev/zero >disk/ballast; : >disk/rest; cat /dev/zero >disk/rest
      truncate -s -50000 disk/rest
      """)
    let run = try psoas.shell("psoas pain 5 --db disk/log.db")
    #expect(run.status == 0, "\(run)")
    #expect(
      run.err == "today's backup of the log failed: the disk that would hold "
        + "'disk/log.db.backups/2026-11-20.db' is full\n")
    #expect(try psoas.shell("ls -A disk").out == "ballast\nlog.db\nrest\n")
  }
}
